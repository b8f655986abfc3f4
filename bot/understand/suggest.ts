import type { CommandName } from '../../programme/asks.ts';
import { may, type Role } from '../../programme/member.ts';
import type { Command, TurnStart } from '../command.ts';
import { fold, keyOf, plainOf } from './fold.ts';
import { likeness } from './near.ts';

const OFFERED = 3;
/** What somebody wants stands at the beginning. */
const LONGEST = 200;
/** What each role most often comes for, the likeliest first; how alike the words are counts more. */
const usual: Readonly<Record<Role, readonly CommandName[]>> = {
  municipal: ['check-in', 'show-status', 'ask-help', 'show-meetings'],
  expert: ['show-status', 'check-in', 'show-meetings', 'ask-help'],
  secretariat: ['show-unreported', 'show-status', 'show-digest', 'show-meetings'],
  prefecture: ['show-digest', 'show-status', 'show-meetings'],
  observer: ['who-am-i', 'settings'],
};
const HEAD_START = 0.15;
const NEVER: readonly CommandName[] = ['help', 'never-mind', 'register', 'resend', 'accept-account', 'cut-account'];

/** The commands somebody most likely wants, by the words they used and by who they are. */
export function suggested(
  text: string,
  commands: readonly Command[],
  { who, room }: Pick<TurnStart, 'who' | 'room'>,
  first: readonly CommandName[] = [],
): readonly Command[] {
  const said = fold(plainOf(text.slice(0, LONGEST)));
  const usually = [...first, ...(who ? usual[who.role] : (['register', 'who-am-i'] as const))];
  const open = commands.filter(
    ({ name, needs }) =>
      (who === undefined ? name === 'register' || name === 'who-am-i' : !NEVER.includes(name)) &&
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
