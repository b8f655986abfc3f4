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
  type Interview,
  isExpired,
  isOver,
  mayCutShort,
  mayLeaveRest,
  openQuestion,
  withoutDoubt,
} from '../../programme/interview.ts';
import { type InterviewWord, interviewWordSaid } from '../../programme/interview-words.ts';
import { may } from '../../programme/may.ts';
import { Refusal } from '../../programme/refusal.ts';
import type { Command } from '../command.ts';
import { decide } from '../decide.ts';
import { registryOf } from '../registry.ts';
import type { TurnStart } from '../turn.ts';
import { stepFrom } from './answered.ts';
import { isCommandWord } from './aside.ts';
import { pause, withPaused } from './begin.ts';
import { besideSaid } from './beside.ts';
import { forget, interviewOf, isTheirs, keep, leave, waitingBehind } from './kept.ts';
import { offerSaid } from './offered.ts';
import { chosenOption, isByNameOnly, isNumberAlone, isUndecided, optionSaid, rowAbout, rowsMissed } from './options.ts';
import { wordStep } from './word-step.ts';

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
  if (known.lastAsk === turn.from.ask) return whereItStands(known, turn);
  if (wasSaidBefore(known, turn)) return known.state === 'done' ? undefined : whereItStands(known, turn);
  if (known.state === 'done') return afterIt(text, known, commands, turn);
  const word = interviewWordSaid(text);
  if (isExpired(known, turn.now)) {
    await forget(turn);
    return word ? { card: interviewExpired(known) } : undefined;
  }
  return known.state === 'paused' ? again(text, known, turn) : asking(text, word, known, commands, turn);
}

/** What waited behind what is over, or was only offered, hears now. */
async function afterIt(
  text: string,
  known: Interview,
  commands: readonly Command[],
  turn: TurnStart,
): Promise<Continued | undefined> {
  const pressed = isTheirs(known, turn) && !isExpired(known, turn.now) ? besideSaid(text, known) : undefined;
  const waiting = await leave(turn);
  if (pressed) return { ask: pressed, waiting };
  return waiting && (await mayGoOn(waiting, commands, turn)) ? again(text, waiting, turn) : undefined;
}

async function again(text: string, known: Interview, turn: TurnStart): Promise<Continued | undefined> {
  const word = interviewWordSaid(text);
  if (word === 'resume' || word === 'quit') return afterWord(word, known, turn);
  if (word && isOfRest(word, known)) return afterWord(word === 'rest' ? word : 'all', known, turn);
  if (word === 'enough' && mayCutShort(known)) return afterWord(word, known, turn);
  const pressed = besideSaid(text, known);
  if (pressed) return { ask: pressed, waiting: known };
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
  const offered = offerSaid(text, known);
  const pressed = offered ? undefined : besideSaid(text, known);
  if (pressed) return { ask: pressed, waiting: await pause(turn) };
  if (!word || offered) return answer(text, known, commands, turn);
  if (['rest', 'all'].includes(word) && !mayLeaveRest(known)) return answer(text, known, commands, turn);
  return word === 'same' && !hasSame(known) && isCommandWord(text, commands) ? undefined : afterWord(word, known, turn);
}

/** Said of what is left beside what was answered: nothing else may then write over the answers. */
const isOfRest = (word: InterviewWord, known: Interview): boolean =>
  ['rest', 'all', 'same'].includes(word) && mayLeaveRest(known);

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
  const pressed = isByNameOnly(known) ? besideSaid(text, known) : undefined;
  if (pressed || isByNameOnly(known)) return pressed && { ask: pressed };
  // It may be of the question that waits.
  if (known.behind && isNumberAlone(text)) return afterIt(text, known, commands, turn);
  const chosen = optionSaid(text, known) ?? (await rowMeant(text, known, commands, turn));
  return chosen ? goOn(chosen, turn) : notTaken(text, known, commands, turn);
}

async function notTaken(
  text: string,
  known: Interview,
  commands: readonly Command[],
  turn: TurnStart,
): Promise<Continued | undefined> {
  const rows = rowsMissed(text, known);
  if (rows.length === 0 && !isUndecided(text, known))
    return known.behind ? afterIt(text, known, commands, turn) : undefined;
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

const whereItStands = (known: Interview, turn: TurnStart): Continued =>
  known.state === 'done'
    ? { ask: completed(known), waiting: waitingBehind(known, turn) }
    : { card: questionCard(known) };

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

/** What asks for the same takes the place of the question; beside anything else, and with answers of several parts, it waits. */
async function madeRoom({ command }: Ask, known: Interview, turn: TurnStart): Promise<Interview | undefined> {
  const isOfParts = known.picking !== undefined && Object.keys(known.values).length > 0;
  if (command !== known.ask.command || isOfParts) return pause(turn);
  return leave(turn);
}

async function afterWord(word: InterviewWord, known: Interview, turn: TurnStart): Promise<Continued> {
  if (word === 'quit') {
    const waiting = await leave(turn);
    const card = interviewQuit(known);
    return { card: waiting ? withPaused(card, waiting) : card };
  }
  const open: Interview = { ...known, state: 'asking' };
  const next = wordStep(word, open, openQuestion(open));
  return typeof next === 'string' ? stay(open, turn, next) : goOn(next, turn);
}

async function goOn(next: Interview, turn: TurnStart): Promise<Continued> {
  const over = isOver(next);
  const kept = await keep(over ? { ...next, state: 'done' } : next, turn);
  return over ? { ask: completed(kept), waiting: waitingBehind(kept, turn) } : { card: questionCard(kept) };
}

/** The question again, with what was wrong; behind the last one, that one. */
async function stay(known: Interview, turn: TurnStart, problem?: string): Promise<Continued> {
  const at = Math.min(known.at, known.questions.length - 1);
  return { card: questionCard(await keep({ ...known, at }, turn), [], problem) };
}
