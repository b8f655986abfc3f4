import type { Day } from '../../programme/day.ts';
import type { InputMeta, Reads } from '../../programme/inputs.ts';
import { daysSaid } from './days.ts';
import { weekSaid } from './sentence.ts';
import { timesSaid } from './times.ts';

type Input = { readonly name: string; readonly meta: InputMeta };

/** 14:00-15:30 is a start and an end. */
export function readRange(word: string, inputs: readonly Input[], given: Record<string, unknown>): boolean {
  const pair = pairOf('time', inputs);
  const times = pair && timesSaid(word);
  if (times) [given[pair[0]], given[pair[1]]] = times;
  return times !== undefined;
}

/** 10/7-10/11 is a first day and a last one, 来週 too. */
export function readDays(word: string, inputs: readonly Input[], given: Record<string, unknown>, today: Day): boolean {
  const pair = pairOf('day', inputs);
  const days = pair && (daysSaid(word, today) ?? weekSaid(word, today));
  if (days) [given[pair[0]], given[pair[1]]] = days;
  return days !== undefined;
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
