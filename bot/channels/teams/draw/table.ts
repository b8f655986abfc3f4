import type { ITable, ITableRow } from '@microsoft/teams.cards';
import type { Node } from '../../../../cards/card.ts';
import { drawFacts } from './facts.ts';
import { type Element, textBlock } from './text.ts';
import { pixels } from './width.ts';

type Table = Extract<Node, { kind: 'table' }>;

/** What a phone can show side by side; a wider table becomes one block of facts a row. */
const MOST_COLUMNS = 4;
const NUMBER = /^[-−△▲+＋]?[\d０-９][\d０-９,，.．]*\s*\S{0,3}$/;

export function drawTable(table: Table): Element[] {
  if (table.head.length > MOST_COLUMNS) return table.rows.flatMap((row) => drawRecord(table.head, row));
  const right = table.head.map((_, at) => isNumeric(table.rows.map((row) => row[at] ?? '')));
  return [
    {
      type: 'Table',
      spacing: 'Default',
      firstRowAsHeaders: true,
      columns: table.head.map((title, at) => ({
        width: weight([title, ...table.rows.map((row) => row[at] ?? '')]),
        ...(right[at] ? { horizontalCellContentAlignment: 'Right' as const } : {}),
      })),
      rows: [drawRow(table.head, table.head.length), ...table.rows.map((row) => drawRow(row, table.head.length))],
    } satisfies ITable,
  ];
}

function drawRow(cells: readonly string[], count: number): ITableRow {
  return {
    type: 'TableRow',
    cells: Array.from({ length: count }, (_, at) => ({ type: 'TableCell', items: [textBlock(cells[at] ?? '')] })),
  };
}

function drawRecord(head: readonly string[], row: readonly string[]): Element[] {
  const facts = head.slice(1).map((label, at) => [label, row[at + 1] ?? ''] as const);
  return [textBlock(row[0] ?? '', { weight: 'Bolder', separator: true }), drawFacts(facts)];
}

/** Numbers, and blanks among them. */
function isNumeric(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '' && cell !== '―');
  return filled.length > 0 && filled.every((cell) => NUMBER.test(cell));
}

/** Columns share the width by their longest text, within bounds that leave each readable. */
function weight(texts: readonly string[]): number {
  return Math.min(168, Math.max(56, ...texts.map(pixels)));
}
