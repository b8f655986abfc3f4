import type { ProgrammeContent } from '../../documents/workbook/content.ts';
import { isChatMeeting } from '../../programme/meetings/meeting.ts';
import { MEMBERS, municipal, PROGRAMME, type Store } from '../../storage/collections.ts';
import { municipalitiesIn } from '../../storage/municipalities.ts';

/**
 * What a workbook would have to say for an import of it to change nothing; undefined while there is no programme.
 * Meetings that were made or moved in chat are not the workbook's and stay out of it.
 */
export async function workbookContent(store: Store): Promise<ProgrammeContent | undefined> {
  const [programme, municipalities, members, meetings] = await Promise.all([
    store.programmes.get(PROGRAMME, 'programme'),
    municipalitiesIn(store),
    store.members.list(MEMBERS),
    store.meetings.list(PROGRAMME),
  ]);
  if (!programme) return undefined;
  // 支援対象外 municipalities carry neither items nor KPIs; what they reported before stays in the store.
  const supported = municipalities.filter((town) => town.supported).map(({ code }) => municipal(code));
  const [items, kpis] = await Promise.all([
    Promise.all(supported.map((place) => store.items.list(place, { from: 'item-', below: 'item.' }))),
    Promise.all(supported.map((place) => store.kpis.list(place, { from: 'kpi-', below: 'kpi.' }))),
  ]);
  return {
    programme: programme.value,
    municipalities: [...municipalities],
    members: members.flatMap(({ value: { id: _, active, preference: _own, leave: _days, ...entry } }) =>
      active ? [entry] : [],
    ),
    items: items.flat().map(({ value: { versions: _, ...item } }) => item),
    kpis: kpis.flat().map(({ value: { entries: _, ...kpi } }) => kpi),
    meetings: meetings.map(({ value }) => value).filter((meeting) => !isChatMeeting(meeting)),
  };
}
