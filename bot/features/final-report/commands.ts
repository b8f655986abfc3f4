import type { Command } from '../../command.ts';
import { askFinalGaps } from './ask-final-gaps.ts';
import { deliverFinalReport } from './deliver-final-report.ts';
import { editFinalReport } from './edit-final-report.ts';
import { showFinalReport } from './final-report.ts';
import { finalReportFile } from './final-report-file.ts';
import { showFinalGaps } from './final-report-gaps.ts';
import { inspectFinalReport } from './inspect-final-report.ts';
import { redraftFinalReport } from './redraft-final-report.ts';
import { submitFinalReport } from './submit-final-report.ts';
import { withdrawDelivery } from './withdraw-delivery.ts';

/** What can be asked in this column. */
export const finalReportCommands: readonly Command[] = [
  showFinalReport,
  showFinalGaps,
  askFinalGaps,
  editFinalReport,
  redraftFinalReport,
  submitFinalReport,
  finalReportFile,
  deliverFinalReport,
  inspectFinalReport,
  withdrawDelivery,
];
