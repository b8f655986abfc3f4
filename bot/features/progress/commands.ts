import type { Command } from '../../command.ts';
import { changeEdition } from './change-edition.ts';
import { changeItemPlan } from './change-item-plan.ts';
import { correct } from './correct.ts';
import { reportItem } from './report-item.ts';
import { reportKpi } from './report-kpi.ts';
import { setCounting } from './set-counting.ts';
import { setKpiTarget } from './set-kpi-target.ts';
import { showDefinition } from './show-definition.ts';
import { showGraph } from './show-graph.ts';
import { showHistory } from './show-history.ts';
import { showItem } from './show-item.ts';
import { showItemPlans } from './show-item-plans.ts';
import { showKpis } from './show-kpis.ts';
import { showStatus } from './show-status.ts';
import { undo } from './undo.ts';

/** What can be asked in this column. */
export const progressCommands: readonly Command[] = [
  changeEdition,
  correct,
  reportItem,
  reportKpi,
  setCounting,
  showDefinition,
  showGraph,
  showHistory,
  showItem,
  showKpis,
  showStatus,
  undo,
  changeItemPlan,
  setKpiTarget,
  showItemPlans,
];
