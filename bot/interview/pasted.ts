import type { Day } from '../../programme/day.ts';
import type { Interview, Question } from '../../programme/interview.ts';
import { readAnswer } from './read-answer.ts';

const LINE = /^\s*([KＫｋkSＳｓs][A-Za-z0-9０-９]*[-－ー‐][0-9０-９]+)(?:[\s　]+|[\s　]*[:：はが=＝][\s　]*)(.+)$/;

const linesOf = (text: string): readonly string[] => text.split(/\r?\n/).filter((line) => line.trim() !== '');

/** Whether several lines stand in it, each of a KPI or an item by its id and nothing else. */
export function isPastedTable(text: string): boolean {
  const lines = linesOf(text);
  return lines.length > 1 && lines.every((line) => LINE.test(line));
}

/** What was read of lines 「K0-03 62」, and the lines that could not be. */
export type Pasted = { readonly values: Readonly<Record<string, string>>; readonly unread: readonly string[] };

/** KPIs and items of this form by their ids, a line each; undefined where it is something else that was said. */
export function readPasted(text: string, interview: Interview, today: Day): Pasted | undefined {
  const lines = linesOf(text);
  if (lines.length === 0 || !lines.every((line) => LINE.test(line))) return undefined;
  const values: Record<string, string> = {};
  const unread: string[] = [];
  for (const line of lines) {
    const read = readLine(line, interview, today);
    if (read) Object.assign(values, read);
    else unread.push(line.trim());
  }
  return Object.keys(values).length > 0 || lines.length > 1 ? { values, unread } : undefined;
}

function readLine(
  line: string,
  { questions, ask }: Interview,
  today: Day,
): Readonly<Record<string, string>> | undefined {
  const [, said = '', value = ''] = LINE.exec(line) ?? [];
  const id = said.normalize('NFKC').replace(/[ー‐]/g, '-').toUpperCase();
  const at = questions.findIndex((question) => isOf(question, id, ask.input));
  const question = questions[at];
  return question && readAnswer(value, question, questions.slice(at + 1), today).values;
}

/** The question for what is said of it: of a form with a row for each, or of the form that is about it alone. */
function isOf({ name }: Question, id: string, input: Interview['ask']['input']): boolean {
  if (name.startsWith(`answers.${id}.`) || name === `stages.${id}.stage`) return true;
  if (input['kpi'] === id) return name === 'numerator' || name === 'value';
  return input['item'] === id && name === 'stage';
}
