import type { ProgrammeContent, WorkbookAssignment, WorkbookMeeting } from '../../documents/workbook/content.ts';
import { fiscalYearOf } from '../../programme/day.ts';
import { isChatMeeting, type Meeting } from '../../programme/meetings/meeting.ts';
import { isPerson } from '../../programme/meetings/party.ts';
import type { Member } from '../../programme/member.ts';
import { type Programme, YearSettings } from '../../programme/programme.ts';
import { ASSIGNMENTS, type Assignment, currentAssignment } from '../../programme/support/assignment.ts';
import { MEMBERS, municipal, PROGRAMME, type Store } from '../../storage/collections.ts';
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
  const [items, kpis, assignments] = await Promise.all([
    Promise.all(supported.map((code) => itemsIn(store, code, fiscalYear))),
    Promise.all(supported.map((code) => kpisIn(store, code, fiscalYear))),
    Promise.all(supported.map((code) => store.assignments.list(municipal(code), ASSIGNMENTS))),
  ]);
  return {
    programme: YearSettings.parse(programme.value),
    municipalities: [...municipalities],
    members: members.flatMap(({ value: { id: _, active, preference: _own, leave: _days, terms: _terms, ...entry } }) =>
      active ? [entry] : [],
    ),
    items: items.flat().map(({ value: { versions: _, fiscalYear: _year, ...item } }) => item),
    kpis: kpis.flat().map(({ value: { entries: _, fiscalYear: _year, ...kpi } }) => kpi),
    assignments: assignments.flat().flatMap(({ value }) => assignmentLine(value, people, programme.value)),
    meetings: meetings.flatMap(({ value }) => (isItsOwn(value) ? [lineOf(value, people)] : [])),
  };
}

/** Those of this year that stand, of people who are there. */
function assignmentLine(
  assignment: Assignment,
  members: ReadonlyMap<string, Member>,
  { start }: Pick<Programme, 'start'>,
): readonly WorkbookAssignment[] {
  const one = members.get(assignment.expert);
  const { from, until, planned, themes, agreed } = currentAssignment(assignment);
  const isServed = one?.active && one.municipalities.includes(assignment.municipality);
  if (assignment.active === false || !isServed || from < start) return [];
  return [
    {
      ...{ municipality: assignment.municipality, expert: { name: one.name, office: one.office }, from, until },
      ...(planned === undefined ? {} : { planned }),
      ...(themes ? { themes } : {}),
      ...(agreed ? { agreed } : {}),
    },
  ];
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
