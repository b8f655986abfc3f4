import type { IColumn, IColumnSet, IRichTextBlock, ITextBlock, ITextRun } from '@microsoft/teams.cards';
import type { Tone } from '../../../../cards/card.ts';
import { narrow, TONES, wide } from './text.ts';

const FILLED = '▅';
const REST = '▁';

/**
 * A bar of characters: columns with a background get 16 px of padding in Teams, and its ProgressBar is not drawn by
 * every client. Filled and rest differ in shape, so the bar is read without colour.
 */
export function bar(share: number, cells: number, tone: Tone): IRichTextBlock {
  const filled = filledCells(share, cells);
  return {
    type: 'RichTextBlock',
    inlines: [
      ...run(FILLED.repeat(filled), { color: barColor(tone) }),
      ...run(REST.repeat(cells - filled), { isSubtle: true }),
    ],
  };
}

/** A bar with its figure behind it, and perhaps a label before it. The characters stand on the line of the text. */
export function barRow(length: IRichTextBlock, figure: ITextBlock, ...before: IColumn[]): IColumnSet {
  const columns = [...before, narrow(length), wide(figure)].map(atBottom);
  return { type: 'ColumnSet', spacing: 'None', minHeight: '24px', columns };
}

export function atBottom(column: IColumn): IColumn {
  return { ...column, verticalContentAlignment: 'Bottom' };
}

/** A share above zero is never drawn as an empty bar, and one below the whole never as a full one. */
function filledCells(share: number, cells: number): number {
  if (share <= 0) return 0;
  if (share >= 1) return cells;
  return Math.min(cells - 1, Math.max(1, Math.round(share * cells)));
}

function run(text: string, look: Partial<ITextRun>): ITextRun[] {
  return text === '' ? [] : [{ ...look, type: 'TextRun', text, size: 'Small' }];
}

function barColor(tone: Tone): NonNullable<ITextRun['color']> {
  return tone === 'plain' ? 'Accent' : TONES[tone].color;
}
