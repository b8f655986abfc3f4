import type { Ask, Card } from '../../cards/card.ts';
import { secondThoughtCard } from '../../cards/second-thought.ts';
import { metasOf } from '../../programme/input-meta.ts';
import { isSecondThought } from '../../programme/second-thought.ts';
import type { Command } from '../command.ts';

/**
 * Asks once before a text is kept as the reason for something that it rather takes back, whichever command it is for;
 * undefined where there is none, or where somebody has said yes to it.
 */
export function secondThoughtAsked(command: Command, given: Ask['input']): Card | undefined {
  if (given['sure'] !== undefined) return undefined;
  for (const { name, meta } of metasOf(command.input)) {
    const said = given[name];
    if (meta.ownWords && typeof said === 'string' && isSecondThought(said))
      return secondThoughtCard(
        command.says[0],
        { label: meta.title, said },
        { command: command.name, input: { ...given, sure: 'yes' } },
      );
  }
  return undefined;
}
