import type { Ask } from '../../cards/card.ts';
import type { Offer } from '../../cards/interview-offers.ts';
import { dayOf } from '../../programme/day.ts';
import {
  type Interview,
  openQuestion,
  picked,
  type Question,
  withAnswer,
  withAnswers,
} from '../../programme/interview.ts';
import { inSight } from '../../programme/interview-choices.ts';
import { answerSaid, type InterviewWord } from '../../programme/interview-words.ts';
import { saysNothing } from '../../programme/says-nothing.ts';
import type { Command } from '../command.ts';
import { inputsOf } from '../inputs/fields.ts';
import { inputKinds } from '../inputs/input-kinds.ts';
import { municipalitiesWith } from '../municipality.ts';
import type { TurnStart } from '../turn.ts';
import { municipalitySaid } from '../understand/names/municipality-names.ts';
import type { Reading } from '../understand/parts/reading.ts';
import { asideIn, asideInText, isCommandWord, isWordOfKin } from './aside.ts';
import { offerSaid } from './offered.ts';
import { partAnswered, partSaid, pastedIn } from './part-answered.ts';
import { type Answered, readAnswer, readText } from './read-answer.ts';
import { pastedReports, type WholeCommand, wholeCommand } from './whole-command.ts';

export const PICK = '先に、番号か名前で選んでください。';

/** What an open interview makes of what was said. */
export type InterviewStep =
  /** It goes on from here. */
  | { readonly next: Interview }
  /** The question stays, with what is wrong; `near`: the only choices that fit. */
  | {
      readonly problem: string;
      readonly at?: Interview;
      readonly near?: readonly string[] | undefined;
      readonly partly?: true | undefined;
    }
  /** It may be the answer, and may ask for something else: that is asked. */
  | { readonly either: NonNullable<Interview['orAsks']> }
  | { readonly word: InterviewWord }
  /** Something else is asked for: this exactly, or what the sentence turns out to be. */
  | { readonly aside: { readonly ask: Ask; readonly notes: readonly string[] } | 'as outside' };

/**
 * In this order: what is offered; what is of this form by its id; what the question takes; and what would be understood
 * outside. Only what is none of it is an answer that could not be read.
 */
export async function stepFrom(
  text: string,
  known: Interview,
  commands: readonly Command[],
  turn: TurnStart,
): Promise<InterviewStep> {
  const offer = offerSaid(text, known);
  if (offer) return meant(offer, known);
  const part = known.picking ? partSaid(text, known) : undefined;
  if (part) return { next: picked(known, part.part) };
  const pasted = pastedIn(text, known, dayOf(turn.now));
  if (pasted && Object.keys(pasted.values).length > 0) return withPasted(pasted, known);
  const open = openQuestion(known);
  const row = open ? undefined : partAnswered(text, known, commands, dayOf(turn.now));
  if (row) return { next: withAnswers(known, row) };
  if (!open) return (await interrupted(text, known, commands, turn)) ?? { problem: unreadOf(pasted?.unread) ?? PICK };
  if (open.type === 'text') return written(text, open, known, commands, turn);
  if (isCommandWord(text, commands)) return { aside: 'as outside' };
  return orInterrupted(await answered(text, open, known, commands, turn), text, known, commands, turn);
}

/** What was no answer may ask for something else; what was one in part does not. */
async function orInterrupted(
  step: InterviewStep,
  text: string,
  known: Interview,
  commands: readonly Command[],
  turn: TurnStart,
): Promise<InterviewStep> {
  if (!('problem' in step) || step.partly) return step;
  return (await interrupted(text, known, commands, turn)) ?? planned(text, step);
}

function meant({ means }: Offer, known: Interview): InterviewStep {
  const open = openQuestion(known);
  if (means.kind === 'word') return { word: means.word };
  if (means.kind === 'part') return { next: picked(known, means.part) };
  if (means.kind === 'said') return settled(means.is, known);
  return { next: open ? withAnswer(known, { [open.name]: means.value }) : known };
}

/** What was said last is the answer after all, or was meant to ask for something else. */
function settled(is: 'answer' | 'ask', known: Interview): InterviewStep {
  const [open, { said = '', ask } = {}] = [openQuestion(known), known.orAsks];
  if (is === 'ask' && ask) return { aside: { ask: { ...ask, command: ask.command as Ask['command'] }, notes: [] } };
  return open ? taken(said, open, known) : { problem: PICK };
}

const unreadOf = (lines: readonly string[] = []): string | undefined =>
  lines.length > 0 ? `読めなかった行があります: ${lines.join('、').slice(0, 200)}` : undefined;

function withPasted({ values, unread }: NonNullable<ReturnType<typeof pastedIn>>, known: Interview): InterviewStep {
  const next = withAnswers(known, values);
  const problem = unreadOf(unread);
  return problem === undefined ? { next } : { problem, at: next };
}

