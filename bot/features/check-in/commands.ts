import type { Command } from '../../command.ts';
import { answerSheet } from './answer-sheet.ts';
import { applyAnswers } from './apply-answers.ts';
import { carryOver } from './carry-over.ts';
import { chase } from './chase.ts';
import { checkIn } from './check-in.ts';
import { dropAnswers } from './drop-answers.ts';
import { reportPlaces } from './report-places.ts';
import { reviewAnswers } from './review-answers.ts';
import { settleAnswers } from './settle-answers.ts';
import { showUnreported } from './show-unreported.ts';

/** What can be asked in this column. */
export const checkInCommands: readonly Command[] = [
  carryOver,
  chase,
  checkIn,
  reportPlaces,
  showUnreported,
  answerSheet,
  reviewAnswers,
  settleAnswers,
  applyAnswers,
  dropAnswers,
];
