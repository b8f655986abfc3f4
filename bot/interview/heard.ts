import type { Ask, Card } from '../../cards/card.ts';
import { filledForm } from '../../cards/filled-form.ts';
import { interviewExpired, interviewQuit, questionCard } from '../../cards/interview.ts';
import { dayOf } from '../../programme/day.ts';
import {
  answersOf,
  cutShort,
  type Interview,
  isExpired,
  isOver,
  mayCutShort,
  openQuestion,
  type Part,
  partsOf,
  picked,
  type Question,
  skipped,
  steppedBack,
  withAnswer,
  withAnswers,
} from '../../programme/interview.ts';
import { type InterviewWord, interviewWordSaid } from '../../programme/interview-words.ts';
import { may } from '../../programme/member.ts';
import { Refusal } from '../../programme/refusal.ts';
import type { Command, TurnStart } from '../command.ts';
import { isCommandFor } from './gives-way.ts';
import { forget, interviewOf, isTheirs, keep } from './kept.ts';
import { chosenOption } from './options.ts';
import { readPasted } from './pasted.ts';
import { readAnswer } from './read-answer.ts';

const PICK = '先に、番号か名前で選んでください。';

/** Everything is answered and can be asked; or the next question. */
export type Heard =
  | { readonly ask: Ask; readonly card?: undefined }
  | { readonly card: Card; readonly ask?: undefined };

/**
 * What an open interview makes of what was said in its room; undefined where it is not for it. The same message
 * delivered again leads to the same place.
 */
export async function heard(text: string, commands: readonly Command[], turn: TurnStart): Promise<Heard | undefined> {
  const known = await interviewOf(turn);
  if (!known) return undefined;
  if (known.state !== 'done' && !(await mayGoOn(known, commands, turn))) return undefined;
  if (known.lastAsk === turn.from.ask) return whereItStands(known);
  if (wasSaidBefore(known, turn)) return known.state === 'done' ? undefined : whereItStands(known);
  const word = interviewWordSaid(text);
  if (known.state === 'done' || isExpired(known, turn.now)) {
    await forget(turn);
    return word && known.state !== 'done' ? { card: interviewExpired(known) } : undefined;
  }
  return going(text, word, known, commands, turn);
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

/** Comes late, from before the open question was asked, and so is not an answer to it. */
function wasSaidBefore({ touchedAt }: Interview, { saidAt }: TurnStart): boolean {
  return saidAt !== undefined && saidAt.toISOString() < touchedAt;
}

async function going(
  text: string,
  word: InterviewWord | undefined,
  known: Interview,
  commands: readonly Command[],
  turn: TurnStart,
): Promise<Heard | undefined> {
  if (known.state === 'paused' && word !== 'resume' && word !== 'quit') return undefined;
  if (word === 'quit') {
    await forget(turn);
    return { card: interviewQuit(known) };
  }
  return word ? afterWord(word, { ...known, state: 'asking' }, turn) : answered(text, known, commands, turn);
}

const whereItStands = (known: Interview): Heard =>
  known.state === 'done' ? { ask: completed(known) } : { card: questionCard(known) };

const completed = (interview: Interview): Ask =>
  chosenOption(interview) ?? filledForm(interview.ask, answersOf(interview));

async function afterWord(word: Exclude<InterviewWord, 'quit'>, known: Interview, turn: TurnStart): Promise<Heard> {
  const next = stepFor(word, known, openQuestion(known));
  return typeof next === 'string' ? stay(known, turn, next) : goOn(next, turn);
}

/** Where a word leads, or why it leads nowhere here. */
function stepFor(
  word: Exclude<InterviewWord, 'quit'>,
  interview: Interview,
  open: Question | undefined,
): Interview | string {
  if (interview.picking && ['same', 'keep', 'skip'].includes(word)) return PICK;
  switch (word) {
    case 'same':
      if (open?.instead) return withAnswer(interview, { [open.instead.name]: 'true' });
      return keptValue(interview, open, open?.last ?? open?.value);
    case 'keep':
      return keptValue(interview, open, open?.value);
    case 'skip':
      return open?.required && open.value === undefined ? 'この質問には答えが必要です。' : skipped(interview);
    case 'enough':
      return mayCutShort(interview) ? cutShort(interview) : 'まだ送れません。先にこの質問に答えてください。';
    case 'back':
      return steppedBack(interview);
    case 'resume':
      return interview;
  }
}

function keptValue(interview: Interview, open: Question | undefined, value: string | undefined): Interview | string {
  if (!open || value === undefined) return '前の値がありません。新しく答えてください。';
  return withAnswer(interview, { [open.name]: value });
}

async function answered(
  text: string,
  known: Interview,
  commands: readonly Command[],
  turn: TurnStart,
): Promise<Heard | undefined> {
  const open = openQuestion(known);
  const today = dayOf(turn.now);
  const part = known.picking ? partSaid(text, known) : undefined;
  if (part) return goOn(picked(known, part.part), turn);
  const pasted = readPasted(text, known, today);
  if (pasted) {
    const next = withAnswers(known, pasted.values);
    const lost = pasted.unread.join('、').slice(0, 200);
    return lost === '' ? goOn(next, turn) : stay(next, turn, `読めなかった行があります: ${lost}`);
  }
  if (!open) return isCommandFor(text, { type: 'choice' }, commands) ? undefined : stay(known, turn, PICK);
  if (open.type === 'text' && isCommandFor(text, open, commands)) return undefined;
  const { values, problem } = readAnswer(text, open, known.questions.slice(known.at + 1), today);
  if (values) return goOn(withAnswer(known, values), turn);
  return isCommandFor(text, open, commands) ? undefined : stay(known, turn, problem);
}

/** One of the parts by its number in the list, its code, or its words. */
function partSaid(text: string, known: Interview): Part | undefined {
  const parts = partsOf(known);
  const said = plainOf(text);
  return (
    parts[Number(said) - 1] ??
    parts.find(({ title }) => plainOf(title) === said || plainOf(title).startsWith(`${said} `))
  );
}

const plainOf = (text: string) => text.normalize('NFKC').trim().toLowerCase();

async function goOn(next: Interview, turn: TurnStart): Promise<Heard> {
  const over = isOver(next);
  const kept = await keep(over ? { ...next, state: 'done' } : next, turn);
  return over ? { ask: completed(kept) } : { card: questionCard(kept) };
}

/** The question again, with what was wrong; behind the last one, that one. */
async function stay(known: Interview, turn: TurnStart, problem: string): Promise<Heard> {
  const at = Math.min(known.at, known.questions.length - 1);
  return { card: questionCard(await keep({ ...known, at }, turn), [], problem) };
}
