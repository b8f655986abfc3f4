import type { Day } from '../../programme/day.ts';
import { type Interview, type Part, partsOf } from '../../programme/interview.ts';
import type { Command } from '../command.ts';
import { isCommandWord } from './aside.ts';
import { comparable } from './offered.ts';
import { type Pasted, readPasted } from './pasted.ts';
import { readAnswer } from './read-answer.ts';

/** One of the parts by its number in the list, its code, or words that only its title has. */
export function partSaid(text: string, known: Interview): Part | undefined {
  const parts = partsOf(known);
  const said = comparable(text);
  const coded = parts.find(({ title }) => comparable(title.split(/\s/)[0] ?? '') === said);
  const [only, ...others] = said.length < 2 ? [] : parts.filter(({ title }) => comparable(title).includes(said));
  return parts[Number(said) - 1] ?? coded ?? (others.length === 0 ? only : undefined);
}

const BEFORE_AN_ID = /[\s、,。]+(?=[KS][A-Z\d]{1,2}-\d)/gi;

/** Rows of this form by their ids, a line each, or several in one line. */
export const pastedIn = (text: string, known: Interview, today: Day): Pasted | undefined =>
  readPasted(text, known, today) ?? rowsInALine(text, known, today);

/** K0-03 60/70 K1-03 40/51: the same as in two lines, where all of it can be read. */
function rowsInALine(text: string, known: Interview, today: Day): Pasted | undefined {
  const lines = text.normalize('NFKC').trim().replace(BEFORE_AN_ID, '\n');
  const read = lines.includes('\n') ? readPasted(lines, known, today) : undefined;
  return read?.unread.length === 0 ? read : undefined;
}

/** More blanks than this are no name in front of a value. */
const MOST_WORDS = 12;

/**
 * 必要予算 初期 100万円, 2 72/96: one of the parts by its number, its code or the beginning of its name, and its answer, in
 * one line. Undefined where it is not both, or begins with the word of a command.
 */
export function partAnswered(
  text: string,
  known: Interview,
  commands: readonly Command[],
  today: Day,
): Record<string, string> | undefined {
  const words = text.trim().split(/\s+/);
  if (/\n/.test(text.trim()) || words.length > MOST_WORDS || isCommandWord(words[0] ?? '', commands)) return undefined;
  for (let at = words.length - 1; at > 0; at--) {
    const name = words.slice(0, at).join(' ');
    const part = partSaid(name, known);
    const values = part && isBegun(part, name) && valuesOf(part, words.slice(at).join(' '), known, today);
    if (values) return values;
  }
  return undefined;
}

/** 会議 stands in DX推進会議, and names none. */
function isBegun({ title }: Part, name: string): boolean {
  const said = comparable(name);
  return /^\d+$/.test(said) || [title, title.replace(/^\S+\s/, '')].some((each) => comparable(each).startsWith(said));
}

function valuesOf({ part }: Part, value: string, { questions }: Interview, today: Day) {
  const at = questions.findIndex((each) => each.part === part);
  const question = questions[at];
  return question && readAnswer(value, question, questions.slice(at + 1), today).values;
}
