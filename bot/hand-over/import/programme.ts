import type { WorkbookMeeting } from '../../../documents/workbook/content.ts';
import { editionOf } from '../../../programme/catalogue.ts';
import { fiscalYearOf } from '../../../programme/day.ts';
import { isChatMeeting, type Meeting, meetingId, startOf } from '../../../programme/meetings/meeting.ts';
import { audienceOf, isTown } from '../../../programme/meetings/party.ts';
import { visitModeNames } from '../../../programme/meetings/visit-mode.ts';
import type { Municipality } from '../../../programme/municipality.ts';
import type { Programme } from '../../../programme/programme.ts';
import type { Stored } from '../../../storage/store.ts';
import type { Identified } from './identify.ts';
import { bring, type ImportStep, type Run, takeAway, withOwn } from './step.ts';

/** The edition that is in force at the first import stays: a newer one is taken up by somebody who saw what changes. */
export function planProgramme(run: Run, programme: Programme, found: Stored<Programme> | undefined): ImportStep {
  const edition = editionOf(found?.value ?? programme).id;
  return bring(run, 'programmes', found, (now) => ({ edition, ...now, ...programme }), { section: 'programme' });
}

export function planMunicipalities(
  run: Run,
  listed: readonly Municipality[],
  known: readonly Stored<Municipality>[],
): readonly ImportStep[] {
  const byCode = new Map(known.map((found) => [found.value.code, found]));
  const codes = new Set(listed.map(({ code }) => code));
  const gone = known.filter(({ value }) => !codes.has(value.code) && value.supported);
  const told = (municipality: string) => ({ section: 'municipalities', municipality }) as const;
  return [
    ...listed.map((one) =>
      bring(run, 'municipalities', byCode.get(one.code), (now) => ({ ...now, ...one }), told(one.code)),
    ),
    ...gone.map((found) =>
      bring(run, 'municipalities', found, (now = found.value) => ({ ...now, supported: false }), {
        ...told(found.value.code),
        outcome: 'ended',
      }),
    ),
  ];
}

/** A meeting of the workbook, for the people of the store whom it names. */
export function meetingOf(
  { people = [], audience, ...meeting }: WorkbookMeeting,
  roster: readonly Identified[],
): Meeting {
  const named = roster.filter(({ entry }) =>
    people.some(({ name, office }) => name === entry.name && office === entry.office),
  );
  const visit = visitOf(meeting, audience, named);
  return { ...meeting, audience: audienceOf([...audience, ...named.map(({ id }) => id)]), ...(visit ? { visit } : {}) };
}

/** 訪問 of one expert to one municipality is a visit that is recorded; any other one is only called so. */
function visitOf(
  { kind, place }: Pick<WorkbookMeeting, 'kind' | 'place'>,
  audience: WorkbookMeeting['audience'],
  named: readonly Identified[],
): Meeting['visit'] {
  const [expert, ...others] = named.filter(({ entry }) => entry.role === 'expert');
  if (kind !== 'visit' || !expert || others.length > 0 || audience.filter(isTown).length !== 1) return undefined;
  return { expert: expert.id, mode: place.includes(visitModeNames.online) ? 'online' : 'in-person' };
}

const OWN_OF_MEETING = ['id', 'title', 'kind', 'day', 'start', 'end', 'place', 'audience', 'visit'] as const;

/**
 * Meetings made or moved in chat are not the workbook's, those of another year stand in that year's workbook, and what
 * has begun has happened: none of these is removed. A meeting that was moved in chat stays where it is, whether the
 * workbook still has the old time or already the new one.
 * @param fiscalYear the year of the workbook
 */
export function planMeetings(
  run: Run,
  listed: readonly Meeting[],
  known: readonly Stored<Meeting>[],
  fiscalYear: number,
): readonly ImportStep[] {
  const byId = new Map([
    ...known.map((found) => [found.value.id, found] as const),
    ...known.filter(({ value }) => isChatMeeting(value)).map((found) => [meetingId(found.value), found] as const),
  ]);
  const ids = new Set(listed.map(({ id }) => id));
  const isItsOwn = (meeting: Meeting) => !isChatMeeting(meeting) && fiscalYearOf(meeting.day) === fiscalYear;
  const gone = known.filter(({ value }) => !ids.has(value.id) && isItsOwn(value) && startOf(value) > run.now);
  return [
    ...listed.map((one) =>
      bring(run, 'meetings', byId.get(one.id), (now) => (now ? ofWorkbook(now, one) : one), { section: 'meetings' }),
    ),
    ...gone.map((found) => takeAway(run, 'meetings', found, 'meetings')),
  ];
}

function ofWorkbook(now: Meeting, one: Meeting): Meeting {
  return isChatMeeting(now) ? now : withOwn<Meeting, (typeof OWN_OF_MEETING)[number]>(now, OWN_OF_MEETING, one);
}
