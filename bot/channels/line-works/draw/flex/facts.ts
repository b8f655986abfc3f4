import type { FlexBox } from '../../message.ts';
import { column, flexText, quiet, row } from './paint.ts';
import { width } from './width.ts';

const WHOLE = 44;
/** Labels of Latin letters take more than `width` counts: a Latin letter is wider than half a Japanese one. */
const SPARE = 3;

/** Labels beside their values, in a column as wide as the longest that leaves the values room. */
export function factsPart(facts: readonly (readonly [label: string, value: string])[]): FlexBox {
  const label = Math.min(16, Math.max(6, ...facts.map(([each]) => width(each) + SPARE)));
  return column(
    facts.map(([name, value]) =>
      row([quiet(name, { flex: label }), flexText(value, { size: 'sm', flex: WHOLE - label })]),
    ),
    { spacing: 'xs', margin: 'md' },
  );
}
