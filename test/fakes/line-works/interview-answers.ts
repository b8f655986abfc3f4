import type { Filled } from '../person.ts';
import { likeness, type Pressable, wordsOf } from './shown.ts';
import type { Message } from './world.ts';

/** Of many parts one is picked. */
const WHICH = /どれ(が変わりましたか|を入力しますか)|ほかに(変わったこと|入力すること)はありますか/;
/** Every question of an interview can be stopped by this, so it tells questions from everything else. */
const STOP = 'やめる';
/** Where nothing was filled in: skipped, else left as it was. */
const SKIP = /^スキップ/;
/** Stands above a question whose last answer was not accepted. */
const COMPLAINT = /^▲ /m;
const AS_BEFORE = /^(前回と同じ|前月と同じ|そのまま)/;

export type Question = { readonly words: string; readonly replies: readonly Pressable[] };

/** How a field is called in its question, for answers that are given by its id. */
export type Labels = { readonly [id: string]: string | readonly string[] };

/** What to do about a question. */
export type Step =
  | { readonly press: Pressable }
  | { readonly type: string }
  /** It was answered already, and is asked once more: the answer was not accepted. */
  | 'asked-again'
  | 'no-answer';

/** The question in sight: the last message of the room, where it can be stopped. */
export function questionIn(last: Message | undefined, replies: readonly Pressable[]): Question | undefined {
  const asked = last?.from === 'bot' && replies.some(({ label, quick }) => quick && label === STOP);
  return asked ? { words: wordsOf(last, false), replies: replies.filter(({ quick }) => quick) } : undefined;
}

/**
 * What a person would fill into a form, as answers to questions that are asked one by one. A question is known by:
 *
 *   'answers.K0-03.value', 'stages.S1-2.stage'    the code in its words; `numerator` comes before `denominator`,
 *   'answers.K0-03.same': true                    the reply 「前回と同じ…」,
 *   '根拠'                                         the label in its words,
 *   'evidence'                                    the label that `labels` gives for it ({ evidence: '根拠' }),
 *   'actions.0.what'                              all the words given ({ 'actions.0.what': ['宿題1', 'すること'] }).
 *
 * Texts and numbers press the reply that bears them, and are typed where there is none. Booleans press はい, いいえ, or
 * the reply that bears the label.
 */
export class Answers {
  readonly #open: Map<string, string | number | boolean>;
  readonly #answered = new Set<string>();
  readonly #labels: Labels;
  #last: { readonly key: string; readonly words: string } | undefined;

  constructor(filled: Filled, labels: Labels) {
    const given = Object.entries(filled).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, value] as const],
    );
    // Of two numbers of one KPI the numerator is asked first.
    this.#open = new Map(given.toSorted(([one], [other]) => rankOf(one) - rankOf(other)));
    this.#labels = labels;
  }

  /** What was filled in and never asked for. A toggle that is off needs no question. */
  get unasked(): readonly string[] {
    return [...this.#open].flatMap(([key, value]) => (value === false ? [] : [key]));
  }

  stepFor(question: Question, submit: string): Step {
    if (WHICH.test(question.words)) return this.#pick(question);
    if (this.#last && question.words.includes(this.#last.words)) return 'asked-again';
    const key = this.#keyOf([...this.#open.keys()], question);
    if (key !== undefined) return this.#answer(key, question);
    const known = COMPLAINT.test(question.words) ? [...this.#answered] : [this.#last?.key ?? []].flat();
    if (this.#keyOf(known, question) !== undefined) return 'asked-again';
    const left =
      question.replies.find(({ label }) => likeness(submit, label) >= 2) ??
      question.replies.find(({ label }) => SKIP.test(label)) ??
      question.replies.find(({ label }) => AS_BEFORE.test(label));
    return left ? { press: left } : 'no-answer';
  }

  /** Which part comes next: one that something was filled in for; else that is all. */
  #pick({ replies }: Question): Step {
    const wanted = [...this.#open].filter(([, value]) => value !== false).map(([key]) => key);
    const about = (key: string) => /^\w+\.([A-Z]\w*-\w+)\.\w+$/.exec(key)?.[1] ?? this.#wordsFor(key)[0] ?? key;
    const part = replies.find(({ label }) => wanted.some((key) => label.startsWith(about(key))));
    const enough = replies.find(({ label }) => label.startsWith('ここまで'));
    const next = part ?? enough;
    return next ? { press: next } : 'no-answer';
  }

  #answer(key: string, question: Question): Step {
    const value = this.#open.get(key) ?? '';
    this.#open.delete(key);
    this.#answered.add(key);
    this.#last = { key, words: question.words };
    const reply = replyFor(key, value, this.#wordsFor(key).at(-1) ?? key, question.replies);
    if (reply) return { press: reply };
    return typeof value === 'boolean' ? 'no-answer' : { type: String(value) };
  }

  /** A code in the words is surest; of labels the one that stands first, and there the longest. */
  #keyOf(keys: readonly string[], { words }: Question): string | undefined {
    const coded = keys.find((key) => this.#labels[key] === undefined && saysCode(words, key));
    if (coded !== undefined) return coded;
    const labelled = keys.flatMap((key) => {
      const all = this.#wordsFor(key).map((label) => ({ at: words.indexOf(label), length: label.length }));
      const last = all.at(-1);
      return last && all.every(({ at }) => at >= 0) ? [{ key, ...last }] : [];
    });
    return labelled.toSorted((one, other) => one.at - other.at || other.length - one.length)[0]?.key;
  }

  #wordsFor(key: string): readonly string[] {
    return [this.#labels[key] ?? key].flat();
  }
}

const rankOf = (key: string): number => (key.endsWith('.denominator') ? 1 : 0);

function saysCode(words: string, key: string): boolean {
  const code = /^\w+\.([A-Z]\w*-\w+)\.\w+$/.exec(key)?.[1];
  return code !== undefined && new RegExp(`${code}(?![0-9])`).test(words);
}

function replyFor(
  key: string,
  value: string | number | boolean,
  label: string,
  replies: readonly Pressable[],
): Pressable | undefined {
  if (key.endsWith('.same') && value === true) return replies.find((reply) => AS_BEFORE.test(reply.label));
  if (typeof value === 'boolean') {
    const plain = replies.find((reply) => reply.label === (value ? 'はい' : 'いいえ'));
    return plain ?? (value ? replies.find((reply) => likeness(label, reply.label) >= 2) : skipIn(replies));
  }
  const wanted = String(value);
  const begins = /[^\d.,０-９]/.test(wanted) && replies.find((reply) => reply.label.startsWith(wanted));
  return replies.find((reply) => likeness(wanted, reply.label) >= 2) ?? (begins || undefined);
}

const skipIn = (replies: readonly Pressable[]) => replies.find(({ label }) => SKIP.test(label));
