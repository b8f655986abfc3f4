import { alsoAsWorkbook } from '../../../cards/also-as-workbook.ts';
import type { Ask, Card } from '../../../cards/card.ts';
import { ofClosedYear } from '../../../cards/progress/closed-year.ts';
import { definitionCard } from '../../../cards/progress/definition.ts';
import { historiesCard } from '../../../cards/progress/histories.ts';
import { itemHistoryCard, kpiHistoryCard } from '../../../cards/progress/history.ts';
import { workbookCard } from '../../../cards/workbook-file.ts';
import { currentWeek, shownDay, yearOver } from '../../../programme/asked-year.ts';
import { ask } from '../../../programme/asks.ts';
import { editionOf, findItem, findKpi, type Item, isOfProgramme, type Kpi } from '../../../programme/catalogue.ts';
import { dayOf } from '../../../programme/day.ts';
import { may, mayNamePeople } from '../../../programme/may.ts';
import type { ItemRecord } from '../../../programme/progress/item-record.ts';
import type { KpiRecord } from '../../../programme/progress/kpi-record.ts';
import { Refusal } from '../../../programme/refusal.ts';
import type { Undoable } from '../../../programme/undo.ts';
import { MEMBERS } from '../../../storage/collections.ts';
import { itemAt, kpiAt, progressIn } from '../../../storage/progress.ts';
import { defineCommand, type Prepared } from '../../command.ts';
import type { MunicipalTurn, Turn, TurnStart } from '../../turn.ts';

export const showHistory = defineCommand({
  name: 'show-history',
  says: ['履歴'],
  help: '項目やKPIの報告の履歴（いつ・だれが・何を）を表示します。',
  example: '履歴 S1-3',
  ownExample: { of: ({ of, kpi }) => kpi && `${of}${kpi.id}の履歴` },
  english: 'Show who reported what and when.',
  group: { title: '確かめる', order: 4 },
  needs: 'view',
  about: 'municipality',
  usualFor: {},
  writes: false,
  spoken: {
    words: [
      '履歴',
      '推移',
      'りれき',
      'これまでの値',
      'これまでの報告',
      '前回の値',
      '前回の報告',
      '先週の報告',
      '報告を見',
      '報告を確認',
      ...['誰が', 'だれが', 'どなたが', '誰がいつ', 'だれがいつ', 'いつ誰が', 'いつだれが'].flatMap((who) =>
        ['報告', '入力', '記録'].flatMap((deed) => [`${who}${deed}した`, `${who}${deed}しま`]),
      ),
    ],
    wins: 300,
    alone: ['kpi'],
    looks: true,
    instead: '履歴を見る',
    firm: true,
  },
  check: ({ item, kpi }) => (item || kpi ? [] : [{ input: 'item' }]),

  async question({ page, form }, { store, programme, municipality }) {
    const records = await progressIn(store, municipality.code, programme);
    return historiesCard(municipality, records, {
      page: Number(page ?? 1) || 1,
      closed: yearOver(programme),
      form: form === undefined ? form : 'excel',
    });
  },

  // Nobody has a history of it: KP-01 asks what it is, whichever municipality is meant.
  withoutTown: async ({ kpi }, turn) => ofProgramme(kpi, turn),

  async prepare({ item: itemId, kpi: kpiId }, turn): Promise<Prepared<OnRecord>> {
    const { municipality, programme, store } = turn;
    const defined = ofProgramme(kpiId, turn);
    if (defined) return { found: { defined } };
    const edition = editionOf(programme);
    const [item, kpi] = [findItem(itemId ?? '', edition), findKpi(kpiId ?? '', edition)];
    if (item) {
      const at = itemAt(municipality.code, programme.fiscalYear, item.id);
      return { found: { item, record: (await store.items.get(at.partition, at.id))?.value } };
    }
    const at = kpiAt(municipality.code, programme.fiscalYear, kpi?.id ?? '');
    const record = (await store.kpis.get(at.partition, at.id))?.value;
    if (!kpi || !record) throw Refusal.because('unknown-kpi', { said: kpiId ?? '' });
    return { found: { kpi, record } };
  },

  async run({ form }, turn, found) {
    const { municipality, programme, now } = turn;
    const closed = yearOver(programme);
    if ('defined' in found) return { card: found.defined };
    const of = { municipality: municipality.code, ...ofClosedYear(closed) };
    const key = 'item' in found ? { item: found.item.id } : { kpi: found.kpi.id };
    const asWorkbook = ask('show-history', { ...key, ...of, form: 'excel' });
    if (form !== undefined) return { card: await historyFile(found, turn, asWorkbook) };
    const mayReport = closed === undefined && may(turn.who, 'report', municipality.code, turn.room.audience);
    // Who reports looks often, and even where nothing can be written: for them it is typed, 「履歴 K0-03 Excel」.
    const offering = (card: Card): Card => (mayReport ? card : alsoAsWorkbook(card, asWorkbook));
    if ('item' in found) {
      const { item, record } = found;
      const nameOf = await namesOf(turn, record?.versions ?? []);
      return { card: offering(itemHistoryCard({ municipality, closed, item, record, nameOf })) };
    }
    const { kpi, record } = found;
    const nameOf = await namesOf(turn, record.entries);
    const edition = editionOf(turn.programme);
    const shown = {
      municipality,
      closed,
      kpi,
      record,
      edition,
      week: currentWeek(programme, now),
      today: shownDay(programme, now),
    };
    return { card: offering(kpiHistoryCard({ ...shown, nameOf, mayReport })) };
  },
});

