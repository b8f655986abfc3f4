import type { Ask, Card } from '../../../cards/card.ts';
import { privateNumberCard } from '../../../cards/private-number.ts';
import { questionFor } from '../../../cards/question.ts';
import { privateNumberIn, privateNumberNames } from '../../../programme/private-number.ts';

/** A longer text is not carried by a button. */
export const LONGEST_CARRIED = 500;

/** Where the text is from; `title` stands above the question. */
type TextField = {
  readonly name: string;
  readonly title: string;
  readonly label: string;
  readonly value: string;
};

/**
 * Asks once before a number is kept that may be somebody's own; undefined where there is none in the text. A text that
 * no button carries stands in its field again.
 * @param asked the ask without its text
 */
export function numberAsked(asked: Ask, { name, title, label, value }: TextField): Card | undefined {
  const { command, input } = asked;
  const found = privateNumberIn([value]);
  if (!found) return undefined;
  const yes: Ask = { command, input: { ...input, [name]: value, sure: 'yes' } };
  if (value.length <= LONGEST_CARRIED) return privateNumberCard(title, found, yes, { command, input });
  const error = `${privateNumberNames[found]}が入っているようです。消すか、このままでよければもう一度送ってください。`;
  const field = { type: 'text', name, label, required: true, maxLength: 1000, lines: 'many', value, error } as const;
  return questionFor({ name: command, says: [title] }, { ...input, sure: 'yes' }, [field]);
}
