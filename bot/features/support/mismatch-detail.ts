import type { Card } from '../../../cards/card.ts';
import { mismatchCard } from '../../../cards/support/mismatch.ts';
import { hearingOpenDays, type MismatchCase } from '../../../programme/support/mismatch-case.ts';
import type { TurnStart } from '../../turn.ts';
import { memberNames } from '../people/people.ts';
import { caseCalendar, mismatchLines } from './mismatches.ts';

/** One case, as it stands. */
export async function mismatchDetail(
  one: MismatchCase,
  turn: Pick<TurnStart, 'store' | 'programme' | 'now'>,
  written = false,
): Promise<Card> {
  const [line] = await mismatchLines([one], turn);
  if (!line) throw new Error('a case without its line');
  const nameOf = await memberNames(turn.store);
  return mismatchCard({ line, hearingDays: hearingOpenDays(one, caseCalendar(turn.programme)), nameOf, written });
}
