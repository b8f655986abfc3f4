import { addDays, dayOf } from '../../../programme/day.ts';
import {
  asOf,
  type Digest,
  digestOf,
  digestPeriod,
  type MunicipalityRecords,
} from '../../../programme/digest/digest.ts';
import type { DigestRecord } from '../../../programme/digest/digest-record.ts';
import { isCancelled, type Meeting, startOf } from '../../../programme/meetings/meeting.ts';
import type { Municipality } from '../../../programme/municipality.ts';
import type { Programme } from '../../../programme/programme.ts';
import type { Week } from '../../../programme/week.ts';
import { municipal, PROGRAMME, type Store } from '../../../storage/collections.ts';
import { progressIn } from '../../../storage/progress.ts';
import { allMeetings } from '../meetings/find.ts';

export type Gathered = {
  readonly digest: Digest;
  readonly records: readonly MunicipalityRecords[];
  readonly meetings: readonly Meeting[];
};

/** Meetings this many days ahead belong in the digest. */
const DAYS_AHEAD = 14;

/**
 * A week's digest. What was sent for the week fixes its span, so that every reader sees the same; before that it runs
 * from the last one that was sent to now.
 * @param only the municipalities (団体コード or name) to read; all supported ones when absent
 */
export async function gatherDigest(
  store: Store,
  programme: Programme,
  { week, now, only }: { readonly week: Week; readonly now: Date; readonly only?: string | undefined },
): Promise<Gathered> {
  const [all, period] = await Promise.all([supported(store), spanOf(store, programme, week, now)]);
  const chosen = only === undefined ? all : all.filter(({ code, name }) => only === code || only === name);
  const records = await Promise.all(chosen.map((municipality) => read(store, municipality, programme.fiscalYear)));
  // The sums are of the same moment as the facts beside them.
  const then = records.map((each) => ({ ...each, records: asOf(each.records, period.until) }));
  const meetings = (await allMeetings(store)).filter((meeting) => isNear(meeting, period.until));
  return { digest: digestOf(programme, week, period, records), records: then, meetings };
}

async function spanOf(
  store: Store,
  programme: Programme,
  week: Week,
  now: Date,
): Promise<{ since: Date; until: Date }> {
  const sent = await store.digests.list(PROGRAMME, { from: 'digest-', below: `digest-${week}~` });
  const previous = sent.at(-1)?.value;
  if (previous?.week === week) return span(previous);
  const ordinary = digestPeriod(programme, week, now);
  return previous ? { ...ordinary, since: new Date(previous.until) } : ordinary;
}

function isNear(meeting: Meeting, until: Date): boolean {
  const last = addDays(dayOf(until), DAYS_AHEAD);
  return !isCancelled(meeting) && startOf(meeting) > until && meeting.day <= last;
}

const span = ({ since, until }: DigestRecord) => ({ since: new Date(since), until: new Date(until) });

async function supported(store: Store): Promise<readonly Municipality[]> {
  const found = await store.municipalities.list(PROGRAMME, { from: 'municipality-', below: 'municipality.' });
  return found.map(({ value }) => value).filter((municipality) => municipality.supported);
}

async function read(store: Store, municipality: Municipality, fiscalYear: number): Promise<MunicipalityRecords> {
  const [records, helps] = await Promise.all([
    progressIn(store, municipality.code, fiscalYear),
    store.helpRequests.list(municipal(municipality.code), { from: 'help-', below: 'help.' }),
  ]);
  return { municipality, records, helps: helps.map(({ value }) => value) };
}
