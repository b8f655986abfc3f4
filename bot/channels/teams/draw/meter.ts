import type { IContainer } from '@microsoft/teams.cards';
import type { Node } from '../../../../cards/card.ts';
import { bar, barRow } from './bar.ts';
import { type Element, markColumn, textBlock, wide } from './text.ts';

type Meter = Extract<Node, { kind: 'meter' }>;

const CELLS = 20;

export function drawMeter({ label, percent, caption, tone }: Meter): Element {
  return {
    type: 'Container',
    spacing: 'Default',
    items: [
      { type: 'ColumnSet', columns: [markColumn(tone), wide(textBlock(label, { weight: 'Bolder' }))] },
      barRow(bar(percent / 100, CELLS, tone), textBlock(`${percent}%`, { weight: 'Bolder' })),
      ...(caption === '' ? [] : [textBlock(caption, { isSubtle: true, size: 'Small', spacing: 'None' })]),
    ],
  } satisfies IContainer;
}
