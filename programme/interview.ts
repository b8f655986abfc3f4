import { z } from 'zod';
import { ChannelName } from './channel.ts';
import { defineKind, inOne, ofNoYear, wholly } from './kind.ts';

/** An interview nobody has answered for so long is over. */
const HOURS_KEPT = 24;

const Choice = z.object({ value: z.string(), label: z.string() });

/** One field of a form, as it is asked by itself. */
export const Question = z.object({
  /** May be a path: `answers.K0-03.value`. */
  name: z.string(),
  label: z.string(),
  /** `search`: one of more than can be listed, found by a part of its name; `choices` are those always offered. */
  type: z.enum(['text', 'number', 'date', 'time', 'toggle', 'choice', 'search']),
  required: z.boolean(),
  /** What stands above it: lines of the part of the form it belongs to. */
  intro: z.array(z.string()),
  /** Which part of the form it belongs to. */
  part: z.number().int(),
  hint: z.string().optional(),
  /** Why its last value was not accepted. */
  error: z.string().optional(),
  /** What is filled in already and may stay. */
  value: z.string().optional(),
  choices: z.array(Choice).optional(),
  /** More than one of the choices may be taken. */
  several: z.boolean().optional(),
  maxLength: z.number().optional(),
  /** What a number is counted in. */
  unit: z.string().optional(),
  /** The number before. */
  last: z.string().optional(),
  /** A field of the same part that answers for all of it: 前回と同じ. */
  instead: z.object({ name: z.string(), label: z.string() }).optional(),
});
export type Question = z.infer<typeof Question>;

const Asked = z.object({ command: z.string(), input: z.record(z.string(), z.json()) });

const Alone = z.object({
  id: z.string(),
  channel: ChannelName,
  /** Who of the roster is asked: nobody else's eyes see it. Absent for those whom the roster does not know. */
  member: z.string().optional(),
  title: z.string(),
  /** What will be asked once everything is answered. */
  ask: Asked,
  /** Instead of `ask`: the answer is one of these, by its place. */
  options: z.array(Asked).optional(),
  questions: z.array(Question).min(1),
  /** The question that is open; behind the last one everything is answered. */
  at: z.number().int().min(0),
  /** Its parts are answered in any order, each when it is picked; while one is picked no question is open. */
  picking: z.boolean().optional(),
  /** Of a long list of choices: the values that fit what was typed, and the place of the first one in sight. */
  near: z.array(z.string()).optional(),
  from: z.number().int().min(0).optional(),
  values: z.record(z.string(), z.string()),
  /** What was said last, which may be the answer to a question for a text, and may ask for this command. */
  orAsks: z.object({ said: z.string(), word: z.string(), ask: Asked }).optional(),
  /** What stands in sight beside it, or above: called so, it is that button. */
  beside: z.array(z.object({ label: z.string(), ask: Asked })).optional(),
  /** `paused`: something else was asked meanwhile. `offered`: buttons whose names may be typed as the next message. */
  state: z.enum(['asking', 'paused', 'offered', 'done']),
  /** The message that moved it last: delivered again, it moves nothing. */
  lastAsk: z.string(),
  touchedAt: z.iso.datetime(),
});

/** Paused before another one began, and back when that is over; one more may wait behind it. */
const Behind = Alone.extend({ behind: Alone.optional() });

/** A form that is asked one question at a time, of one person in one room. */
export const Interview = Alone.extend({ behind: Behind.optional() });
export type Interview = z.infer<typeof Interview>;

export function isExpired({ touchedAt }: Interview, now: Date): boolean {
  return now.getTime() - Date.parse(touchedAt) > HOURS_KEPT * 3_600_000;
}

export const openQuestion = ({ questions, at, picking }: Interview): Question | undefined =>
  picking ? undefined : questions[at];

export const isOver = ({ questions, at, picking }: Interview): boolean => !picking && at >= questions.length;

/** Fewer parts than this are gone through one after the other. */
const FEWEST_TO_PICK = 3;

/** Of many parts that nobody has to answer, most people need one: it is picked, and not waited for. */
export function arePicked(questions: readonly Question[]): boolean {
  const parts = new Set(questions.map(({ part }) => part));
  return parts.size >= FEWEST_TO_PICK && questions.every(({ required, error }) => !required && error === undefined);
}

