import { z } from 'zod';
import { Provenance } from '../provenance.ts';

/** How a municipality counts, where the definition leaves it to them; the latest that stands is in force. */
export const CountingRule = Provenance.extend({ text: z.string(), undone: Provenance.optional() });
export type CountingRule = z.infer<typeof CountingRule>;

type Ruled = { readonly countings?: CountingRule[] | undefined };

/** What was decided last and stands; its text is empty where the municipality took its rule away. */
export const countingDecided = ({ countings = [] }: Ruled): CountingRule | undefined =>
  countings.findLast(({ undone }) => undone === undefined);

export function countingRule(record: Ruled): CountingRule | undefined {
  const decided = countingDecided(record);
  return decided?.text === '' ? undefined : decided;
}

/**
 * The same rule again, or a replay of the same ask, changes nothing.
 * @param text empty for no rule of its own any more
 */
export function withCountingRule<T extends Ruled>(record: T, text: string, from: Provenance): T {
  const { countings = [] } = record;
  const isSame = (countingRule(record)?.text ?? '') === text;
  if (countings.some(({ ask }) => ask === from.ask) || isSame) return record;
  return { ...record, countings: [...countings, { ...from, text }] };
}
