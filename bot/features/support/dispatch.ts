import type { Card } from '../../../cards/card.ts';
import { type DispatchRow, dispatchCard } from '../../../cards/support/dispatch.ts';
import { townDispatchCard } from '../../../cards/support/town-dispatch.ts';
import { dayOf } from '../../../programme/day.ts';
import { type Member, memberOn } from '../../../programme/member.ts';
import type { Municipality } from '../../../programme/municipality.ts';
import { pageOf } from '../../../programme/page.ts';
import { openItems } from '../../../programme/progress/step-standing.ts';
import { currentAssignment } from '../../../programme/support/assignment.ts';
import { candidatesFor } from '../../../programme/support/candidate.ts';
import { type Coverage, coverageOf } from '../../../programme/support/coverage.ts';
import { currentNeeds, supportNeedsId } from '../../../programme/support/support-needs.ts';
import { municipal, PROGRAMME, type Store } from '../../../storage/collections.ts';
import { progressIn } from '../../../storage/progress.ts';
import type { MemberStart } from '../../turn.ts';
import { withAccess } from '../../who/admission.ts';
import { recordsOf } from '../visits/records-of.ts';
import { assignmentsOf } from './assignments.ts';
import { coveragesOf, spanOf } from './coverages.ts';
import { secretariatsList } from './secretariats-list.ts';

const TOWNS = 8;
const CANDIDATES = 6;

type World = {
  readonly towns: readonly Municipality[];
  readonly members: readonly Member[];
  readonly turn: MemberStart;
  readonly page: number;
};

/** Who is where, a page at a time; what waits for the secretariat stands on its first page. */
export async function everywhereCard({
  towns,
  members,
  turn,
  page,
  isOffice,
}: World & { readonly isOffice: boolean }): Promise<Card> {
  const today = dayOf(turn.now);
  const all = coveragesOf(towns, members, turn);
  const { shown, at, pages } = pageOf(all, page, TOWNS);
  const rows = await Promise.all(shown.map((coverage) => rowOf(coverage, turn.store)));
  const isOpen = ({ openFrom }: Coverage) => openFrom !== undefined && openFrom <= today;
  const experts = await withAccess(
    members.filter(({ active, role }) => active && role === 'expert'),
    turn,
  );
  return dispatchCard({
    ...{ rows, today, page: at, pages, all: all.length, isOffice },
    open: all.filter(isOpen).length,
    ending: all.filter((each) => each.openFrom !== undefined && !isOpen(each)).length,
    pool: experts.filter((one) => memberOn(one, today).municipalities.length === 0).length,
    waiting:
      isOffice && at === 1 && (turn.room.audience ?? 'secretariat') === 'secretariat'
        ? await secretariatsList(turn, { towns, members })
        : undefined,
  });
}

async function rowOf(coverage: Coverage, store: Store): Promise<DispatchRow> {
  const ids = [...coverage.now, ...coverage.next].map(({ expert, term }) => `${expert.id} ${term?.from}`);
  const own = (await assignmentsOf(store, coverage.municipality.code)).filter(
    (each) => each.active !== false && ids.includes(`${each.expert} ${currentAssignment(each).from}`),
  );
  const planned = own.flatMap((each) => currentAssignment(each).planned ?? []);
  return { coverage, planned: planned.length > 0 ? planned.reduce((sum, days) => sum + days, 0) : undefined };
}

/** What one municipality needs beside those who could serve it and have access. */
export async function townCard(town: Municipality, { members, turn, page }: World): Promise<Card> {
  const { store, programme, now } = turn;
  const today = dayOf(now);
  const at = municipal(town.code);
  const [assignments, needs, records, meetings, progress] = await Promise.all([
    assignmentsOf(store, town.code),
    store.supportNeeds.get(at, supportNeedsId(programme.fiscalYear)),
    recordsOf(store, town.code),
    store.meetings.list(PROGRAMME),
    progressIn(store, town.code, programme),
  ]);
  const open = openItems(progress);
  const current = currentNeeds(needs?.value);
  const from = current && current.themes.length > 0 ? 'themes' : 'open';
  const items = from === 'themes' ? (current?.themes ?? []) : open;
  const candidates = candidatesFor(town, items, {
    ...{
      members: await withAccess(
        members.filter(({ role }) => role === 'expert'),
        turn,
      ),
      today,
      records,
    },
    meetings: meetings.map(({ value }) => value),
  });
  const { shown, at: here, pages } = pageOf(candidates, page, CANDIDATES);
  return townDispatchCard({
    ...{ today, assignments, open, pages },
    coverage: coverageOf(town, members, spanOf(turn)),
    needs: current,
    needed: { items, from },
    candidates: shown,
    page: here,
  });
}
