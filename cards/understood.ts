import { ask } from '../programme/asks.ts';
import { type Inputs, metasOf } from '../programme/input-meta.ts';
import type { Ask, Button } from './card.ts';

/**
 * What a sentence was read as, in words: the same wherever a person is asked whether it was meant.
 * @param inputs what the command takes, with what each is called
 */
export function understoodFacts(
  { input }: Pick<Ask, 'input'>,
  inputs: Inputs,
  townName: (code: string) => string,
): readonly (readonly [string, string])[] {
  const shown = metasOf(inputs).flatMap(({ name, meta: { shown: as } }) => (as ? [{ name, as }] : []));
  return shown
    .toSorted((a, b) => a.as.order - b.as.order)
    .flatMap(({ name, as }) => as.facts(input[name], { input, townName }));
}

/** What was not meant is left as it is. */
export const never: Button = { label: 'やめる', ask: ask('never-mind') };
