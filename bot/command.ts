import type { z } from 'zod';
import type { Ask, Card } from '../cards/card.ts';
import type { ReviewLine } from '../cards/confirm-report.ts';
import { askedYear, programmeOfYear, refuseOver } from '../programme/asked-year.ts';
import { asks, type CommandName, type InputOf } from '../programme/asks.ts';
import type { Item, Kpi } from '../programme/catalogue.ts';
import { metasOf } from '../programme/input-meta.ts';
import type { Permission } from '../programme/may.ts';
import type { Role } from '../programme/member.ts';
import { weekOf } from '../programme/week.ts';
import type { Spoken } from './inputs/spoken.ts';
import type { Wish } from './inputs/wish.ts';
import type { Scope, StartOf, Turn, TurnOf, TurnStart } from './turn.ts';

/** A card, or a card that must appear as a message of its own although a button asked for it. */
export type Reply = {
  readonly card: Card;
  readonly how?: 'new' | 'replace';
  /** The card is a question: nothing was done yet. */
  readonly asks?: true;
};

/** Why nothing is done yet: it asks for these inputs; for none of them where it asks whether it was meant. */
type AsksBack = { readonly asks: readonly string[]; readonly reply: Reply };
/** What `run` goes on with, and the inputs of which a part will come back to be put right. */
type Found<F> = { readonly found: F; readonly comesBack?: readonly string[] };
export type Prepared<F> = AsksBack | Found<F>;

/** It is not done before this card is answered. */
export const asksBack = (asks: readonly string[], card: Card, how?: Reply['how']): AsksBack => ({
  asks,
  reply: { card, ...(how && { how }) },
});

/** The same of a form that is asked at once where fields are asked one by one. */
export const asksAtOnce = (asks: readonly string[], card: Card, how?: Reply['how']): AsksBack => ({
  asks,
  reply: { card, asks: true, ...(how && { how }) },
});

/** An input that is missing, or wrong for the reason given. */
export type InputTrouble<N extends string = string> = { readonly input: N; readonly problem?: string | undefined };

/** What a report would change, before → after, and the same report once somebody has said yes to all of it. */
export type Review = { readonly lines: readonly ReviewLine[]; readonly yes: Ask };

/** Why an input that was given is wrong, by its name. */
export type Errors = ReadonlyMap<string, string>;

/** What one comes to do, in the order of help. */
export const helpGroups = [
  '報告する',
  '訪問のこと',
  '確かめる',
  '会議のこと',
  '会議を開く',
  '全体を見る',
  '工程表と財源',
  '資料と検索',
  '承諾と共有',
  '事務局の仕事',
  '県とのやりとり',
  '体制のこと',
  '途中の変更',
  '自分のこと',
] as const;
type HelpGroup = (typeof helpGroups)[number];

/** Whom a command is offered to who was not understood, and in which order; `reported`: whose week is reported. */
type UsualFor = { readonly [W in Role | 'stranger' | 'reported']?: number };

/** What an example is made of that a person can send as it stands. */
export type Own = {
  /** Their municipality with の behind it, where they have several. */
  readonly of: string;
  readonly item: Item | undefined;
  readonly kpi: Kpi | undefined;
  /** As it may be typed for that KPI. */
  readonly value: string;
};

/** By the id the channel gave it. */
type MessageChanged = { readonly message: string; readonly how: 'edited' | 'deleted' };

/** What a command says of itself; `N` are the names of its inputs. */
type Declared<N extends string> = {
  /** The words it is typed by; the first one is its name for people. */
  readonly says: readonly [string, ...string[]];
  /** One sentence for people. */
  readonly help: string;
  /** What can be typed; it begins with one of its words. */
  readonly example: string;
  /** The example with what a person reports themselves; `order` where help shows it before everything else. */
  readonly ownExample?: { readonly order?: number; of(own: Own): string | undefined };
  /** The sentence of help for who has Teams in English. */
  readonly english: string;
  /** Where help shows it. */
  readonly group: { readonly title: HelpGroup; readonly order: number } | 'none';
  readonly needs: Permission;
  /** Shows or changes what belongs to one person: refused in group rooms. */
  readonly privately?: true;
  /** Nobody outside the secretariat learns that it was used: the log says that something was, and not what. */
  readonly confidential?: true;
  /** Offered only to who is not on the roster. */
  readonly strangersOnly?: true;
  readonly usualFor: UsualFor | 'nobody';
  /** Whether this person has it still to do, so that it is what they most likely want. */
  isDue?(turn: TurnStart): Promise<boolean>;
  /** What is said to who edits or deletes a message they sent; one command does. */
  messageChanged?(changed: MessageChanged, turn: TurnStart): Promise<Card | undefined>;
  /** Whether an ask that is complete changes anything: always, never, or with any of these inputs. */
  readonly writes: boolean | readonly N[];
  /** What it writes is only noted beside what it shows: 取消 behind it means what was recorded before. */
  readonly notes?: true;
  /** Typed with its word at an end: with its inputs as words around it, or with text that is written down as it stands. */
  readonly typed?: 'inputs' | 'free';
  /** What the sentence names that only the store can tell; it stands in place of what was read without. */
  named?(read: { readonly said: string; readonly input: Given }, turn: TurnStart): Promise<Given>;
  /** How it is spoken of inside of sentences; absent where it is only typed and pressed. */
  readonly spoken?: Spoken<N>;
  /** Sentences that wish for it, for commands whose inputs are plainest when typed. */
  readonly wished?: readonly Wish[];
  /** Nothing is done before somebody has seen what it would be and said yes: a doubt in the words needs no question of its own. */
  readonly shownFirst?: true;
  /** What was read for this input is shown to be looked over, and never sent at once. */
  readonly drafts?: N;
  /** The card that shows it, where one tap may send it; the form otherwise. */
  draft?(value: string, given: Readonly<Record<string, unknown>>): Card;
};

