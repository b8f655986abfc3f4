import type { Card } from '../../../cards/card.ts';
import { answersAlreadyCard, answersReceipt } from '../../../cards/check-in/returned-answers.ts';
import { defineCommand } from '../../command.ts';
import { forReturned } from '../../files/returned-file.ts';
import type { MunicipalStart } from '../../turn.ts';
import { type AnswersFound, answersFound, reviewOfAnswers } from './answers-found.ts';

export const reviewAnswers = defineCommand({
  name: 'review-answers',
  says: ['回答表の取り込み'],
  help: '送り返した週次回答表で何が変わるかを、記録する前に確かめます。',
  example: '回答表の取り込み',
  english: 'See what the weekly answer sheet you sent would record.',
  ...forReturned,
  needs: 'report',
  about: 'municipality',
  writes: false,
  spoken: { words: ['回答表の取り込み', '回答表の取込', '回答表取り込み', '回答表取込'], wins: 632, looks: true },

  async run({ taken }, turn) {
    return { card: answersStanding(turn, await answersFound(turn, taken)), how: 'new' };
  },
});

/** What is still to be looked at; or, where nothing is left of it, what was written. */
export function answersStanding(turn: MunicipalStart, found: AnswersFound): Card {
  const { decided, open, faults, returned } = found;
  const last = returned.applied.at(-1);
  const isDone = decided.length + open.length === 0;
  if (!isDone || (faults.length > 0 && !last)) return reviewOfAnswers(turn, found);
  const { municipality } = turn;
  const { week, trouble } = returned;
  if (!last) return answersAlreadyCard({ municipality, week, trouble });
  return answersReceipt({
    municipality,
    week,
    trouble,
    taken: found.taken,
    ...last,
    left: { open: 0, faults: faults.length },
  });
}