export type Part = {
  readonly part: number;
  readonly title: string;
  /** How it stands before anything is answered. */
  readonly standing: string | undefined;
  readonly answers: readonly string[];
};

/** What can be picked, and what was answered so far. */
export function partsOf({ questions, values }: Interview): readonly Part[] {
  return [...new Set(questions.map(({ part }) => part))].map((part) => {
    const own = questions.filter((each) => each.part === part);
    const [first] = own;
    const isSame = first?.instead !== undefined && values[first.instead.name] === 'true';
    const said = own.flatMap((each) =>
      values[each.name] === undefined ? [] : [wordsFor(each, values[each.name] ?? '')],
    );
    const [title = first?.label ?? '', standing] = first?.intro ?? [];
    const answers = isSame ? [first?.instead?.label ?? ''] : said;
    return { part, title, standing: standing?.split('・目標')[0], answers };
  });
}

function wordsFor({ choices = [], several }: Question, value: string): string {
  const values = several ? value.split(',') : [value];
  return values.map((one) => choices.find((choice) => choice.value === one)?.label ?? one).join('、');
}

export function picked(interview: Interview, part: number): Interview {
  const at = interview.questions.findIndex((each) => each.part === part);
  return at < 0 ? interview : { ...atTheTop(interview), at, picking: false };
}

/** Another question comes: its list of choices is seen from the beginning. */
function atTheTop({ near: _near, from: _from, ...rest }: Interview): Interview {
  return withoutDoubt(rest);
}

/** What was said last is settled. */
export function withoutDoubt({ orAsks: _, ...rest }: Interview): Interview {
  return rest;
}

/** Answers the open question; with `instead`, all of its part. */
export function withAnswer(interview: Interview, values: Readonly<Record<string, string>>): Interview {
  const open = openQuestion(interview);
  if (!open) return interview;
  const merged = mergedValues(interview, values);
  const isWholePart = open.instead !== undefined && open.instead.name in values;
  const passOver = (next: Question) => next.name in values || (isWholePart && next.part === open.part);
  return forward({ ...interview, values: merged }, passOver);
}

/** Of one part the last word counts: a value, or that it is the same as before. */
function mergedValues({ questions, values: before }: Interview, values: Readonly<Record<string, string>>) {
  const gone = new Set<string>();
  for (const { name, part, instead } of questions) {
    const own = questions.filter((each) => each.part === part);
    if (instead && instead.name in values) for (const each of own) gone.add(each.name);
    const same = own.find((each) => each.instead)?.instead?.name;
    if (same !== undefined && name in values) gone.add(same);
  }
  const kept = Object.entries(before).filter(([name]) => !gone.has(name));
  return { ...Object.fromEntries(kept), ...values };
}

/**
 * Leaves the open question as it is; where it begins one of several parts, all of the part: no date without the thing
 * to do.
 */
export function skipped(interview: Interview): Interview {
  const { questions, at } = interview;
  const open = questions[at];
  const begins = hasParts(interview) && open?.part !== questions[at - 1]?.part;
  return forward(interview, (next) => begins && next.part === open?.part);
}

/** Back to the question before, whose answer is open again; at the first one it stays, or is picked anew. */
export function steppedBack(interview: Interview): Interview {
  const { questions, values } = interview;
  if (interview.picking) return interview;
  if (interview.picking !== undefined && questions[interview.at]?.part !== questions[interview.at - 1]?.part)
    return { ...atTheTop(interview), picking: true };
  const at = Math.max(
    0,
    questions.findLastIndex((_, place) => place < interview.at && wasAsked(interview, place)),
  );
  const names = [questions[at]?.name, questions[at]?.instead?.name];
  const kept = Object.entries(values).filter(([name]) => !names.includes(name));
  return { ...atTheTop(interview), at, values: Object.fromEntries(kept) };
}

const hasParts = ({ questions }: Interview): boolean => questions.some(({ part }) => part !== questions[0]?.part);

/** What was passed over together with its part is not gone back to. */
function wasAsked(interview: Interview, at: number): boolean {
  const { questions, values } = interview;
  const question = questions[at];
  if (!hasParts(interview)) return true;
  return question !== undefined && (question.part !== questions[at - 1]?.part || question.name in values);
}

