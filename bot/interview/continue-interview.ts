import type { Ask, Card } from '../../cards/card.ts';
import { filledForm } from '../../cards/filled-form.ts';
import {
  interviewExpired,
  interviewQuit,
  noSuchRow,
  numberWhilePaused,
  questionCard,
  stillUndecided,
} from '../../cards/interview.ts';
import {
  answersOf,
  cutShort,
  type Interview,
  isExpired,
  isOver,
  mayCutShort,
  openQuestion,
  type Question,
  skipped,
  steppedBack,
  withAnswer,
  withoutDoubt,
} from '../../programme/interview.ts';
import { turnedOver } from '../../programme/interview-choices.ts';
import { type InterviewWord, interviewWordSaid } from '../../programme/interview-words.ts';
import { may } from '../../programme/may.ts';
import { Refusal } from '../../programme/refusal.ts';
import type { Command } from '../command.ts';
import { decide } from '../decide.ts';
import { registryOf } from '../registry.ts';
import type { TurnStart } from '../turn.ts';
import { PICK, stepFrom } from './answered.ts';
import { isCommandWord } from './aside.ts';
import { pause } from './begin.ts';
import { forget, interviewOf, isTheirs, keep } from './kept.ts';
import { offerSaid } from './offered.ts';
import { chosenOption, isNumberAlone, isUndecided, optionSaid, rowAbout, rowsMissed } from './options.ts';

/** Everything is answered and can be asked; or something else is, and the rest waits; or the next question. */
export type Continued =
  | {
      readonly ask: Ask;
      readonly notes?: readonly string[];
      readonly waiting?: Interview | undefined;
      readonly card?: undefined;
    }
  | { readonly card: Card; readonly ask?: undefined };

/**
 * What an open interview makes of what was said in its room; undefined where it is not for it. The same message
 * delivered again leads to the same place.
 */
export async function continueInterview(
  text: string,
  commands: readonly Command[],
  turn: TurnStart,
): Promise<Continued | undefined> {
  const known = await interviewOf(turn);
  if (!known) return undefined;
  // What was offered shows nothing, and whatever is chosen is checked as any button.
  if (known.state === 'offered') return isTheirs(known, turn) ? offerTaken(text, known, commands, turn) : undefined;
  return known.state === 'done' || (await mayGoOn(known, commands, turn))
    ? inOrder(text, known, commands, turn)
    : undefined;
}

/** What comes twice or late leads to where the interview stands; what is over is forgotten. */
async function inOrder(
  text: string,
  known: Interview,
  commands: readonly Command[],
  turn: TurnStart,
): Promise<Continued | undefined> {
  if (known.lastAsk === turn.from.ask) return whereItStands(known);
  if (wasSaidBefore(known, turn)) return known.state === 'done' ? undefined : whereItStands(known);
  const word = interviewWordSaid(text);
  if (known.state === 'done' || isExpired(known, turn.now)) {
    await forget(turn);
    return word && known.state !== 'done' ? { card: interviewExpired(known) } : undefined;
  }
  return known.state === 'paused' ? again(text, word, known, turn) : asking(text, word, known, commands, turn);
}

async function again(
  text: string,
  word: InterviewWord | undefined,
  known: Interview,
  turn: TurnStart,
): Promise<Continued | undefined> {
  if (word === 'resume' || word === 'quit') return afterWord(word, known, turn);
  // It may be of the question that waits, or of a row of what was shown since.
  return isNumberAlone(text) ? { card: numberWhilePaused(known) } : undefined;
}

/**
 * Permission comes before hearing: what is asked shows figures.
 * @throws Refusal where the person has left or has lost the municipality meanwhile; the interview is over then
 */
async function mayGoOn(known: Interview, commands: readonly Command[], turn: TurnStart): Promise<boolean> {
  const needs = commands.find(({ name }) => name === known.ask.command)?.needs ?? 'anything';
  const municipality = known.ask.input['municipality'];
  const code = typeof municipality === 'string' && /^\d{6}$/.test(municipality) ? municipality : undefined;
  if (isTheirs(known, turn) && may(turn.who, needs, code, turn.room.audience)) return true;
  await forget(turn);
  if (!turn.who) throw Refusal.because('unknown-person');
  if (isTheirs(known, turn)) throw Refusal.because('not-yours');
  return false;
}

/** What is offered comes first: a choice may be called like a word. */
async function asking(
  text: string,
  word: InterviewWord | undefined,
  known: Interview,
  commands: readonly Command[],
  turn: TurnStart,
): Promise<Continued | undefined> {
  if (!word || offerSaid(text, known)) return answer(text, known, commands, turn);
  return word === 'same' && !hasSame(known) && isCommandWord(text, commands) ? undefined : afterWord(word, known, turn);
}

/** Whether 変更なし can be an answer here; where it cannot, it is the command that everybody knows. */
function hasSame(known: Interview): boolean {
  if (known.picking) return Object.keys(known.values).length > 0;
  const open = openQuestion(known);
  return (open?.instead ?? open?.last ?? open?.value) !== undefined;
}

