import { may } from '../../../programme/may.ts';
import type { Registry } from '../../registry.ts';
import type { TurnStart } from '../../turn.ts';
import { TODAY } from '../amounts/days.ts';
import type { Reading } from '../parts/reading.ts';
import type { Sentence } from '../parts/sentence.ts';
import type { Span } from '../parts/span.ts';
import { unreadIn } from '../text/fluff.ts';

/** More places than this are not said in one message. */
const MOST_PLACES = 9;

/**
 * A message that begins with a municipality and names others further on, cut before each; undefined for any other. What
 * is said of a place stands behind its name.
 */
export function partsByPlace(sentence: Sentence): readonly string[] | undefined {
  const { plain, spans } = sentence;
  const towns = spans.filter(({ kind }) => kind === 'town');
  const [first] = towns;
  if (!first || towns.length < 2 || towns.length > MOST_PLACES || !isHeading(sentence, first.from)) return undefined;
  return towns.map(({ from }, at) => plain.slice(from, towns[at + 1]?.from).replace(/[\s、,。・]+$/, ''));
}

const isNowSaid = (said: string): boolean => TODAY.test(said) || said === '今週';

/** きょうの確認結果です。: nothing before the first place says anything of it. */
function isHeading({ folded, spans }: Sentence, until: number): boolean {
  const read = spans.filter(({ to }) => to <= until);
  const isNow = ({ kind, from, to }: Span): boolean =>
    kind === 'around' || ((kind === 'day' || kind === 'days') && isNowSaid(folded.slice(from, to)));
  return read.every(isNow) && unreadIn(folded.slice(0, until), 'report', []) === '';
}

/** One ask of all of them, where each is a report in full and without a doubt; undefined otherwise. It asks itself once. */
export function readingOfPlaces(
  readings: readonly Reading[],
  registry: Registry,
  { who }: Pick<TurnStart, 'who'>,
): Reading | undefined {
  const command = registry.means('places');
  const places = readings.map((reading) => rowsOf(reading, registry));
  const codes = new Set(places.map((place) => place?.['municipality']));
  const needs = registry.find(command)?.needs;
  if (!needs || !may(who, needs) || codes.size < readings.length || places.includes(undefined)) return undefined;
  return { command, input: { places }, notes: readings.flatMap(({ notes }) => notes) };
}

const isClear = ({ doubt, options, none, unknown }: Reading): boolean =>
  (doubt === undefined || doubt === 'together') && !options && none === undefined && !unknown;

/** Reports of one place as rows of a weekly report; nothing that only a report by itself can take. */
function rowsOf(reading: Reading, registry: Registry): Readonly<Record<string, unknown>> | undefined {
  const { command, input } = reading;
  const { municipality, item, stage, kpi, value, numerator, denominator, answers, stages, ...rest } = input;
  if (!isClear(reading)) return undefined;
  if (typeof municipality !== 'string' || Object.values(rest).some((each) => each !== undefined)) return undefined;
  if (registry.isMeantBy(command, 'several') && (answers ?? stages)) return { municipality, answers, stages };
  if (registry.isMeantBy(command, 'stage') && item && stage)
    return { municipality, stages: { [String(item)]: { stage } } };
  const numbers = Object.entries({ value, numerator, denominator }).filter(([, number]) => number !== undefined);
  if (!registry.isMeantBy(command, 'value') || !kpi || numbers.length === 0) return undefined;
  const answer = Object.fromEntries(numbers.map(([name, number]) => [name, String(number)]));
  return { municipality, answers: { [String(kpi)]: answer } };
}
