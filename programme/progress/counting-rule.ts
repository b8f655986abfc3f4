import { z } from 'zod';
import { Provenance } from '../provenance.ts';

/** How a municipality counts, where the definition leaves it to them; the latest that stands is in force. */
export const CountingRule = Provenance.extend({ text: z.string(), undone: Provenance.optional() });
export type CountingRule = z.infer<typeof CountingRule>;

type Ruled = { readonly countings?: CountingRule[] | undefined };

export const countingRule = ({ countings = [] }: Ruled): CountingRule | undefined =>
  countings.findLast(({ undone }) => undone === undefined);

/** The same rule again, or a replay of the same ask, changes nothing. */
export function withCountingRule<T extends Ruled>(record: T, text: string, from: Provenance): T {
  const { countings = [] } = record;
  if (countings.some(({ ask }) => ask === from.ask) || countingRule(record)?.text === text) return record;
  return { ...record, countings: [...countings, { ...from, text }] };
}
