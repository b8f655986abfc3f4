import type { Ask, Card } from '../../../cards/card.ts';
import { privateNumberCard } from '../../../cards/private-number.ts';
import { questionFor } from '../../../cards/question.ts';
import { privateNumberIn, privateNumberNames } from '../../../programme/private-number.ts';

/** A longer text is not carried by a button. */
export const LONGEST_CARRIED = 500;

const titles = { 'ask-help': '相談', 'answer-request': '回答' } as const;

/**
 * Asks once before a number is kept that may be somebody's own; undefined where there is none in the text. A text that
 * no button carries stands in its field again.
 */
export function numberAsked(
  command: keyof typeof titles,
  { name, label, value }: { readonly name: string; readonly label: string; readonly value: string },
  rest: Ask['input'],
): Card | undefined {
  const found = privateNumberIn([value]);
  if (!found) return undefined;
  const title = titles[command];
  const yes: Ask = { command, input: { ...rest, [name]: value, sure: 'yes' } };
  if (value.length <= LONGEST_CARRIED) return privateNumberCard(title, found, yes, { command, input: rest });
  const error = `${privateNumberNames[found]}が入っているようです。消すか、このままでよければもう一度送ってください。`;
  const field = { type: 'text', name, label, required: true, maxLength: 1000, lines: 'many', value, error } as const;
  return questionFor({ name: command, says: [title] }, { ...rest, sure: 'yes' }, [field]);
}
