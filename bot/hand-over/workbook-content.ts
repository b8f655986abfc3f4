import type { ProgrammeContent, WorkbookMeeting } from '../../documents/workbook/content.ts';
import { fiscalYearOf } from '../../programme/day.ts';
import { isChatMeeting, type Meeting } from '../../programme/meetings/meeting.ts';
import { isPerson } from '../../programme/meetings/party.ts';
import type { Member } from '../../programme/member.ts';
import { YearSettings } from '../../programme/programme.ts';
import { MEMBERS, PROGRAMME, type Store } from '../../storage/collections.ts';
import { municipalitiesIn } from '../../storage/municipalities.ts';
import { itemsIn, kpisIn } from '../../storage/progress.ts';

/**
 * What a workbook would have to say for an import of it to change nothing; undefined while there is no programme.
 * Meetings that were made or moved in chat are not the workbook's and stay out of it, as do those of a year that is over.
 */
export async function workbookContent(store: Store): Promise<ProgrammeContent | undefined> {
  const [programme, municipalities, members, meetings] = await Promise.all([
    store.programmes.get(PROGRAMME, 'programme'),
    municipalitiesIn(store),
    store.members.list(MEMBERS),
    store.meetings.list(PROGRAMME),
  ]);
  if (!programme) return undefined;
  const people = new Map(members.map(({ value }) => [value.id, value]));
  // 支援対象外 municipalities carry neither items nor KPIs; what they reported before stays in the store.
  const supported = municipalities.filter((town) => town.supported).map(({ code }) => code);
  const { fiscalYear } = programme.value;
  const isItsOwn = (meeting: Meeting) => !isChatMeeting(meeting) && fiscalYearOf(meeting.day) === fiscalYear;
  const [items, kpis] = await Promise.all([
    Promise.all(supported.map((code) => itemsIn(store, code, fiscalYear))),
    Promise.all(supported.map((code) => kpisIn(store, code, fiscalYear))),
  ]);
  return {
    programme: YearSettings.parse(programme.value),
    municipalities: [...municipalities],
    members: members.flatMap(({ value: { id: _, active, preference: _own, leave: _days, ...entry } }) =>
      active ? [entry] : [],
    ),
    items: items.flat().map(({ value: { versions: _, fiscalYear: _year, ...item } }) => item),
    kpis: kpis.flat().map(({ value: { entries: _, fiscalYear: _year, ...kpi } }) => kpi),
    meetings: meetings.flatMap(({ value }) => (isItsOwn(value) ? [lineOf(value, people)] : [])),
  };
}

/** As the workbook has it: people are named as 名簿 names them, those who left no more. */
function lineOf({ audience, visit: _, ...meeting }: Meeting, members: ReadonlyMap<string, Member>): WorkbookMeeting {
  const named = audience.filter(isPerson).flatMap((id) => {
    const one = members.get(id);
    return one?.active ? [{ name: one.name, office: one.office }] : [];
  });
  const parties = audience.filter((party) => !isPerson(party));
  return { ...meeting, audience: parties, ...(named.length > 0 ? { people: named } : {}) };
}
