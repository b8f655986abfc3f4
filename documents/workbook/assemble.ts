import { findKpi } from '../../programme/catalogue.ts';
import { type Meeting, meetingId } from '../../programme/meetings/meeting.ts';
import type { ProgrammeContent } from './content.ts';
import type { ReadSheets } from './judge.ts';
import { closuresOf } from './judge-dates.ts';
import { kpiValue } from './kpi-amount.ts';
import type { Settings } from './settings.ts';

/** The workbook's content, once nothing is wrong with it. */
export function assemble({ contact, writtenOut: _, ...settings }: Settings, read: ReadSheets): ProgrammeContent {
  return {
    programme: { ...settings, ...(contact ? { contact } : {}), closures: closuresOf(read) },
    municipalities: [...read.municipalities.whole()],
    members: read.roster.whole().map(memberOf),
    items: read.items.whole().map(({ due, ...item }) => ({ ...item, ...(due ? { due } : {}) })),
    kpis: read.kpis.whole().map(kpiOf),
    meetings: read.meetings.whole().map(meetingOf),
  };
}

type Of<S extends keyof ReadSheets> = ReadSheets[S] extends { readonly whole: () => readonly (infer V)[] } ? V : never;

/** Who sees everything carries no municipalities of their own. */
function memberOf({
  email,
  municipalities = [],
  lead = false,
  ...person
}: Of<'roster'>): ProgrammeContent['members'][number] {
  const everywhere = person.role === 'secretariat' || person.role === 'prefecture';
  return { ...person, lead, municipalities: everywhere ? [] : [...municipalities], ...(email ? { email } : {}) };
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

function meetingOf({ place = '', audience, ...meeting }: Of<'meetings'>): Meeting {
  return {
    ...meeting,
    id: meetingId(meeting),
    place,
    audience: typeof audience === 'string' ? audience : [...audience],
  };
}
