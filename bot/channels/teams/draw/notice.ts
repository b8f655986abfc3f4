import type { IColumnSet, IContainer } from '@microsoft/teams.cards';
import type { Tone } from '../../../../cards/card.ts';
import { type Element, narrow, TONES, textBlock, wide } from './text.ts';

/** Only what needs attention or thanks gets a coloured box; the rest is a line with its mark. */
export function drawNotice(tone: Tone, text: string): Element {
  const { mark, style } = TONES[tone];
  const words = { type: 'ColumnSet', columns: [narrow(textBlock(mark)), wide(textBlock(text))] } satisfies IColumnSet;
  if (style === undefined) return { ...words, spacing: 'Small' };
  return { type: 'Container', style, spacing: 'Default', items: [words] } satisfies IContainer;
}
