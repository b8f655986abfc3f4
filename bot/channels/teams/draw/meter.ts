import type { IContainer } from '@microsoft/teams.cards';
import type { Node } from '../../../../cards/card.ts';
import { press } from './action.ts';
import { bar, barRow } from './bar.ts';
import { type Element, markColumn, narrow, smallLines, textBlock, wide } from './text.ts';

type Meter = Extract<Node, { kind: 'meter' }>;

const CELLS = 20;

export function drawMeter({ label, percent, caption, tone, ask }: Meter): Element {
  const more = ask === undefined ? [] : [narrow(textBlock('›', { size: 'Large', isSubtle: true }))];
  return {
    type: 'Container',
    spacing: 'Default',
    ...(ask === undefined ? {} : { selectAction: press(ask, label, 'none') }),
    items: [
      { type: 'ColumnSet', columns: [markColumn(tone), wide(textBlock(label, { weight: 'Bolder' })), ...more] },
      barRow(bar(percent / 100, CELLS, tone), textBlock(`${percent}%`, { weight: 'Bolder' })),
      ...smallLines(caption),
    ],
  } satisfies IContainer;
}
