import type { Ask, Card } from '../cards/card.ts';
import { privateNumberCard } from '../cards/private-number.ts';
import { metasOf } from '../programme/inputs.ts';
import { privateNumberIn } from '../programme/private-number.ts';
import type { Command } from './command.ts';

/**
 * Asks once before a number is kept that may be somebody's own, in whatever a command keeps as it was written; undefined
 * where there is none, or where somebody has said yes to it.
 */
export function privateNumberAsked(command: Command, given: Ask['input']): Card | undefined {
  if (given['sure'] !== undefined) return undefined;
  const texts = metasOf(command.input).flatMap(({ name, meta }) => (meta.ownWords ? [name] : []));
  const said = texts.map((name) => given[name]).filter((text) => typeof text === 'string');
  const found = privateNumberIn(said);
  if (!found) return undefined;
  const rest = Object.fromEntries(Object.entries(given).filter(([name]) => !texts.includes(name)));
  const asked = (input: Ask['input']): Ask => ({ command: command.name, input });
  return privateNumberCard(command.says[0], found, asked({ ...given, sure: 'yes' }), asked(rest));
}
