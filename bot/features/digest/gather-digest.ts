import { yearOver } from '../../../programme/asked-year.ts';
import { addDays, dayOf } from '../../../programme/day.ts';
import {
  asOf,
  type Digest,
  digestOf,
  digestPeriod,
  type MunicipalityRecords,
} from '../../../programme/digest/digest.ts';
import type { DigestRecord } from '../../../programme/digest/digest-record.ts';
import { mayLearnOf } from '../../../programme/help/between-sides.ts';
import type { HelpRequest } from '../../../programme/help/help-request.ts';
import { isCancelled, type Meeting, startOf } from '../../../programme/meetings/meeting.ts';
import type { Member } from '../../../programme/member.ts';
import type { Municipality } from '../../../programme/municipality.ts';
import type { Programme } from '../../../programme/programme.ts';
import { type Week, weekOfDay } from '../../../programme/week.ts';
import { municipal, PROGRAMME, type Store } from '../../../storage/collections.ts';
import { municipalitiesIn, supportedMunicipalities } from '../../../storage/municipalities.ts';
import { progressIn } from '../../../storage/progress.ts';
import type { Stored } from '../../../storage/store.ts';
import { allMeetings } from '../meetings/find.ts';
import { type LinesThen, linesThen } from './lines-then.ts';

export type Gathered = LinesThen & {
  readonly digest: Digest;
  readonly records: readonly MunicipalityRecords[];
  readonly meetings: readonly Meeting[];
};

/** Who serves some municipalities hears nothing of the programme as a whole. */
const NO_LINES: LinesThen = { waiting: [], lines: [] };
/** Meetings this many days ahead belong in the digest. */
const DAYS_AHEAD = 14;

type Asked = {
  readonly week: Week;
  readonly now: Date;
  readonly only?: readonly string[] | undefined;
  /** Who reads it, where it is for one person. */
  readonly who?: Pick<Member, 'id' | 'role'> | undefined;
};

/**
 * A week's digest. What was sent for the week fixes its span, so that every reader sees the same; before that it runs
 * from the last one that was sent to now.
 * @param only the municipalities (団体コード) to read; all that take part when absent
 */
export async function gatherDigest(
  store: Store,
  programme: Programme,
  { week, now, only, who }: Asked,
): Promise<Gathered> {
  const [all, period] = await Promise.all([takingPart(store, programme), spanOf(store, programme, week, now)]);
  const chosen = only === undefined ? all : all.filter(({ code }) => only.includes(code));
  const read = await Promise.all(chosen.map((municipality) => readOf(store, municipality, programme, who)));
  const records = yearOver(programme) === undefined ? read : read.filter(hasRecords);
  // The sums are of the same moment as the facts beside them.
  const then = records.map((each) => ({ ...each, records: asOf(each.records, period.until) }));
  const [meetings, said] = await Promise.all([
    meetingsAhead(store, period.until),
    only === undefined ? linesThen({ store, programme, until: period.until }) : NO_LINES,
  ]);
  return { digest: digestOf(programme, week, period, records), records: then, meetings, ...said };
}

async function spanOf(
  store: Store,
  programme: Programme,
  week: Week,
  now: Date,
): Promise<{ since: Date; until: Date }> {
  const sent = await store.digests.list(PROGRAMME, { from: firstOf(programme), below: `digest-${week}~` });
  const previous = sent.at(-1)?.value;
  if (previous?.week === week) return span(previous);
  const ordinary = digestPeriod(programme, week, now);
  return previous ? { ...ordinary, since: new Date(previous.until) } : ordinary;
}

/** Visits are none of the digest: those of a fortnight are more than all other meetings. */
function meetingsAhead(store: Store, until: Date): Promise<readonly Meeting[]> {
  const [today, last] = [dayOf(until), addDays(dayOf(until), DAYS_AHEAD)];
  return allMeetings(store, (meeting) => {
    const isAhead = meeting.day >= today && meeting.day <= last && startOf(meeting) > until;
    return isAhead && meeting.visit === undefined && !isCancelled(meeting);
  });
}

/** The week of the last digest that was sent in the programme's year; without any, the last week of that. */
export async function lastWeekOf(store: Store, programme: Programme): Promise<Week> {
  const last = weekOfDay(programme.end);
  const sent = await store.digests.list(PROGRAMME, { from: firstOf(programme), below: `digest-${last}~` });
  return sent.at(-1)?.value.week ?? last;
}

/** A year's digests begin with it: those of the years before are not looked through. */
const firstOf = ({ start }: Programme): string => `digest-${weekOfDay(start)}`;

const span = ({ since, until }: DigestRecord) => ({ since: new Date(since), until: new Date(until) });

/** Those that are supported; of a year that is over, all that there are, because some may have left since. */
async function takingPart(store: Store, programme: Programme): Promise<readonly Municipality[]> {
  return yearOver(programme) === undefined ? supportedMunicipalities(store) : municipalitiesIn(store);
}

const hasRecords = ({ records }: MunicipalityRecords): boolean => records.items.size + records.kpis.size > 0;

async function readOf(
  store: Store,
  municipality: Municipality,
  programme: Programme,
  who: Asked['who'],
): Promise<MunicipalityRecords> {
  const [records, helps] = await Promise.all([
    progressIn(store, municipality.code, programme),
    store.helpRequests.list(municipal(municipality.code), { from: 'help-', below: 'help.' }),
  ]);
  const all = heldIn(helps);
  const isOpenTo = (help: HelpRequest): boolean => !who || mayLearnOf(help, who);
  return { municipality, records, helps: all.every(isOpenTo) ? all : all.filter(isOpenTo) };
}

type Held = readonly Stored<HelpRequest>[];
const known = new WeakMap<Held, readonly HelpRequest[]>();

/** While a store hands out the same list, what it holds is the same list too. */
function heldIn(list: Held): readonly HelpRequest[] {
  const held = known.get(list) ?? list.map(({ value }) => value);
  known.set(list, held);
  return held;
}
