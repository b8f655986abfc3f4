import type { IColumn, IContainer, ITextBlock } from '@microsoft/teams.cards';
import type { Tone } from '../../../../cards/card.ts';
import { asTyped } from './as-typed.ts';

export type Element = IContainer['items'][number];
type Look = Partial<Omit<ITextBlock, 'type' | 'text' | 'wrap'>>;

/** Teams refuses some cards whose text is empty. */
const BLANK = '\u00A0';

/** The only maker of text blocks, so that nothing is drawn unescaped or cut at the edge. */
export function textBlock(text: string, look: Look = {}): ITextBlock {
  return { type: 'TextBlock', text: asTyped(text) || BLANK, wrap: true, ...look };
}

const LOOKS = {
  plain: { spacing: 'Small' },
  strong: { weight: 'Bolder', spacing: 'Small' },
  quiet: { isSubtle: true, size: 'Small', spacing: 'Small' },
  heading: { weight: 'Bolder', size: 'Medium', style: 'heading', spacing: 'Large' },
} as const satisfies Record<string, Look>;

export function drawText(text: string, look: keyof typeof LOOKS): ITextBlock {
  return textBlock(text, LOOKS[look]);
}

export const TONES = {
  good: { mark: '●', color: 'Good', style: 'good' },
  attention: { mark: '▲', color: 'Warning', style: 'warning' },
  bad: { mark: '■', color: 'Attention', style: 'attention' },
  quiet: { mark: '―', color: 'Default', style: undefined },
  plain: { mark: '◇', color: 'Default', style: undefined },
} as const satisfies Record<Tone, { mark: string; color: ITextBlock['color']; style: IContainer['style'] | undefined }>;

/** A column as narrow as what it holds. */
export function narrow(item: Element): IColumn {
  return { type: 'Column', width: 'auto', spacing: 'Small', items: [item] };
}

export function wide(...items: Element[]): IColumn {
  return { type: 'Column', width: 'stretch', spacing: 'Small', items };
}

/** The same width for every mark, so that what follows is aligned from row to row. */
export function markColumn(tone: Tone, color: ITextBlock['color'] = TONES[tone].color): IColumn {
  return {
    type: 'Column',
    width: '18px',
    items: [textBlock(TONES[tone].mark, { color, horizontalAlignment: 'Center' })],
  };
}

/** Lines close under a title; within one block Teams would set them apart as paragraphs. */
export function smallLines(text: string): ITextBlock[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => textBlock(line, { isSubtle: true, size: 'Small', spacing: 'None' }));
}
