import {
  type FigureRecord,
  isReportFigure,
  type NumberedFigure,
  numberedFigures,
  type ReportBlock,
  type ReportCell,
  type ReportPart,
  type ReportRow,
} from '../../programme/final-report/figure.ts';
import { ANNEX } from '../../programme/final-report/final-section.ts';
import { exportBook } from '../export-book.ts';
import type { SheetTable, TableCell } from '../table-sheet.ts';
import type { FinalSheet } from './final-report-docx.ts';

/** Sheets that are tables of the report as they stand in it: by chapter, and the heading of the table. */
const FROM_REPORT = [
  { name: '項目', chapter: 4, heading: '項目ごとの支援前と支援後' },
  { name: 'KPI', chapter: 4, heading: 'KPI' },
  { name: '会議', chapter: 7, heading: '開催の記録' },
  { name: '決定事項', chapter: 7, heading: '決定事項' },
  { name: '権利留保物', chapter: 10, heading: '権利留保物' },
  { name: '体制変更', chapter: 2, heading: '体制変更の履歴' },
  { name: '事例', chapter: 8, heading: '横展開の事例と承諾' },
] as const;

/** 別添.xlsx: where each figure of the report comes from, and the lists behind it. */
export async function finalAnnexXlsx({ parts, calledOf }: Pick<FinalSheet, 'parts' | 'calledOf'>): Promise<Uint8Array> {
  const shown = parts.filter(({ chapter }) => chapter !== ANNEX);
  const numbers = numberedFigures(shown);
  const lists = parts.filter(({ chapter }) => chapter === ANNEX).map((part) => listOf(part, calledOf));
  return exportBook([
    sourcesSheet(numbers, calledOf),
    ...lists,
    ...FROM_REPORT.flatMap((of) => reportSheet(of, shown, calledOf)),
  ]);
}

const HEADINGS = [
  '番号',
  '何の数字',
  '本文の表示',
  '値',
  '記録の種類',
  '記録の番号',
  '団体コード',
  '版',
  '日',
  'もとの数字',
  '数え方',
];

function sourcesSheet(numbers: ReadonlyMap<string, NumberedFigure>, calledOf: FinalSheet['calledOf']): SheetTable {
  const rows = [...numbers.values()].flatMap((figure) => {
    const { number, what, text, value, rule, records = [], of = [] } = figure;
    const sums = of.flatMap((key) => numbers.get(key)?.number ?? []).join('、');
    const row = (record: FigureRecord | undefined): TableCell[] => [
      ...[number, what, text, value],
      ...(record
        ? [calledOf(record.kind), record.id, record.municipality, record.version, dayCell(record.day)]
        : [undefined, undefined, undefined, undefined, undefined]),
      ...[sums, rule],
    ];
    return records.length > 0 ? records.map(row) : [row(undefined)];
  });
  return { name: '根拠', headings: HEADINGS, rows };
}

const dayCell = (day: string | undefined): TableCell => (day === undefined ? undefined : { day });

const bare = (cell: ReportCell): string => (isReportFigure(cell) ? cell.text : cell);

/** Numbers and days stand as such, so that they can be summed and sorted; codes and times stay as they are written. */
function listed(cell: ReportCell, heading: string | undefined): TableCell {
  const said = bare(cell);
  if (/^\d{4}-\d{2}-\d{2}$/.test(said)) return { day: said };
  return heading !== '団体コード' && /^\d+$/.test(said) ? Number(said) : said;
}

/** Behind each row's own words: of which record it is. */
const OF_RECORD = ['記録の種類', '記録の番号', '版'];
const recordCells = ({ record }: ReportRow, calledOf: FinalSheet['calledOf']): readonly TableCell[] =>
  record ? [calledOf(record.kind), record.id, record.version] : [undefined, undefined, undefined];

function listOf({ title, blocks }: ReportPart, calledOf: FinalSheet['calledOf']): SheetTable {
  const { head = [], rows = [] } = blocks[0]?.table ?? {};
  const filled = rows.map((row) => [
    ...row.cells.map((cell, at) => listed(cell, head[at])),
    ...recordCells(row, calledOf),
  ]);
  return { name: title, headings: [...head, ...OF_RECORD], rows: filled };
}

type Listed = (typeof FROM_REPORT)[number];

/** One table of the report, or the tables of all municipalities below each other, each row with whose it is. */
function reportSheet(
  { name, chapter, heading }: Listed,
  parts: readonly ReportPart[],
  calledOf: FinalSheet['calledOf'],
): SheetTable[] {
  const own = parts.flatMap((part) => {
    const block = part.chapter === chapter ? part.blocks.find((each) => each.heading === heading) : undefined;
    return block?.table ? [{ part, table: block.table satisfies ReportBlock['table'] }] : [];
  });
  const [first] = own;
  if (!first) return [];
  const isOfTowns = first.part.municipality !== undefined;
  const rows = own.flatMap(({ part, table }) =>
    table.rows.map((row) => [
      ...(isOfTowns ? [part.municipality, part.title.replace(/（\d+）$/, '')] : []),
      ...row.cells.map(bare),
      ...recordCells(row, calledOf),
    ]),
  );
  const headings = [...(isOfTowns ? ['団体コード', '市町村'] : []), ...first.table.head, ...OF_RECORD];
  return [{ name, headings, rows }];
}
