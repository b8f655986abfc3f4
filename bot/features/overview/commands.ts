import type { Command } from '../../command.ts';
import { compareDaysCommand } from './compare-days.ts';
import { onePage } from './one-page.ts';
import { showKpiEverywhere } from './show-kpi-everywhere.ts';
import { showOverview } from './show-overview.ts';
import { showPapers } from './show-papers.ts';
import { showPlansEverywhere } from './show-plans-everywhere.ts';
import { showWholePicture } from './show-whole-picture.ts';
import { showWorkbooks } from './show-workbooks.ts';

/** The commands of this column. */
export const overviewCommands: readonly Command[] = [
  showOverview,
  showKpiEverywhere,
  showPapers,
  showPlansEverywhere,
  showWholePicture,
  compareDaysCommand,
  onePage,
  showWorkbooks,
];