type Spec<I, S extends Scope, F> = Declared<keyof I & string> & {
  readonly about: S;
  /** Rules between inputs that the schema of each cannot say: what is still missing or wrong. */
  check?(input: I): readonly InputTrouble<keyof I & string>[];
  /** A better question than the plain form, where the command knows one; `given` is unchecked. */
  question?(given: Readonly<Record<string, unknown>>, turn: StartOf<S>): Promise<Card | undefined>;
  /** The same question again, with what was wrong beside its field; the plain form where it has none for it. */
  again?(given: Readonly<Record<string, unknown>>, turn: StartOf<S>, errors: Errors): Promise<Card | undefined>;
  /**
   * What is meant where no municipality is named and none is plain: a card, or something else that is asked for instead;
   * undefined for the question which.
   */
  withoutTown?(given: Readonly<Record<string, unknown>>, turn: TurnStart): Promise<Card | Ask | undefined>;
  /**
   * The 団体コード of what was named otherwise than by its municipality; whether this person may still do this to it, the
   * command has judged then.
   * @throws Refusal where they may not
   */
  townOf?(given: Readonly<Record<string, unknown>>, turn: TurnStart): Promise<string | undefined>;
  /** What it would change, and the same ask with yes to all of that; undefined where nothing can be said. */
  review?(input: I, turn: StartOf<S>): Promise<Review | undefined>;
  /** Asks once whether something unusual was meant; undefined when nothing is. The answer comes back as `sure`. */
  confirm?(input: I, turn: StartOf<S>): Promise<Card | undefined>;
  /**
   * Looks up and judges all that can be known before anything is written; what it found is handed to `run`.
   * @throws Refusal where `run` could not do it
   */
  prepare?(input: I, turn: StartOf<S>): Promise<Prepared<F>>;
  /** Does it. What is refused only here is what somebody else has changed since it was prepared. */
  run(input: I, turn: TurnOf<S>, found: F): Promise<Reply>;
};

/** Something a person may ask. */
export type Command = Declared<string> & {
  readonly name: CommandName;
  readonly about: Scope;
  readonly input: z.ZodObject;
  check?(input: unknown): readonly InputTrouble[];
  question?(given: Readonly<Record<string, unknown>>, turn: TurnStart): Promise<Card | undefined>;
  again?(given: Readonly<Record<string, unknown>>, turn: TurnStart, errors: Errors): Promise<Card | undefined>;
  withoutTown?(given: Readonly<Record<string, unknown>>, turn: TurnStart): Promise<Card | Ask | undefined>;
  review?(input: unknown, turn: TurnStart): Promise<Review | undefined>;
  confirm?(input: unknown, turn: TurnStart): Promise<Card | undefined>;
  prepare?(input: unknown, turn: TurnStart): Promise<Prepared<unknown>>;
  townOf?(given: Readonly<Record<string, unknown>>, turn: TurnStart): Promise<string | undefined>;
  /** @param input already parsed by `input`; @param turn already permitted for what the command is about. */
  run(input: unknown, turn: Turn, found: unknown): Promise<Reply>;
};

/**
 * Declares a command: everything that anybody has to know of it. The dispatcher parses and permits before `run`, which
 * is why the types may promise more here.
 */
export function defineCommand<C extends CommandName, S extends Scope, F = undefined>(
  spec: Spec<InputOf<C>, S, F> & { readonly name: C },
): Command {
  return inAskedYear({ input: asks[spec.name], ...spec } as unknown as Command);
}

/** `defineCommand` for inputs that stand in no column's `asks`, so that no button can be compiled against the command. */
export function commandTaking<I extends z.ZodObject, S extends Scope, F = undefined>(
  input: I,
  spec: Spec<z.output<I>, S, F> & { readonly name: string },
): Command {
  return inAskedYear({ input, ...spec } as unknown as Command);
}

type Given = Readonly<Record<string, unknown>>;

/**
 * A command that takes a year, or a week, does everything in the programme as it is in that year: of a year that is
 * over it reads that year's records, and a late report goes there. Nothing is asked for, shown for a yes or written
 * once that year takes nothing any more.
 */
function inAskedYear(command: Command): Command {
  const takes = metasOf(command.input).some(({ meta }) => meta.reads === 'year' || meta.reads === 'week');
  if (!takes) return command;
  const { question, again, review, confirm, prepare, run } = command;
  return {
    ...command,
    ...(question && { question: async (given, turn) => question(given, inYear(command, given, turn)) }),
    ...(again && { again: async (given, turn, errors) => again(given, inYear(command, given, turn), errors) }),
    ...(review && { review: async (input, turn) => review(input, inYear(command, input as Given, turn)) }),
    ...(confirm && { confirm: async (input, turn) => confirm(input, inYear(command, input as Given, turn)) }),
    prepare: async (input, turn) => {
      const then = inYear(command, input as Given, turn);
      return (await prepare?.(input, then)) ?? { found: undefined };
    },
    run: async (input, turn, found) => run(input, inYear(command, input as Given, turn), found),
  };
}

function inYear<T extends TurnStart>({ input, writes }: Command, given: Given, turn: T): T {
  const takesWeek = metasOf(input).some(({ meta }) => meta.reads === 'week');
  // Until its first week has begun, a report of this week is one of the year before; of an item no week is said.
  const week = given['week'] ?? (writes && takesWeek && given['item'] === undefined ? weekOf(turn.now) : undefined);
  const year = askedYear({ ...given, week }, turn.programme);
  if (year === undefined) return turn;
  const programme = programmeOfYear(turn.programme, year);
  if (writes) refuseOver(programme, turn.now);
  return { ...turn, programme };
}
