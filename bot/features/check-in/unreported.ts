import type { Node } from '../../../cards/card.ts';
import { type Unreported, unreportedCard } from '../../../cards/check-in/unreported.ts';
import { chaseOf } from '../../../programme/check-in/chasing.ts';
import { instantOf } from '../../../programme/day.ts';
import { jobThatAsks } from '../../../programme/declared-job.ts';
import { deliveriesFrom } from '../../../programme/delivery.ts';
import { may, mayNamePeople } from '../../../programme/may.ts';
import type { Municipality } from '../../../programme/municipality.ts';
import { pageOf } from '../../../programme/page.ts';
import { lackingIn, type WeekReport, weekReport, weeksSilent } from '../../../programme/progress/silence.ts';
import { isEnteredFor, weeklyKpis } from '../../../programme/progress/weekly.ts';
import { weekOf } from '../../../programme/week.ts';
import { municipal } from '../../../storage/collections.ts';
import { supportedMunicipalities } from '../../../storage/municipalities.ts';
import { progressIn } from '../../../storage/progress.ts';
import type { Turn } from '../../turn.ts';
import type { LookUpTurn } from '../meetings/find.ts';
import { ownTownsOnly } from '../people/own-towns-only.ts';
import { activeMembers, chatsOf } from '../people/people.ts';

/** Municipalities on one page of a phone. */
const A_PAGE = 8;

/** `jobs` with the one that asks again. */
type Chasing = LookUpTurn & Pick<Turn, 'jobs'>;

type Standing = Unreported & { readonly report: WeekReport };

/** Every supported municipality this person sees as it stands this week, by 団体コード, and whether a 催促 is due. */
export async function standings(turn: Chasing): Promise<readonly Standing[]> {
  const { store } = turn;
  const own = ownTownsOnly(turn.who, turn.room);
  const [all, members, chats] = await Promise.all([
    supportedMunicipalities(store),
    activeMembers(store),
    chatsOf(store),
  ]);
  const people = { members, hasAddress: ({ id }: { id: string }) => chats(id).length > 0 };
  const seen = own ? all.filter(({ code }) => own.includes(code)) : all;
  return Promise.all(seen.map((municipality) => standing(municipality, turn, people)));
}

type People = Pick<Parameters<typeof chaseOf>[0], 'members' | 'hasAddress'>;

async function standing(municipality: Municipality, turn: Chasing, people: People) {
  const { store, now, programme, jobs } = turn;
  const week = weekOf(now);
  const [records, deliveries] = await Promise.all([
    progressIn(store, municipality.code, programme),
    store.deliveries.list(municipal(municipality.code), deliveriesFrom(instantOf(week))),
  ]);
  const weekly = weeklyKpis(records).map(([, record]) => record);
  const sent = deliveries.map(({ value }) => value);
  const job = jobThatAsks('weekly-report-again', jobs);
  const report = weekReport(weekly, week);
  return {
    municipality,
    silentWeeks: weeksSilent(weekly, week, programme),
    isSilent: report === 'silent',
    report,
    lacking: lackingIn(weekly, week),
    chase: chaseOf({
      ...people,
      municipality,
      programme,
      now,
      weekly,
      deliveries: sent,
      job,
      isEnteredFor: isEnteredFor(records, week),
    }),
  };
}

/** Who may send a 催促 from here: the prefecture's room sees the list, and nobody in it is put on the spot. */
function mayChaseHere({ who, room }: LookUpTurn): boolean {
  return may(who, 'chase', undefined, room.audience) && room.audience !== 'prefecture';
}

export async function unreported(turn: Chasing, page = 1, said: readonly Node[] = []) {
  const all = await standings(turn);
  const open = all.filter(({ lacking }) => lacking > 0);
  const counted = (of: WeekReport) => all.filter(({ report }) => report === of).length;
  const { shown, at, pages } = pageOf(open, page, A_PAGE);
  return unreportedCard({
    week: weekOf(turn.now),
    asked: all.length - counted('none'),
    notAsked: counted('none'),
    silent: counted('silent'),
    partly: counted('partly'),
    shown: shown,
    page: at,
    pages,
    mayChase: mayChaseHere(turn),
    anyDue: open.some(({ chase }) => chase.so === 'due'),
    mayName: mayNamePeople(turn.room.audience),
    said,
  });
}
