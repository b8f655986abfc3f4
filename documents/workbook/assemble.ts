import { findKpi } from '../../programme/catalogue.ts';
import { usualAudience } from '../../programme/meetings/audience.ts';
import { meetingId } from '../../programme/meetings/meeting.ts';
import { isPerson } from '../../programme/meetings/party.ts';
import { audienceIn, listedIn } from './audience.ts';
import { saysNone } from './cells.ts';
import type { ProgrammeContent, WorkbookAssignment, WorkbookMeeting } from './content.ts';
import type { ReadSheets } from './judge.ts';
import { closuresOf } from './judge-dates.ts';
import { expertsCalled } from './judge-dispatch.ts';
import { kpiValue } from './kpi-amount.ts';
import type { Settings } from './settings.ts';

/** The workbook's content, once nothing is wrong with it. */
export function assemble(
  { contact, division, writtenOut: _, ...settings }: Settings,
  read: ReadSheets,
): ProgrammeContent {
  const roster = listedIn(read.roster);
  return {
    programme: {
      ...settings,
      ...(division ? { division } : {}),
      ...(contact ? { contact } : {}),
      closures: closuresOf(read),
    },
    municipalities: [...read.municipalities.whole()],
    members: read.roster.whole().map(memberOf),
    items: read.items.whole().map(itemOf),
    kpis: read.kpis.whole().map(kpiOf),
    meetings: read.meetings.whole().map((meeting) => meetingOf(meeting, roster)),
    ...(read.dispatch.lines.length > 0
      ? { assignments: read.dispatch.whole().map((line) => assignmentOf(line, read.roster.lines)) }
      : {}),
  };
}

type Of<S extends keyof ReadSheets> = ReadSheets[S] extends { readonly whole: () => readonly (infer V)[] } ? V : never;

/** Who sees everything carries no municipalities of their own. */
function memberOf({
  email,
  municipalities = [],
  lead = false,
  expertise,
  area,
  experienced,
  duties,
  party,
  pledged,
  ...person
}: Of<'roster'>): ProgrammeContent['members'][number] {
  const everywhere = person.role === 'secretariat' || person.role === 'prefecture';
  return {
    ...{ ...person, lead, municipalities: everywhere ? [] : [...municipalities] },
    ...(email ? { email } : {}),
    ...(expertise === undefined ? {} : { expertise: [...expertise] }),
    ...(area === undefined ? {} : { area: saysNone(area) ? '' : area }),
    ...(experienced === undefined ? {} : { experienced }),
    ...(duties === undefined ? {} : { duties: [...duties] }),
    ...(party === undefined ? {} : { party }),
    ...(pledged === undefined ? {} : { pledged }),
  };
}

function itemOf({
  due,
  startStage: stage,
  startSource: source,
  certainty,
  ...item
}: Of<'items'>): ProgrammeContent['items'][number] {
  const start =
    stage === undefined ? undefined : { stage, ...(source ? { source } : {}), ...(certainty ? { certainty } : {}) };
  return { ...item, ...(due ? { due } : {}), ...(start ? { start } : {}) };
}

/** Once nothing is wrong with the workbook, one expert is called so. */
function assignmentOf(line: Of<'dispatch'>, roster: ReadSheets['roster']['lines']): WorkbookAssignment {
  const { municipality, from, until, planned, themes, agreed } = line;
  const [one] = expertsCalled(line.expert, roster);
  return {
    ...{ municipality, from, until, expert: { name: one?.is.name ?? '', office: one?.is.office ?? '' } },
    ...(planned === undefined ? {} : { planned }),
    ...(themes && themes.length > 0 ? { themes: [...themes] } : {}),
    ...(agreed ? { agreed } : {}),
  };
}

function kpiOf(is: Of<'kpis'>): ProgrammeContent['kpis'][number] {
  const kpi = findKpi(is.kpi);
  const [baseline, target] = [is.baseline, is.target].map((said) => kpi && kpiValue(kpi, said));
  return {
    municipality: is.municipality,
    kpi: is.kpi,
    weekly: is.weekly ?? false,
    ...(typeof baseline === 'number' ? { baseline } : {}),
    ...(typeof target === 'number' ? { target } : {}),
    ...(is.due ? { due: is.due } : {}),
  };
}

function meetingOf(
  { place = '', audience: said, ...meeting }: Of<'meetings'>,
  roster: ReturnType<typeof listedIn>,
): WorkbookMeeting {
  const audience = (said && audienceIn(said, roster).audience) ?? usualAudience(meeting.kind) ?? [];
  const people = roster
    .filter(({ one }) => audience.includes(one.id))
    .map(({ one: { name, office } }) => ({ name, office }));
  return {
    ...meeting,
    id: meetingId(meeting),
    place,
    audience: audience.filter((party) => !isPerson(party)),
    ...(people.length > 0 ? { people } : {}),
  };
}