/** The name of something that the last card offers. Anything else is read as ever, and ends the offer. */
async function offerTaken(
  text: string,
  known: Interview,
  commands: readonly Command[],
  turn: TurnStart,
): Promise<Continued | undefined> {
  if (known.lastAsk === turn.from.ask || wasSaidBefore(known, turn) || isExpired(known, turn.now)) return undefined;
  const chosen = optionSaid(text, known) ?? (await rowMeant(text, known, commands, turn));
  if (chosen) return goOn(chosen, turn);
  const rows = rowsMissed(text, known);
  if (rows.length === 0 && !isUndecided(text, known)) return undefined;
  await keep(known, turn);
  return { card: rows.length > 0 ? noSuchRow(text, rows) : stillUndecided() };
}

/**
 * A row by a part of its title, where it shows or asks something: nothing is written for words that only some of a title
 * has. A command's word is the command, wherever it also stands in a row.
 */
async function rowMeant(
  text: string,
  known: Interview,
  commands: readonly Command[],
  turn: TurnStart,
): Promise<Interview | undefined> {
  const found = isCommandWord(text, commands) ? undefined : rowAbout(text, known);
  const asked = found && chosenOption(found);
  if (!asked) return undefined;
  const isWrite = registryOf(commands).writes(asked.command, asked.input);
  return isWrite && (await decide(asked, commands, turn)).kind === 'ready' ? undefined : found;
}

/** Comes late, from before the open question was asked, and so is not an answer to it. */
function wasSaidBefore({ touchedAt }: Interview, { saidAt }: TurnStart): boolean {
  return saidAt !== undefined && saidAt.toISOString() < touchedAt;
}

const whereItStands = (known: Interview): Continued =>
  known.state === 'done' ? { ask: completed(known) } : { card: questionCard(known) };

const completed = (interview: Interview): Ask =>
  chosenOption(interview) ?? filledForm(interview.ask, answersOf(interview));

async function answer(
  text: string,
  known: Interview,
  commands: readonly Command[],
  turn: TurnStart,
): Promise<Continued | undefined> {
  const step = await stepFrom(text, known, commands, turn);
  if ('word' in step) return afterWord(step.word, known, turn);
  if ('next' in step) return goOn(step.next, turn);
  if ('either' in step) return stay({ ...known, orAsks: step.either }, turn);
  if ('problem' in step)
    return stay({ ...withoutDoubt(step.at ?? known), ...(step.near && { near: [...step.near] }) }, turn, step.problem);
  if (step.aside === 'as outside') return undefined;
  return { ...step.aside, waiting: await madeRoom(step.aside.ask, known, turn) };
}

/** What asks for the same takes the place of the question; beside anything else it waits. */
async function madeRoom({ command }: Ask, known: Interview, turn: TurnStart): Promise<Interview | undefined> {
  if (command !== known.ask.command) return pause(turn);
  await forget(turn);
  return undefined;
}

async function afterWord(word: InterviewWord, known: Interview, turn: TurnStart): Promise<Continued> {
  if (word === 'quit') {
    await forget(turn);
    return { card: interviewQuit(known) };
  }
  const open: Interview = { ...known, state: 'asking' };
  const next = stepFor(word, open, openQuestion(open));
  return typeof next === 'string' ? stay(open, turn, next) : goOn(next, turn);
}

const ALL_ELSE =
  '変わったものがこれだけなら「ここまでで送る」を押してください。ほかは、そのあと「残りは変更なし」で終わります。';

/** Where a word leads, or why it leads nowhere here. */
function stepFor(
  word: Exclude<InterviewWord, 'quit'>,
  interview: Interview,
  open: Question | undefined,
): Interview | string {
  if (interview.picking && word === 'same') return ALL_ELSE;
  if (interview.picking && ['keep', 'skip', 'more'].includes(word)) return PICK;
  switch (word) {
    case 'same':
      return sameAgain(interview, open);
    case 'keep':
      return keptValue(interview, open, open?.value);
    case 'skip':
      return open?.required && open.value === undefined ? 'この質問には答えが必要です。' : skipped(interview);
    case 'more':
      return open ? turnedOver(interview, open) : interview;
    case 'enough':
      return mayCutShort(interview) ? cutShort(interview) : 'まだ送れません。先にこの質問に答えてください。';
    case 'back':
      return steppedBack(interview);
    case 'resume':
      return interview;
  }
}

function sameAgain(interview: Interview, open: Question | undefined): Interview | string {
  if (open?.instead) return withAnswer(interview, { [open.instead.name]: 'true' });
  return keptValue(interview, open, open?.last ?? open?.value);
}

function keptValue(interview: Interview, open: Question | undefined, value: string | undefined): Interview | string {
  if (!open || value === undefined) return '前の値がありません。新しく答えてください。';
  return withAnswer(interview, { [open.name]: value });
}

async function goOn(next: Interview, turn: TurnStart): Promise<Continued> {
  const over = isOver(next);
  const kept = await keep(over ? { ...next, state: 'done' } : next, turn);
  return over ? { ask: completed(kept) } : { card: questionCard(kept) };
}

/** The question again, with what was wrong; behind the last one, that one. */
async function stay(known: Interview, turn: TurnStart, problem?: string): Promise<Continued> {
  const at = Math.min(known.at, known.questions.length - 1);
  return { card: questionCard(await keep({ ...known, at }, turn), [], problem) };
}
