import type { IContainer } from '@microsoft/teams.cards';
import type { Row } from '../../../../cards/card.ts';
import { press } from './action.ts';
import { type Element, markColumn, narrow, smallLines, textBlock, wide } from './text.ts';

export function drawList(rows: readonly Row[]): Element[] {
  return rows.map((row, index) => ({ ...drawRow(row), separator: index > 0 }));
}

/** A row that can be pressed shows it, and is as high as a thumb. */
function drawRow({ title, detail, tone, ask }: Row): IContainer {
  const mark = tone === undefined ? [] : [markColumn(tone)];
  const words = [textBlock(title, ask === undefined ? {} : { weight: 'Bolder' }), ...smallLines(detail ?? '')];
  const more = ask === undefined ? [] : [narrow(textBlock('›', { size: 'Large', isSubtle: true }))];
  return {
    type: 'Container',
    spacing: 'Small',
    minHeight: ask === undefined ? '24px' : '44px',
    verticalContentAlignment: 'Center',
    ...(ask === undefined ? {} : { selectAction: press(ask, title, 'none') }),
    items: [
      {
        type: 'ColumnSet',
        columns: [...mark, wide(...words), ...more].map((column) => ({
          ...column,
          verticalContentAlignment: 'Center' as const,
        })),
      },
    ],
  };
}
