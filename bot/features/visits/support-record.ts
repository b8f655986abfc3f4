import type { SupportRecord } from '../../../documents/visits/support-record-docx.ts';
import { calendarOf } from '../../../programme/calendar.ts';
import { findKpi } from '../../../programme/catalogue.ts';
import { dayOf, fiscalYearOf, fullDate, timeOf } from '../../../programme/day.ts';
import { topicsOf } from '../../../programme/meetings/agenda.ts';
import type { Programme } from '../../../programme/programme.ts';
import { entryText } from '../../../programme/progress/kpi-value.ts';
import { Refusal } from '../../../programme/refusal.ts';
import {
  currentVisit,
  type VisitContent,
  type VisitRecord,
  visitRecordDue,
  visitStanding,
  visitStandingNames,
} from '../../../programme/visits/visit-record.ts';
import { MEMBERS, municipal, PROGRAMME, type Store } from '../../../storage/collections.ts';
import { municipalityNames } from '../../../storage/municipalities.ts';
import { kpisIn } from '../../../storage/progress.ts';

type Looking = { readonly store: Store; readonly programme: Programme; readonly now: Date };

/** A record as 支援記録票 has it, with its agenda, its 宿題, and what the municipality said. */
export async function supportRecordOf(record: VisitRecord, { store, programme, now }: Looking): Promise<SupportRecord> {
  const current = currentVisit(record);
  if (!current) throw Refusal.because('visit-not-recorded');
  const { municipality: code, meeting } = record;
  const [members, townName, topics, actions] = await Promise.all([
    store.members.list(MEMBERS),
    municipalityNames(store),
    store.agendaTopics.list(PROGRAMME, topicsOf(meeting)),
    store.actionItems.list(municipal(code), { from: `action-${meeting}:`, below: `action-${meeting};` }),
  ]);
  const byId = new Map(members.map(({ value }) => [value.id, value]));
  const answer = record.answers?.findLast(({ version, undone }) => version === current.number && undone === undefined);
  const standing = visitStanding(record, dayOf(now), calendarOf(programme.closures, code));
  return {
    number: record.id,
    version: current.number,
    municipality: townName(code),
    expert: byId.get(record.expert)?.name ?? '',
    content: current.content,
    topics: topics.filter(({ value }) => value.undone === undefined).map(({ value }) => value.text),
    actions: actions
      .map(({ value }) => value)
      .filter(({ undone }) => undone === undefined)
      .map(({ what, owner, due }) => ({ what, who: byId.get(owner)?.name ?? townName(code), due })),
    kpis: await kpisReported(record, current.content, { store, programme }),
    confirmed: answer
      ? {
          when: `${fullDate(dayOf(new Date(answer.at)))} ${timeOf(new Date(answer.at))}`,
          office: byId.get(answer.by)?.office ?? townName(code),
          note: answer.note,
        }
      : visitStandingNames[standing ?? 'waiting'],
  };
}

/** What whoever visited has reported of KPIs from the visit on until its record was due: the last of each, a line. */
async function kpisReported(
  { municipality, expert }: VisitRecord,
  { day }: VisitContent,
  { store, programme }: Pick<Looking, 'store' | 'programme'>,
): Promise<readonly string[]> {
  const until = visitRecordDue(day, calendarOf(programme.closures, municipality));
  const isOfVisit = ({ by, at, undone }: { by: string; at: string; undone?: unknown }) =>
    by === expert && undone === undefined && dayOf(new Date(at)) >= day && dayOf(new Date(at)) <= until;
  const records = (await kpisIn(store, municipality, fiscalYearOf(day))).map(({ value }) => value);
  return records.flatMap(({ kpi: id, entries }) => {
    const [kpi, entry] = [findKpi(id), entries.findLast(isOfVisit)];
    return kpi && entry ? [`${id} ${kpi.name}: ${entryText(kpi, entry)}`] : [];
  });
}
