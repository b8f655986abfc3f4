import { dayOf } from '../../../programme/day.ts';
import type { Member } from '../../../programme/member.ts';
import type { Municipality } from '../../../programme/municipality.ts';
import { byOpenDay, type Coverage, coverageOf } from '../../../programme/support/coverage.ts';
import type { TurnStart } from '../../turn.ts';

/** The whole of the roster, those who left too, and every municipality. */
export type Everywhere = { readonly towns: readonly Municipality[]; readonly members: readonly Member[] };

export const spanOf = ({ programme: { start, end }, now }: Pick<TurnStart, 'programme' | 'now'>) => ({
  today: dayOf(now),
  start,
  end,
});

/** Of every supported municipality, what is uncovered first. */
export function coveragesOf(
  towns: readonly Municipality[],
  members: readonly Member[],
  turn: Pick<TurnStart, 'programme' | 'now'>,
): readonly Coverage[] {
  const supported = towns.filter((town) => town.supported);
  return supported.map((town) => coverageOf(town, members, spanOf(turn))).toSorted(byOpenDay);
}
