import type { Card } from '../../../cards/card.ts';
import { checkInCard, type FilledIn } from '../../../cards/check-in/check-in.ts';
import { nudgeCard, restNudgeCard } from '../../../cards/check-in/nudge.ts';
import { yearOver } from '../../../programme/asked-year.ts';
import { type ToldByOther, toldSince } from '../../../programme/check-in/told-by-experts.ts';
import { dayOf } from '../../../programme/day.ts';
import type { Municipality } from '../../../programme/municipality.ts';
import type { Progress } from '../../../programme/progress/step-standing.ts';
import { isHeard, openKpis, weeklyItems, weeklyKpis } from '../../../programme/progress/weekly.ts';
import { type Week, weekOf } from '../../../programme/week.ts';
import { MEMBERS } from '../../../storage/collections.ts';
import { progressIn } from '../../../storage/progress.ts';
import { homeworkIn } from '../meetings/actions.ts';
import type { LookUpTurn } from '../meetings/find.ts';

/** For whom a card is made, and where it is shown. */
type Reader = Pick<LookUpTurn, 'store' | 'programme' | 'who' | 'room' | 'now'>;

/**
 * The weekly card as it is now: the same when it is asked for and when the clock sends it.
 * @param filled what was entered already and is looked over once more
 */
export async function weeklyCard(
  municipality: Municipality,
  week: Week,
  reader: Reader,
  filled?: FilledIn,
): Promise<Card> {
  const records = await progressIn(reader.store, municipality.code, reader.programme);
  return wholeCard(municipality, week, records, reader, filled);
}

/** The card of a 催促: the weekly card, or of a week that was begun what is left of it and nothing else. */
export async function nudgingCard(municipality: Municipality, week: Week, reader: Reader): Promise<Card> {
  const records = await progressIn(reader.store, municipality.code, reader.programme);
  if (!isHeard(records, week)) return nudgeCard(await wholeCard(municipality, week, records, reader));
  const kpis = openKpis(records, week);
  return restNudgeCard(checkInCard({ municipality, week, kpis, items: [], rest: true }), kpis.length);
}

async function wholeCard(
  municipality: Municipality,
  week: Week,
  records: Progress,
  { store, programme, who, room, now }: Reader,
  filled?: FilledIn,
): Promise<Card> {
  const [actions, told] = await Promise.all([
    homeworkIn(municipality.code, { store, who, room }),
    toldByExperts(municipality, week, records, { store, programme, who, room, now }),
  ]);
  const [kpis, items] = [weeklyKpis(records), weeklyItems(records)];
  return checkInCard({
    municipality,
    week,
    kpis,
    items,
    actions,
    told,
    today: dayOf(now),
    closed: yearOver(programme),
    ...(filled && { filled }),
  });
}

/** What 派遣人材 have reported, for the people of the municipality. The roster is asked only where somebody else has. */
async function toldByExperts(
  { code }: Municipality,
  week: Week,
  records: Progress,
  { store, programme, who, now }: Reader,
): Promise<readonly ToldByOther[]> {
  if (who.role !== 'municipal' || week !== weekOf(now)) return [];
  if (toldSince(records, week, programme, (id) => id === who.id).length === 0) return [];
  const members = new Map((await store.members.list(MEMBERS)).map(({ value }) => [value.id, value]));
  const isOwn = (id: string) => {
    const member = members.get(id);
    return member?.role === 'municipal' && member.municipalities.includes(code);
  };
  const told = toldSince(records, week, programme, isOwn);
  return told.filter(({ by }) => members.get(by)?.role === 'expert');
}
