import type { Command } from '../../command.ts';
import { cancelVisit } from './cancel-visit.ts';
import { confirmVisit } from './confirm-visit.ts';
import { planVisit } from './plan-visit.ts';
import { rateVisit } from './rate-visit.ts';
import { recordVisit } from './record-visit.ts';
import { showOwnRating } from './show-own-rating.ts';
import { showVisit } from './show-visit.ts';
import { showVisits } from './show-visits.ts';
import { visitSheet } from './visit-sheet.ts';

/** What can be asked in this column. */
export const visitsCommands: readonly Command[] = [
  planVisit,
  recordVisit,
  cancelVisit,
  showVisits,
  showVisit,
  visitSheet,
  confirmVisit,
  rateVisit,
  showOwnRating,
];
