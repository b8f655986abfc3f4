import type { Item, Kpi } from '../../programme/catalogue.ts';
import { type ChannelName, channels } from '../../programme/channel.ts';
import { type Day, dayOf, fiscalYearName, fullDate, shortMoment, timeOf } from '../../programme/day.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { type ItemRecord, stageName } from '../../programme/progress/item-record.ts';
import type { KpiRecord } from '../../programme/progress/kpi-record.ts';
import { entryText } from '../../programme/progress/kpi-value.ts';
import type { Provenance } from '../../programme/provenance.ts';
import type { TableBook } from '../table-book.ts';
import type { SheetTable, TableCell } from '../table-sheet.ts';

type Made = {
  readonly municipality: Municipality;
  readonly fiscalYear: number;
  readonly today: Day;
  readonly now: Date;
  /** By id; a role where names are not for the reader. */
  readonly nameOf: (member: string) => string;
};

/** 履歴 of an item: every report of it, oldest first, those that were taken back too. */
export function itemHistoryBook(item: Item, record: ItemRecord | undefined, made: Made): TableBook {
  const rows = (record?.versions ?? []).map((version): readonly TableCell[] => [
    ...[version.number, stageName(version.stage)],
    ...[version.evidence, version.note, version.reason],
    ...reportCells(version, made),
  ]);
  const headings = ['版', '段階', '根拠', 'ひとこと', '訂正の理由', ...REPORT];
  return bookOf(`${item.id} ${item.short}`, { name: item.id, headings, rows }, made);
}

/** 履歴 of a KPI: every report of it in the order of its weeks, those that were taken back too. */
export function kpiHistoryBook(kpi: Kpi, record: KpiRecord, made: Made): TableBook {
  const rows = record.entries.map((entry): readonly TableCell[] => [
    ...[entry.number, { day: entry.week }, entryText(kpi, entry)],
    ...[entry.value, entry.numerator, entry.denominator],
    ...[entry.evidence, entry.note, entry.reason],
    ...reportCells(entry, made),
  ]);
  const unit = kpi.type === 'boolean' ? '1は有、0は無' : kpi.unit;
  const headings = [
    ...['版', '対象週', '報告', `値（${unit}）`, '分子', '分母', '根拠', 'ひとこと', '訂正の理由'],
    ...REPORT,
  ];
  return bookOf(`${kpi.id} ${kpi.name}`, { name: kpi.id, headings, rows }, made);
}

const REPORT = ['報告日', '時刻', '報告者', 'チャット', '取消'];

type Report = Provenance & { readonly undone?: Provenance | undefined };

function reportCells({ at, by, via, undone }: Report, { nameOf }: Made): readonly TableCell[] {
  const moment = new Date(at);
  return [
    ...[{ day: dayOf(moment) }, timeOf(moment), nameOf(by), channels[via as ChannelName]?.called ?? via],
    undone && shortMoment(new Date(undone.at)),
  ];
}

function bookOf(what: string, table: SheetTable, { municipality, fiscalYear, today, now }: Made): TableBook {
  return {
    title: `${municipality.name} ${what} の履歴`,
    tables: [table],
    made: now,
    asOf: `${fullDate(today)}現在（${fiscalYearName(fiscalYear)}）`,
    definitions: ['全ての報告を、古いものから並べています。', '取り消された報告には「取消」に日時があります。'],
  };
}
