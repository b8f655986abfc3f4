import { answersReceipt } from '../../../cards/check-in/returned-answers.ts';
import { programmeOfYear } from '../../../programme/asked-year.ts';
import { asksBack, defineCommand, type Prepared } from '../../command.ts';
import { ringBell } from '../../deliveries.ts';
import { forReturned } from '../../files/returned-file.ts';
import { type AnswersFound, answersFound, returnedAnswers, reviewOfAnswers } from './answers-found.ts';
import { answersStanding } from './review-answers.ts';
import { isProxyOf, writeAnswers } from './write-answers.ts';

export const applyAnswers = defineCommand({
  name: 'apply-answers',
  says: ['回答表の確定'],
  help: '送り返した週次回答表を、確かめたとおりに記録します。決めていないところは今のままです。',
  example: '回答表の確定',
  english: 'Record the weekly answer sheet you have looked over.',
  ...forReturned,
  needs: 'report',
  about: 'municipality',
  writes: true,
  shownFirst: true,
  spoken: { words: ['回答表の確定', '回答表を確定', '回答表確定'], wins: 634 },

  /** Exactly what was seen is written; where it would be something else by now, that is shown. */
  async prepare({ taken, meant }, turn): Promise<Prepared<AnswersFound>> {
    const found = await answersFound(turn, taken);
    if (found.decided.length === 0 || meant === found.print) return { found };
    return asksBack([], reviewOfAnswers(turn, found, meant !== undefined));
  },

  async run(_input, turn, found) {
    const { returned, taken, decided } = found;
    if (decided.length === 0) return { card: answersStanding(turn, found), how: 'replace' };
    const { municipality, from } = turn;
    const then = { ...turn, programme: programmeOfYear(turn.programme, returned.year) };
    const { lines } = await writeAnswers(decided, returned, then);
    const isProxy = isProxyOf(turn);
    const applied = { ask: from.ask, at: from.at, by: from.by, isProxy, lines: [...lines] };
    const isSaid = returned.applied.some(({ ask }) => ask === from.ask);
    if (lines.length > 0 && !isSaid)
      await returnedAnswers.keep(turn, taken, (kept) => ({ ...kept, applied: [...kept.applied, applied] }));
    if (isProxy) await ringBell(turn);
    const after = await answersFound(turn, taken);
    if (lines.length === 0) return { card: answersStanding(turn, after), how: 'replace' };
    const left = { open: after.open.length + after.decided.length, faults: after.faults.length };
    const { week, trouble } = returned;
    return { card: answersReceipt({ municipality, week, trouble, taken, ...applied, left }), how: 'replace' };
  },
});
