import { z } from 'zod';
import type { Day } from './day.ts';
import type { Shown } from './shown.ts';

/** How an input is read from a sentence and drawn in a form. */
export type Reads =
  | 'municipality'
  | 'step'
  | 'item'
  | 'kpi'
  | 'stage'
  | 'amount'
  | 'numerator'
  | 'denominator'
  | 'week'
  /** 2024 for 令和6年度. */
  | 'year'
  | 'audience'
  | 'code'
  | 'topic'
  | 'url'
  | 'day'
  /** A day on which something took place. */
  | 'pastDay'
  /** A day that records are looked at of: a month is one too. */
  | 'comparedDay'
  | 'time'
  | 'place'
  | 'meeting'
  /** For whom a meeting is. */
  | 'invited'
  | 'repeat'
  | 'weekday'
  /** A half hour while offices are open. */
  | 'officeTime'
  | 'channel'
  | 'email'
  /** Municipalities, one or more. */
  | 'towns'
  /** Of a municipality that is not in the programme yet. */
  | 'townCode'
  /** 圏域 */
  | 'area'
  /** One of what the input itself says can be chosen. */
  | 'choice'
  /** The same, of which the years are also said as 来年度 or 令和9年度. */
  | 'itemYear'
  /** How many, of no KPI. */
  | 'number'
  /** 満足度 of a visit: by itself or as 点, and in no other unit. */
  | 'score'
  | 'text'
  /** A card fills it in; a person is never asked for it and cannot type it. */
  | 'hidden';

export type InputMeta = {
  readonly title: string;
  /** Asked where a sentence may mean several. */
  readonly which?: string;
  readonly reads: Reads;
  /** Absent where nobody has to see it again. */
  readonly shown?: Shown;
  readonly hint?: string;
  readonly maxLength?: number;
  /** Of a choice: what can be chosen. What it is called is also how it is said. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  /** Which of the choices is meant by a word that is none of their names. */
  readonly otherwise?: (word: string, today: Day) => string | undefined;
  /** The later of two that are said together: 14:00-15:30. */
  readonly second?: true;
  /** A name: any word may stand in it, and a sign of doubt is none. */
  readonly named?: true;
  /** Why something is done: 議会のため is one without its marker too. */
  readonly because?: true;
  /** A municipality's name may stand in it: 所属 小海町 総務課. */
  readonly holdsTowns?: true;
  /** Kept as it was written: a number in it that may be somebody's own is asked about once; needs `sure` beside it. */
  readonly ownWords?: true;
  /** Its marker is a negation that is meant: 受け取らない. */
  readonly denies?: true;
  /** A word that looks like this is one, without its marker; behind another marker it is part of what that one takes. */
  readonly looks?: (word: string) => boolean;
  /** Nothing is read as one but what stands behind its marker: 1 is a place in a list, and no sum of money. */
  readonly onlyMarked?: true;
  /** What nothing else can be read from is its text, though it has a marker. */
  readonly takesRest?: true;
  /** Typed, it is what follows this word (代理 佐藤); for a hidden input, the word itself. */
  readonly marker?: string;
  /** Its marker is a word of its own, and not the beginning of one. */
  readonly markerAlone?: true;
};

/** The label and reader of every input ride on its schema. */
export const inputMeta = z.registry<InputMeta>();

/** The same for an input that may be left out. */
const metaOf = (schema: z.ZodType): InputMeta | undefined =>
  inputMeta.get((schema instanceof z.ZodOptional ? schema.unwrap() : schema) as z.ZodType);

/** What a command takes, each with what it says of itself. */
export type Inputs = z.ZodObject;
export function metasOf(inputs: Inputs): readonly Declared[] {
  const known = declared.get(inputs) ?? declaredIn(inputs);
  declared.set(inputs, known);
  return known;
}

type Declared = { readonly name: string; readonly meta: InputMeta };
/** A schema never changes. */
const declared = new WeakMap<Inputs, readonly Declared[]>();

const declaredIn = (inputs: Inputs): readonly Declared[] =>
  Object.entries(inputs.shape).flatMap(([name, schema]) => {
    const meta = metaOf(schema as z.ZodType);
    return meta ? [{ name, meta }] : [];
  });

/** What can be chosen where each has a name, in the order of the names. */
export const choicesOf = (names: Readonly<Record<string, string>>): NonNullable<InputMeta['choices']> =>
  Object.entries(names).map(([value, label]) => ({ value, label }));
