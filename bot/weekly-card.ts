import type { Card } from '../cards/card.ts';
import { checkInCard } from '../cards/check-in.ts';
import { weeklyItems, weeklyKpis } from '../programme/check-in.ts';
import { dayOf } from '../programme/day.ts';
import type { Municipality } from '../programme/municipality.ts';
import type { Week } from '../programme/week.ts';
import { recordsIn } from '../storage/records.ts';
import { homeworkIn } from './meetings/actions.ts';
import type { Looking } from './meetings/find.ts';

/** The weekly card as it is now: the same when it is asked for and when the clock sends it. */
export async function weeklyCard(
  municipality: Municipality,
  week: Week,
  { store, who, room, now }: Pick<Looking, 'store' | 'who' | 'room' | 'now'>,
): Promise<Card> {
  const [records, actions] = await Promise.all([
    recordsIn(store, municipality.code),
    homeworkIn(municipality.code, { store, who, room }),
  ]);
  const [kpis, items] = [weeklyKpis(records), weeklyItems(records)];
  return checkInCard({ municipality, week, kpis, items, actions, today: dayOf(now) });
}
