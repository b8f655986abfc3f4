import type { IContainer } from '@microsoft/teams.cards';
import type { Node } from '../../../../cards/card.ts';
import { bar } from './bar.ts';
import { type Element, narrow, TONES, textBlock, wide } from './text.ts';

type Meter = Extract<Node, { kind: 'meter' }>;

const CELLS = 20;

export function drawMeter({ label, percent, caption, tone }: Meter): Element {
  const { mark, color } = TONES[tone];
  return {
    type: 'Container',
    spacing: 'Default',
    items: [
      {
        type: 'ColumnSet',
        columns: [
          narrow(textBlock(mark, { color })),
          wide(textBlock(label, { weight: 'Bolder' })),
          narrow(textBlock(`${percent}%`, { weight: 'Bolder' })),
        ],
      },
      { ...bar(percent / 100, CELLS, tone), spacing: 'None' },
      ...(caption === '' ? [] : [textBlock(caption, { isSubtle: true, size: 'Small', spacing: 'None' })]),
    ],
  } satisfies IContainer;
}
