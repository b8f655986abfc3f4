import type { Day } from '../../programme/day.ts';
import type { Interview, Question } from '../../programme/interview.ts';
import { readAnswer } from './read-answer.ts';

const LINE = /^\s*([KＫｋk][A-Za-z0-9０-９]*[-－ー‐][0-9０-９]+)(?:[\s　]+|[\s　]*[:：はが=＝][\s　]*)(.+)$/;

/** What was read of several lines 「K0-03 62」, and the lines that could not be. */
export type Pasted = { readonly values: Readonly<Record<string, string>>; readonly unread: readonly string[] };

/** Several KPIs at once, a line each; undefined where it is something else that was said. */
export function readPasted(text: string, { questions }: Interview, today: Day): Pasted | undefined {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (lines.length === 0 || !lines.every((line) => LINE.test(line))) return undefined;
  const values: Record<string, string> = {};
  const unread: string[] = [];
  for (const line of lines) {
    const read = readLine(line, questions, today);
    if (read) Object.assign(values, read);
    else unread.push(line.trim());
  }
  return { values, unread };
}

function readLine(
  line: string,
  questions: readonly Question[],
  today: Day,
): Readonly<Record<string, string>> | undefined {
  const [, said = '', value = ''] = LINE.exec(line) ?? [];
  const id = said.normalize('NFKC').replace(/[ー‐]/g, '-').toUpperCase();
  const at = questions.findIndex(({ name }) => name.startsWith(`answers.${id}.`));
  const question = questions[at];
  return question && readAnswer(value, question, questions.slice(at + 1), today).values;
}
