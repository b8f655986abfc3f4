import type { Command } from '../../command.ts';
import { assessFit } from './assess-fit.ts';
import { assign } from './assign.ts';
import { recordMismatch } from './record-mismatch.ts';
import { setNeeds } from './set-needs.ts';
import { showCharge } from './show-charge.ts';
import { showDispatch } from './show-dispatch.ts';
import { showMismatch } from './show-mismatch.ts';
import { showProgrammeKpis } from './show-programme-kpis.ts';
import { showSupportFigures } from './show-support-figures.ts';
import { takeOver } from './take-over.ts';

/** What can be asked in this column. */
export const supportCommands: readonly Command[] = [
  showMismatch,
  recordMismatch,
  assign,
  setNeeds,
  showCharge,
  showDispatch,
  takeOver,
  showSupportFigures,
  showProgrammeKpis,
  assessFit,
];
