import type { Command } from '../../command.ts';
import { answerBudget } from './answer-budget.ts';
import { changeFundingTerms } from './change-funding-terms.ts';
import { fundingFile } from './funding-file.ts';
import { recordFundingTalk } from './record-funding-talk.ts';
import { removeFundingTalk } from './remove-funding-talk.ts';
import { setFundingState } from './set-funding-state.ts';
import { showFunding } from './show-funding.ts';
import { showFundingList } from './show-funding-list.ts';

/** The commands of this column. */
export const fundingCommands: readonly Command[] = [
  showFunding,
  showFundingList,
  setFundingState,
  recordFundingTalk,
  removeFundingTalk,
  answerBudget,
  fundingFile,
  changeFundingTerms,
];