/** 事故の経過 … while 事故 asks for its text: a longer word of the same family, in front, asks for that. */
async function asideOfKin(text: string, { ask }: Interview, commands: readonly Command[], turn: TurnStart) {
  return isWordOfKin(text, ask.command, commands) ? asideIn(text, commands, turn) : undefined;
}

/** A text is whatever was written, unless it cannot be one. */
async function written(
  text: string,
  open: Question,
  known: Interview,
  commands: readonly Command[],
  turn: TurnStart,
): Promise<InterviewStep> {
  const short = known.orAsks ? answerSaid(text) : undefined;
  if (short === 'yes' || short === 'no') return settled(SETTLES[short], known);
  if (isCommandWord(text, commands)) return { aside: 'as outside' };
  if (!open.required && saysNothing(text)) return { word: 'skip' };
  const reading = (await asideOfKin(text, known, commands, turn)) ?? (await asideInText(text, commands, turn));
  if (reading) return asideOf(reading, known, commands);
  const whole = (await pastedReports(text, commands, turn)) ?? (await wholeCommand(text, commands, turn));
  return whole ? eitherOf(text, whole, known, commands) : taken(text, open, known);
}

const SETTLES = { yes: 'ask', no: 'answer' } as const;

function taken(text: string, open: Question, known: Interview): InterviewStep {
  const { values, problem } = readText(text, open);
  return values ? { next: withAnswer(known, values) } : { problem };
}

/** What can be nothing else, or begins anew what nothing was answered of yet, is meant; otherwise it is asked which. */
function eitherOf(
  said: string,
  { reading, word, isPlain }: WholeCommand,
  known: Interview,
  commands: readonly Command[],
): InterviewStep {
  const step = asideOf(reading, known, commands);
  const isFresh = reading.command === known.ask.command && Object.keys(known.values).length === 0;
  if (isPlain || isFresh || !('aside' in step) || step.aside === 'as outside') return step;
  return { either: { said, word, ask: JSON.parse(JSON.stringify(step.aside.ask)) } };
}

async function answered(
  text: string,
  open: Question,
  known: Interview,
  commands: readonly Command[],
  turn: TurnStart,
): Promise<InterviewStep> {
  const town = (await townAnswer(text, open, turn)) ?? (await severalAnswer(text, open, known, commands, turn));
  const rest = known.questions.slice(known.at + 1);
  const { values, problem, near, partly }: Answered = town
    ? { values: { [open.name]: town } }
    : readAnswer(text, open, rest, dayOf(turn.now), inSight(open, known));
  return values ? { next: withAnswer(known, values) } : { problem, near, partly };
}

/** A municipality by any of its names; or, where they are searched, by a part that some of them have. */
async function townAnswer(text: string, open: Question, turn: TurnStart): Promise<string | undefined> {
  if (open.type === 'search') return (await municipalitiesWith(turn.store, text)).length > 0 ? text.trim() : undefined;
  if (open.type !== 'choice' || !open.choices?.some(({ value }) => /^\d{6}$/.test(value))) return undefined;
  const code = await municipalitySaid(turn.store, text.trim());
  return open.choices.some(({ value }) => value === code) ? code : undefined;
}

/** 県、事務局、小海町, where an answer may be more than one of what is offered. */
async function severalAnswer(
  text: string,
  open: Question,
  known: Interview,
  commands: readonly Command[],
  turn: TurnStart,
): Promise<string | undefined> {
  const command = commands.find(({ name }) => name === known.ask.command);
  const input = command && inputsOf(command).find(({ name }) => name === open.name);
  return input && inputKinds[input.meta.reads].several?.(text, turn);
}

async function interrupted(
  text: string,
  known: Interview,
  commands: readonly Command[],
  turn: TurnStart,
): Promise<InterviewStep | undefined> {
  const reading = await asideIn(text, commands, turn);
  return reading && asideOf(reading, known, commands);
}

/** 完了予定 to the question for a stage: it is said why that is no answer. */
const planned = (text: string, step: InterviewStep): InterviewStep =>
  PLAN.test(text) ? { ...step, problem: PLANNED } : step;

const PLAN = /予定|見込/;
const PLANNED = '予定や見込みは記録しません。今の内容を答えてください。';

/** What is reported while one municipality is asked about is of that one; what is unclear is asked as it is outside. */
function asideOf(reading: Reading, known: Interview, commands: readonly Command[]): InterviewStep {
  if (reading.options || reading.doubt !== undefined) return { aside: 'as outside' };
  const { command: name, input, notes } = reading;
  const command = commands.find((each) => each.name === name);
  const { municipality } = { ...known.ask.input, ...known.values };
  const isOfThis =
    command?.about === 'municipality' &&
    (name === known.ask.command || ['report', 'take-back'].includes(command.needs));
  const about = isOfThis && municipality !== undefined ? { municipality } : {};
  return { aside: { ask: { command: name, input: { ...about, ...input } }, notes } };
}
