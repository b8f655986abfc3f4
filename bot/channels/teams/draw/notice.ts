import type { IColumnSet, IContainer } from '@microsoft/teams.cards';
import type { Tone } from '../../../../cards/card.ts';
import { type Element, markColumn, TONES, textBlock, wide } from './text.ts';

/** Only what needs attention or thanks gets a coloured box; the rest is a line with its mark. */
export function drawNotice(tone: Tone, text: string): Element {
  const { style } = TONES[tone];
  const words = {
    type: 'ColumnSet',
    columns: [markColumn(tone, 'Default'), wide(textBlock(text))],
  } satisfies IColumnSet;
  if (style === undefined) return { ...words, spacing: 'Small' };
  return { type: 'Container', style, spacing: 'Default', items: [words] } satisfies IContainer;
}
