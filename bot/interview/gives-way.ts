import type { Question } from '../../programme/interview.ts';
import type { Command } from '../command.ts';
import { wordsOf } from '../understand/typed.ts';

/** Whether something else is asked for by its name. What is written freely is a command only where it is one whole. */
export function isCommandFor(text: string, { type }: Pick<Question, 'type'>, commands: readonly Command[]): boolean {
  const [first, ...more] = wordsOf(text);
  if (first === undefined || (type === 'text' && more.length > 0)) return false;
  return commands.some(({ says }) => says.some((word) => word.normalize('NFKC').toLowerCase() === first.toLowerCase()));
}
