import type { Card } from '../../../cards/card.ts';
import { answersReviewCard } from '../../../cards/check-in/returned-answers.ts';
import { programmeOfYear } from '../../../programme/asked-year.ts';
import { ReturnedAnswers } from '../../../programme/check-in/returned-answers.ts';
import { printOf, returnedAs } from '../../files/returned-file.ts';
import type { MunicipalStart } from '../../turn.ts';
import { type AnswerDifferences, answerDifferences, type JudgedAnswer } from './judge-answers.ts';
import { takenAnswers } from './taken-answers.ts';

export const returnedAnswers = returnedAs(takenAnswers.name, ReturnedAnswers);

/** What was read of a returned 週次回答表, and what it would change as things stand now. */
export type AnswersFound = {
  readonly taken: string;
  readonly returned: ReturnedAnswers;
  readonly faults: AnswerDifferences['faults'];
  /** What 確定 would write: nothing that is still open, and nothing that is wanted as it is. */
  readonly decided: readonly JudgedAnswer[];
  /** What the sheet and the chat say otherwise, and nobody has settled yet. */
  readonly open: readonly JudgedAnswer[];
  /** What tells two of the same changes from others. */
  readonly print: string;
};

/** @param id the last one of the municipality where none is named @throws Refusal where there is none, or its time is over */
export async function answersFound(turn: MunicipalStart, id: string | undefined): Promise<AnswersFound> {
  const { taken, returned } = await returnedAnswers.found(turn, id);
  const then = { ...turn, programme: programmeOfYear(turn.programme, returned.year) };
  const { changes, conflicts, faults } = await answerDifferences(returned, then);
  const said = ({ id: of, seen }: JudgedAnswer) =>
    returned.decisions.findLast((one) => one.id === of && one.seen === seen)?.take;
  const decided = [...changes, ...conflicts.filter((one) => said(one) === 'file')];
  return {
    ...{ taken, returned, faults, decided },
    open: conflicts.filter((one) => said(one) === undefined),
    print: printOf(decided),
  };
}

export function reviewOfAnswers(
  { municipality }: MunicipalStart,
  { taken, returned, faults, decided, open, print }: AnswersFound,
  again = false,
): Card {
  const { week, notes, trouble } = returned;
  return answersReviewCard({
    ...{ municipality, week, taken, faults, notes, trouble, again, meant: print },
    lines: decided.map(({ line }) => line),
    open: open.length,
  });
}
