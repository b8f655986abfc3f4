import type { Interview, Question } from './interview.ts';

/** Choices that fit beside the words to go on with; more are listed with numbers. */
export const MOST_BESIDE = 8;
/** As many lines as somebody looks through on a phone; more are turned over, or found by typing. */
const A_LIST = 20;

type Choice = NonNullable<Question['choices']>[number];

/** What can be seen of the choices of an open question. */
export type InSight = {
  /** What numbers count: what fits the words that were typed, else all there is. */
  readonly pool: readonly Choice[];
  readonly shown: readonly Choice[];
  /** The place in `pool` of the first one shown. */
  readonly from: number;
  readonly isNumbered: boolean;
  /** Whether `shown` is not all of it. */
  readonly isTurned: boolean;
};

export function inSight(
  { choices = [], several }: Question,
  { near, from = 0 }: Pick<Interview, 'near' | 'from'> = {},
): InSight {
  const pool = near ? choices.filter(({ value }) => near.includes(value)) : choices;
  // Several are sent by their numbers: names with a comma in them would be two.
  const isNumbered = several === true || pool.length > MOST_BESIDE;
  const shown = pool.slice(from, from + A_LIST);
  return { pool, shown, from, isNumbered, isTurned: pool.length > A_LIST };
}

/** The next lines of a long list; behind the last ones it begins again. */
export function turnedOver(interview: Interview, question: Question): Interview {
  const { pool, from } = inSight(question, interview);
  return { ...interview, from: from + A_LIST < pool.length ? from + A_LIST : 0 };
}
