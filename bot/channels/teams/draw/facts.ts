import type { IColumnSet, IContainer } from '@microsoft/teams.cards';
import { asTyped } from './as-typed.ts';
import { type Element, textBlock, wide } from './text.ts';
import { labelColumn } from './width.ts';

/** Columns, because a FactSet cuts a long URL and squeezes its labels to one character to make room for it. */
export function drawFacts(facts: readonly (readonly [string, string])[]): Element {
  const width = labelColumn(facts.map(([label]) => asTyped(label)));
  return {
    type: 'Container',
    spacing: 'Small',
    items: facts.map(
      ([label, value], index) =>
        ({
          type: 'ColumnSet',
          spacing: index === 0 ? 'None' : 'Small',
          columns: [{ type: 'Column', width, items: [textBlock(label, { isSubtle: true })] }, wide(textBlock(value))],
        }) satisfies IColumnSet,
    ),
  } satisfies IContainer;
}