type Recorded =
  | { readonly item: Item; readonly record: ItemRecord | undefined }
  | { readonly kpi: Kpi; readonly record: KpiRecord };
type OnRecord = { readonly defined: Card } | Recorded;

/** Every report of it, where the card shows the last ones. */
async function historyFile(found: Recorded, turn: MunicipalTurn, again: Ask): Promise<Card> {
  const { municipality, programme, now } = turn;
  const { itemHistoryBook, kpiHistoryBook } = await import('../../../documents/progress/history-book.ts');
  const { tableBook } = await import('../../../documents/table-book.ts');
  const nameOf = await namesOf(turn, 'item' in found ? (found.record?.versions ?? []) : found.record.entries);
  const made = { municipality, fiscalYear: programme.fiscalYear, today: shownDay(programme, now), now, nameOf };
  const book =
    'item' in found ? itemHistoryBook(found.item, found.record, made) : kpiHistoryBook(found.kpi, found.record, made);
  return workbookCard(book, await tableBook(book), again);
}

/** What a KPI of the programme means; undefined for one of municipalities. */
function ofProgramme(id: unknown, { who, room, programme, now }: TurnStart): Card | undefined {
  const edition = editionOf(programme);
  const kpi = typeof id === 'string' ? findKpi(id, edition) : undefined;
  if (!kpi || !isOfProgramme(kpi)) return undefined;
  const figures = may(who, 'figures', undefined, room.audience);
  return definitionCard({ kpi, edition, today: dayOf(now) }, { count: false, figures });
}

/** Names stay out of group rooms that are not registered for those who steer: there a role stands instead. */
async function namesOf({ store, room }: Turn, reports: readonly Undoable[]): Promise<(id: string) => string> {
  if (!mayNamePeople(room.audience)) return () => '担当者';
  const ids = [...new Set(reports.flatMap(({ by, proxy }) => [by, ...(proxy?.for === undefined ? [] : [proxy.for])]))];
  const members = await Promise.all(ids.map((id) => store.members.get(MEMBERS, id)));
  const names = new Map(members.flatMap((found) => (found ? [[found.value.id, found.value.name] as const] : [])));
  return (id) => names.get(id) ?? '（名簿にない人）';
}
