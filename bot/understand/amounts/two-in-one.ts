import type { Day } from '../../../programme/day.ts';
import type { InputMeta, Reads } from '../../../programme/input-meta.ts';
import { inputKinds } from '../../inputs/input-kinds.ts';

type Input = { readonly name: string; readonly meta: InputMeta };

/** 14:00-15:30 is a start and an end, 10/7-10/11 a first day and a last one. */
export function readBoth(word: string, inputs: readonly Input[], given: Record<string, unknown>, today: Day): boolean {
  for (const reads of new Set(inputs.map(({ meta }) => meta.reads))) {
    const pair = pairOf(reads, inputs);
    const both = pair && inputKinds[reads].both?.(word, today);
    if (!pair || !both) continue;
    [given[pair[0]], given[pair[1]]] = both;
    return true;
  }
  return false;
}

/** The first and the second of a pair of inputs of one kind. */
function pairOf(reads: Reads, inputs: readonly Input[]): readonly [string, string] | undefined {
  const of = inputs.filter(({ meta }) => meta.reads === reads);
  const [first, second] = [of.find(({ meta }) => !meta.second), of.find(({ meta }) => meta.second)];
  return first && second && [first.name, second.name];
}

const FRACTION: readonly Reads[] = ['numerator', 'denominator'];

/** 124/200 is a numerator and a denominator. */
export function readFraction(word: string, inputs: readonly Input[], given: Record<string, unknown>): boolean {
  const parts = /^([\d,.]+)\/([\d,.]+)$/.exec(word);
  const [top, bottom] = FRACTION.map((reads) => inputs.find(({ meta }) => meta.reads === reads)?.name);
  if (!parts || top === undefined || bottom === undefined) return false;
  given[top] = parts[1];
  given[bottom] = parts[2];
  return true;
}
