import type { Node } from '../../../../../cards/card.ts';
import type { FlexBox, FlexPart } from '../../message.ts';
import { factsPart } from './facts.ts';
import { column, flexText, LINE_COLOUR, quiet, row } from './paint.ts';
import { width } from './width.ts';

type Table = Extract<Node, { kind: 'table' }>;

/** What a phone can show side by side; a wider table becomes one block of facts a row. */
const MOST_COLUMNS = 4;
const NUMBER = /^[-−△▲+＋]?[\d０-９][\d０-９,，.．]*\s*\S{0,3}$/;
const RULE: FlexPart = { type: 'separator', color: LINE_COLOUR, margin: 'sm' };

/** A part a row, so that a long table can go on in the next bubble. */
export function tableParts({ head, rows }: Table): FlexPart[] {
  if (head.length > MOST_COLUMNS) return rows.map((each) => record(head, each));
  const columns = head.map((title, at) =>
    columnOf(
      title,
      rows.map((each) => each[at] ?? ''),
    ),
  );
  const line = (cells: readonly string[], draw: typeof flexText, margin: 'sm' | 'lg') =>
    row(
      columns.map(({ flex, isNumeric }, at) =>
        draw(cells[at] ?? '', { size: 'sm', flex, ...(isNumeric ? { align: 'end' as const } : {}) }),
      ),
      { margin },
    );
  return [line(head, quiet, 'lg'), ...rows.flatMap((each) => [RULE, line(each, flexText, 'sm')])];
}

/** Columns share the width by their longest text, within bounds that leave each readable. */
function columnOf(title: string, cells: readonly string[]): { flex: number; isNumeric: boolean } {
  const filled = cells.filter((cell) => cell !== '' && cell !== '―');
  return {
    flex: Math.min(24, Math.max(8, ...[title, ...cells].map(width))),
    isNumeric: filled.length > 0 && filled.every((cell) => NUMBER.test(cell)),
  };
}

function record(head: readonly string[], cells: readonly string[]): FlexBox {
  const facts = head.slice(1).map((label, at) => [label, cells[at + 1] ?? ''] as const);
  return column([flexText(cells[0] ?? '', { weight: 'bold' }), factsPart(facts)], { margin: 'md' });
}
