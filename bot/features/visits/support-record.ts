import type { SupportRecord } from '../../../documents/visits/support-record-docx.ts';
import { calendarOf } from '../../../programme/calendar.ts';
import { dayOf, shortMoment } from '../../../programme/day.ts';
import { topicsOf } from '../../../programme/meetings/agenda.ts';
import type { Programme } from '../../../programme/programme.ts';
import { Refusal } from '../../../programme/refusal.ts';
import {
  currentVisit,
  type VisitRecord,
  visitStanding,
  visitStandingNames,
} from '../../../programme/visits/visit-record.ts';
import { MEMBERS, municipal, PROGRAMME, type Store } from '../../../storage/collections.ts';
import { municipalityNames } from '../../../storage/municipalities.ts';

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
    kpis: [],
    confirmed: answer
      ? {
          when: shortMoment(new Date(answer.at)),
          office: byId.get(answer.by)?.office ?? townName(code),
          note: answer.note,
        }
      : visitStandingNames[standing ?? 'waiting'],
  };
}
