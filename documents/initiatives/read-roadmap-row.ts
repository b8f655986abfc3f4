import { PERSON_NAMED, personNamedIn } from '../../programme/cases/person-named.ts';
import type { Day } from '../../programme/day.ts';
import { decisionDayTrouble } from '../../programme/initiatives/decision-day.ts';
import type { Initiative } from '../../programme/initiatives/initiative.ts';
import { notAnOffice } from '../../programme/initiatives/office-named.ts';
import {
  isCellTrouble,
  MARK,
  type RoadmapColumn,
  type RoadmapRow,
} from '../../programme/initiatives/roadmap-columns.ts';
import type { SaidContent } from '../../programme/initiatives/three-way.ts';
import { unreadable } from '../workbook/cells.ts';
import type { Problem } from '../workbook/fault.ts';
import type { GridRow } from '../workbook/grid.ts';
import { dayCell } from '../workbook/moment-cells.ts';
import { type CellSaid, plain } from '../workbook/said.ts';

/** In which column of the sheet each of ours stands. */
export type Places = ReadonlyMap<RoadmapColumn, number>;

export type RoadmapToRead = {
  readonly columns: readonly RoadmapColumn[];
  /** What was exported by id, each as it stood then. */
  readonly exported: ReadonlyMap<string, Initiative>;
  /** Of the roster: a 工程表 names offices and no people. */
  readonly people: readonly string[];
  /** Nothing is decided on a day after it. */
  readonly today: Day;
  /** Its first one. */
  readonly year: number;
};

/** Whose cells were all emptied: as good as deleted. Hidden columns are nobody's to empty. */
export const isEmptied = (row: GridRow, at: Places): boolean =>
  [...at].every(([{ kind }, column]) => kind === 'id' || kind === 'version' || row.said(column).kind === 'nothing');

/** A row as it was read, with what could not be read of it. */
export type ReadRow = {
  readonly row: number;
  readonly id: string | undefined;
  readonly said: SaidContent;
  readonly troubles: readonly string[];
  readonly notes: readonly string[];
};

export function readRow(row: GridRow, at: Places, { exported, ...known }: Omit<RoadmapToRead, 'columns'>): ReadRow {
  const id = idIn(row, at);
  const before = id === undefined ? undefined : exported.get(id);
  const written = [...at].filter(([{ kind }]) => kind !== 'id' && kind !== 'version');
  // A mark is read with the others of its row: together they are one answer.
  const touched = written.filter(
    ([column, place]) => column.kind === 'mark' || !before || !isAsExported(row.said(place), column, before),
  );
  let read: RoadmapRow = {};
  const troubles: string[] = [];
  for (const [column, place] of touched) {
    const found = readCell(row.said(place), column, read, known);
    if (typeof found === 'string') troubles.push(`${column.heading}: ${found}`);
    else read = found;
  }
  const keys = new Set(touched.map(([{ kind, key }]) => (kind === 'mark' ? 'spans' : key)));
  const said = Object.fromEntries([...keys].map((key) => [key, read[key as keyof RoadmapRow] ?? null]));
  const notes = touched
    .filter(([, place]) => row.isFormula(place))
    .map(([{ heading }]) => `${row.number}行目「${heading}」は、数式の結果を値として読みました。`);
  const notOffice = typeof said['department'] === 'string' ? notAnOffice(said['department']) : undefined;
  const asked =
    notOffice === undefined ? [] : [`${row.number}行目 主担当課: 「${notOffice}」は課の名前ですか。氏名は書きません。`];
  return { row: row.number, id, said, troubles, notes: [...notes, ...asked] };
}

function idIn(row: GridRow, at: Places): string | undefined {
  const [, place] = [...at].find(([{ kind }]) => kind === 'id') ?? [];
  return (place !== undefined && plain(row.said(place)).replace(/\s/g, '')) || undefined;
}

/** What nobody touched is not read again: it was good when it was written, whatever is asked of a cell today. */
function isAsExported(cell: CellSaid, column: RoadmapColumn, before: Initiative): boolean {
  const was = column.cell(before);
  if (was === undefined) return cell.kind === 'nothing';
  if (cell.kind === 'number') return cell.number === was;
  return (
    cell.kind === 'text' &&
    cell.text ===
      String(was)
        .replace(/[\p{Cc}\s]+/gu, ' ')
        .trim()
  );
}

function readCell(
  cell: CellSaid,
  column: RoadmapColumn,
  row: RoadmapRow,
  { people, today, year }: Pick<RoadmapToRead, 'people' | 'today' | 'year'>,
): RoadmapRow | string {
  const seen = seenIn(cell, column);
  if (typeof seen !== 'string') return `${seen.problem}。${seen.remedy}`;
  const isOffice = column.key === 'department' || column.key === 'others';
  if (isOffice && personNamedIn(seen, people) !== undefined) return PERSON_NAMED.replace(/。$/, '');
  const read = column.read(seen, row);
  if (!isCellTrouble(read)) return wrongDay(read, column, { today, year }) ?? read;
  return seen === ''
    ? read.instead
    : `「${seen.length > 30 ? `${seen.slice(0, 30)}…` : seen}」は読み取れません。${read.instead}`;
}

const wrongDay = (
  { decidedOn }: RoadmapRow,
  { key }: RoadmapColumn,
  { today, year }: Pick<RoadmapToRead, 'today' | 'year'>,
): string | undefined =>
  key === 'decidedOn' && decidedOn !== undefined
    ? decisionDayTrouble(decidedOn, year, today)?.replace(/。$/, '')
    : undefined;

/** What the column is to read, or why nobody can say what the cell says. */
function seenIn(cell: CellSaid, { kind }: RoadmapColumn): string | Problem {
  switch (cell.kind) {
    case 'nothing':
      return '';
    case 'broken':
    case 'unclear':
      return unreadable(cell, '値を書き直してください');
    case 'flag':
      return kind === 'mark' ? (cell.flag ? MARK : '') : plain(cell);
    default:
      return kind === 'day' ? daySeen(cell) : textSeen(cell, kind);
  }
}

function daySeen(cell: CellSaid): string | Problem {
  const day = dayCell.read(cell, { fiscalYear: undefined, places: undefined });
  return 'value' in day ? day.value : day;
}

/** Free text as it was typed, with its line breaks; half width where the sign matters. */
function textSeen(cell: CellSaid, kind: RoadmapColumn['kind']): string {
  return kind === 'text' && cell.kind === 'text' ? (cell.lines ?? cell.text) : plain(cell);
}