/** Several answers at once, wherever their questions stand; the first question without an answer is the open one. */
export function withAnswers(interview: Interview, values: Readonly<Record<string, string>>): Interview {
  const merged = { ...interview, values: mergedValues(interview, values) };
  const isAnswered = (part: number) => merged.questions.some((each) => each.part === part && each.name in values);
  const open = openQuestion(merged);
  return open && isAnswered(open.part) ? forward(merged, (next) => isAnswered(next.part)) : merged;
}

/** Enough said: what is still open is left as it is. Only where nothing that is required is missing. */
export function cutShort(interview: Interview): Interview {
  const { picking, ...rest } = atTheTop(interview);
  return { ...rest, at: interview.questions.length, ...(picking === undefined ? {} : { picking: false }) };
}

export function mayCutShort({ questions, at, values, picking }: Interview): boolean {
  const rest = questions.slice(at);
  if (picking) return Object.keys(values).length > 0;
  return Object.keys(values).length > 0 && rest.length > 1 && rest.every((each) => !isMissing(each, values));
}

/** Whether something was answered, and something of what was not can be said to be as before. */
export const mayLeaveRest = (interview: Interview): boolean =>
  Object.keys(interview.values).length > 0 &&
  unchangedRest(interview).length > 0 &&
  interview.questions.every((each) => !isMissing(each, interview.values));

/** What nobody answered is as it was, where that can be said of it; nothing more is asked. */
export const restLeft = (interview: Interview): Interview =>
  cutShort({
    ...interview,
    values: { ...interview.values, ...Object.fromEntries(unchangedRest(interview).map((name) => [name, 'true'])) },
  });

/** The fields that say so of the parts without an answer. */
function unchangedRest({ questions, values }: Interview): readonly string[] {
  const answered = new Set(questions.flatMap(({ name, part }) => (name in values ? [part] : [])));
  return questions.flatMap(({ instead, part }) =>
    instead && !answered.has(part) && !(instead.name in values) ? [instead.name] : [],
  );
}

const isMissing = ({ required, name, value }: Question, values: Readonly<Record<string, string>>): boolean =>
  required && !(name in values) && value === undefined;

/** Everything as a form would send it: what was filled in before and left alone, and over it what was answered. */
export function answersOf({ questions, values }: Interview): Record<string, string> {
  const kept = questions.flatMap(({ name, value, error }) =>
    value === undefined || error !== undefined ? [] : [[name, value] as const],
  );
  return { ...Object.fromEntries(kept), ...values };
}

/** The next question; where parts are picked, that is asked for behind the last one of a part. */
function forward(interview: Interview, passOver: (next: Question) => boolean): Interview {
  const { questions, at, picking } = interview;
  const rest = questions.findIndex((next, place) => place > at && !passOver(next));
  const next = { ...atTheTop(interview), at: rest < 0 ? questions.length : rest };
  if (picking === undefined || questions[next.at]?.part === questions[at]?.part) return next;
  return { ...atTheTop(interview), picking: true };
}

const asksIn = ({ ask, options = [], orAsks, beside = [], behind }: Interview): readonly z.infer<typeof Asked>[] => [
  ...[ask, ...options, ...(orAsks ? [orAsks.ask] : [])],
  ...[...beside.map((each) => each.ask), ...(behind ? asksIn(behind) : [])],
];

export const INTERVIEWS = '_interviews';

/** Questions that are being asked, one per person and room. */
export const interviews = defineKind({
  name: 'interviews',
  called: '入力の途中',
  container: 'state',
  schema: Interview,
  ...inOne(INTERVIEWS),
  id: ({ id }) => id,
  /** What a person is in the midst of is asked about one municipality at the most. */
  belongsTo: (interview, { code }) => {
    const asks = asksIn(interview);
    return wholly(
      interview,
      asks.some(({ input }) => input['municipality'] === code),
    );
  },
  ofYear: ofNoYear,
  keptFor: { years: 'records', isOver: ({ touchedAt }, { isOld }) => isOld(touchedAt) },
  exported: { as: 'nothing', because: 'what is half answered is no record of the programme' },
  takenBack: { never: 'it is left by stopping, and writes nothing itself' },
  audited: false,
  ofTheChat: 'all',
});
