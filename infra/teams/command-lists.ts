import type { TeamsManifestV1D25 } from '@microsoft/app-manifest';
import type { Command } from '../../bot/command.ts';
import type { Permission } from '../../programme/may.ts';

type Scope = 'personal' | 'team' | 'groupChat';
type CommandList = TeamsManifestV1D25.CommandList;

/** What Teams shows of a list; the bot understands all the others too, and help names them. */
const PLACES = 12;

/** What people come for, the first first. In a channel sit those who steer, in a group chat those who meet. */
const lists: readonly { readonly scope: Scope; readonly shows: readonly (readonly Permission[])[] }[] = [
  { scope: 'personal', shows: [['report', 'view', 'meet', 'self']] },
  { scope: 'team', shows: [['digest'], ['bind'], ['view'], ['convene']] },
  { scope: 'groupChat', shows: [['bind'], ['view'], ['meet']] },
];

/** The commands of each kind of room, chosen and ordered by the registry; help always has the last place. */
export function listedCommands(
  registry: readonly Command[],
): { readonly scope: Scope; readonly commands: Command[] }[] {
  const help = registry.filter(({ spoken }) => spoken?.alone?.includes('nothing'));
  return lists.map(({ scope, shows }) => {
    const open = scope === 'personal' ? registry : registry.filter(({ privately }) => privately !== true);
    const wanted = shows.flatMap((some) => open.filter(({ needs }) => some.includes(needs)));
    return { scope, commands: [...wanted.slice(0, PLACES - help.length), ...help] };
  });
}

/** Pressing one writes its title into the message, so a title is the word that the bot knows it by. */
export function commandLists(registry: readonly Command[]): CommandList[] {
  return listedCommands(registry).map(({ scope, commands }) => ({
    scopes: [scope],
    commands: commands.map(({ says: [title], help }) => ({ title, description: help })),
  }));
}
