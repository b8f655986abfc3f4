import { may } from '../../../programme/may.ts';
import type { Member } from '../../../programme/member.ts';
import type { Municipality } from '../../../programme/municipality.ts';
import { isHeard, openKpis } from '../../../programme/progress/weekly.ts';
import { weekOf } from '../../../programme/week.ts';
import { knownMunicipality } from '../../../storage/municipalities.ts';
import { progressIn } from '../../../storage/progress.ts';
import type { TurnStart } from '../../turn.ts';

/** Somebody who reports for more municipalities than this is shown lists instead of a button for each. */
const MOST_TOWNS = 4;

/** Whether something is still to be reported this week by this person. */
export async function isLacking(turn: TurnStart): Promise<boolean> {
  const towns = turn.who ? await ownTowns(turn.who, turn) : [];
  return (await lackingTowns(towns, turn)).length > 0;
}

/** The municipalities somebody reports for and may speak of here. */
export async function ownTowns(
  { municipalities }: Member,
  { who, store, room }: TurnStart,
): Promise<readonly Municipality[]> {
  const codes = municipalities.slice(0, MOST_TOWNS).filter((code) => may(who, 'report', code, room.audience));
  const found = await Promise.all(codes.map((code) => knownMunicipality(store, code)));
  return found.flatMap((one) => (one?.supported ? [one] : []));
}

export type Lacking = Municipality & { readonly lacking: number; readonly isHeard: boolean };

export async function lackingTowns(
  towns: readonly Municipality[],
  { store, programme, now }: TurnStart,
): Promise<readonly Lacking[]> {
  const week = weekOf(now);
  const all = await Promise.all(
    towns.map(async (town) => {
      const records = await progressIn(store, town.code, programme);
      return { ...town, lacking: openKpis(records, week).length, isHeard: isHeard(records, week) };
    }),
  );
  return all.filter(({ lacking }) => lacking > 0);
}
