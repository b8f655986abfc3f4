import type { Command } from '../../command.ts';
import { answerAboutCase } from './answer-about-case.ts';
import { askAboutCase } from './ask-about-case.ts';
import { caseFile } from './case-file.ts';
import { draftCase } from './draft-case.ts';
import { editCase } from './edit-case.ts';
import { findCases } from './find-cases.ts';
import { nominateCase } from './nominate-case.ts';
import { showCaseCandidates } from './show-case-candidates.ts';
import { showCaseQuestions } from './show-case-questions.ts';

/** What can be asked in this column. */
export const casesCommands: readonly Command[] = [
  findCases,
  nominateCase,
  askAboutCase,
  showCaseCandidates,
  draftCase,
  editCase,
  caseFile,
  showCaseQuestions,
  answerAboutCase,
];
