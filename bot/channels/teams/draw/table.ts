import type { ITable, ITableRow } from '@microsoft/teams.cards';
import type { Node } from '../../../../cards/card.ts';
import { drawFacts, type Element, textBlock } from './text.ts';

type Table = Extract<Node, { kind: 'table' }>;

/** What a phone can show side by side; a wider table becomes one block of facts a row. */
const MOST_COLUMNS = 4;
const NUMBER = /^[-−△▲+＋]?[\d０-９][\d０-９,，.．]*\s*\S{0,3}$/;

export function drawTable(table: Table): Element[] {
  if (table.head.length > MOST_COLUMNS) return table.rows.flatMap((row) => drawRecord(table.head, row));
  const right = table.head.map((_, at) => table.rows.length > 0 && table.rows.every((row) => isNumber(row[at])));
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

function isNumber(cell: string | undefined): boolean {
  return cell !== undefined && (cell === '―' || cell === '' || NUMBER.test(cell));
}

/** Columns share the width by their longest text, within bounds that leave each readable. */
function weight(texts: readonly string[]): number {
  const longest = Math.max(...texts.map((text) => [...text].length));
  return Math.min(12, Math.max(4, longest));
}
