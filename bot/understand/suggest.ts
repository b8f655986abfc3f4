import type { CommandName } from '../../programme/asks.ts';
import { may } from '../../programme/may.ts';
import type { Command } from '../command.ts';
import { registryOf } from '../registry.ts';
import type { TurnStart } from '../turn.ts';
import { likeness } from './names/near.ts';
import { fold, keyOf, plainOf } from './text/fold.ts';

const OFFERED = 3;
/** How much of a text is compared with commands: what somebody wants stands at its beginning. */
const LONGEST = 200;
/** What somebody most often comes for goes first; how alike the words are counts more. */
const HEAD_START = 0.15;

/** The commands somebody most likely wants, by the words they used and by who they are. */
export function suggested(
  text: string,
  commands: readonly Command[],
  { who, room }: Pick<TurnStart, 'who' | 'room'>,
  isReported = false,
): readonly Command[] {
  const said = fold(plainOf(text.slice(0, LONGEST)));
  const { usual } = registryOf(commands);
  const usually = [...(isReported ? usual('reported') : []), ...usual(who?.role ?? 'stranger')];
  const open = commands.filter(
    ({ needs, usualFor, strangersOnly }) =>
      usualFor !== 'nobody' &&
      (who === undefined ? usualFor.stranger !== undefined : !strangersOnly) &&
      may(who, needs, undefined, room.audience),
  );
  return open
    .map((command) => ({ command, score: alike(said, command) + headStart(command.name, usually) }))
    .toSorted((a, b) => b.score - a.score)
    .slice(0, OFFERED)
    .map(({ command }) => command);
}

function alike(said: string, { says, help }: Command): number {
  const words = says.map((name) => likeness(said, keyOf(name)));
  return Math.max(...words, likeness(said, fold(help)) * 0.8);
}

function headStart(name: CommandName, usually: readonly CommandName[]): number {
  const at = usually.indexOf(name);
  return at < 0 ? 0 : HEAD_START * (1 - at / (usually.length + 1));
}
