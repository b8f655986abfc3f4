import type { Ask, Card } from '../../cards/card.ts';
import { privateNumberCard } from '../../cards/private-number.ts';
import { metasOf } from '../../programme/input-meta.ts';
import { privateNumberIn } from '../../programme/private-number.ts';
import type { Command } from '../command.ts';

/**
 * Asks once before a number is kept that may be somebody's own, in whatever a command keeps as it was written; undefined
 * where there is none, or where somebody has said yes to it.
 */
export function privateNumberAsked(command: Command, given: Ask['input']): Card | undefined {
  if (given['sure'] !== undefined) return undefined;
  const texts = metasOf(command.input).flatMap(({ name, meta }) => (meta.ownWords ? [name] : []));
  const foundIn = (name: string) => (typeof given[name] === 'string' ? privateNumberIn([given[name]]) : undefined);
  const holding = texts.filter((name) => foundIn(name) !== undefined);
  const [found] = holding.map(foundIn);
  if (!found) return undefined;
  // Only what holds the number is written anew.
  const rest = Object.fromEntries(Object.entries(given).filter(([name]) => !holding.includes(name)));
  const asked = (input: Ask['input']): Ask => ({ command: command.name, input });
  return privateNumberCard(command.says[0], found, asked({ ...given, sure: 'yes' }), asked(rest));
}
