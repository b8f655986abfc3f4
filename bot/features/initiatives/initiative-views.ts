import type { Card, Node } from '../../../cards/card.ts';
import type { InitiativeView } from '../../../cards/initiatives/initiative.ts';
import { roadmapCard } from '../../../cards/initiatives/roadmap.ts';
import { dayOf } from '../../../programme/day.ts';
import { currentInitiative, type Initiative } from '../../../programme/initiatives/initiative.ts';
import { itemYearDiffers } from '../../../programme/initiatives/item-year-differs.ts';
import { costsOf, lateInitiatives, unwrittenOf } from '../../../programme/initiatives/open-initiatives.ts';
import { may, mayNamePeople } from '../../../programme/may.ts';
import { pageOf } from '../../../programme/page.ts';
import type { MunicipalStart } from '../../turn.ts';
import { memberNames } from '../people/people.ts';
import { itemRecordOf } from './initiative-found.ts';
import type { Roadmap } from './read-initiatives.ts';

const A_PAGE = 6;

export const mayWrite = ({ who, municipality, room }: MunicipalStart): boolean =>
  may(who, 'report', municipality.code, room.audience);

type Listed = {
  readonly page?: number | undefined;
  readonly item?: string | undefined;
  /** Only these, asked for which one. */
  readonly among?: readonly Initiative[];
  readonly which?: 'change-initiative' | 'remove-initiative' | undefined;
};

/** The initiatives of a 工程表, a page of them. */
export function roadmapList(roadmap: Roadmap, turn: MunicipalStart, listed: Listed, said: readonly Node[] = []): Card {
  const { page = 1, item, among = roadmap.open } = listed;
  // Where there is none, nothing is asked, and the way to begin is shown.
  const which = among.length > 0 ? listed.which : undefined;
  const own = among.filter((one) => item === undefined || currentInitiative(one).content.item === item);
  const { shown, at, pages } = pageOf(own, page, A_PAGE);
  const { municipality } = turn;
  return roadmapCard(
    {
      ...{ municipality, year: roadmap.year, all: own.length, page: at, pages, item, which },
      shown: shown.map((one) => ({ one, at: roadmap.open.indexOf(one) + 1 })),
      costs: costsOf(own),
      late: lateInitiatives(own, dayOf(turn.now)).length,
      unfinished: own.filter((one) => unwrittenOf(currentInitiative(one).content, roadmap.year).length > 0).length,
      otherYears: roadmap.otherYears,
      removed: roadmap.removed,
      mayWrite: mayWrite(turn),
    },
    said,
  );
}

/** One initiative, as this person sees it here. */
export async function initiativeView(one: Initiative, roadmap: Roadmap, turn: MunicipalStart): Promise<InitiativeView> {
  const { content, by } = currentInitiative(one);
  const at = roadmap.open.findIndex(({ id }) => id === one.id);
  const [record, nameOf] = await Promise.all([itemRecordOf(content.item, turn), memberNames(turn.store)]);
  const neighbour = (place: number) => (at < 0 ? undefined : roadmap.open[place]?.id);
  return {
    ...{ municipality: turn.municipality, one, mayWrite: mayWrite(turn) },
    place: at < 0 ? undefined : { at: at + 1, of: roadmap.open.length },
    before: at > 0 ? neighbour(at - 1) : undefined,
    next: neighbour(at + 1),
    by: mayNamePeople(turn.room.audience) ? nameOf(by) : undefined,
    differs: one.year === turn.programme.fiscalYear + 1 ? itemYearDiffers(content, record, one.year - 1) : undefined,
  };
}
