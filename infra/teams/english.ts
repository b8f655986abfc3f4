import type { Command } from '../../bot/command.ts';
import { listedCommands } from './command-lists.ts';

const texts = {
  'name.short': 'Bansou Bot',
  'name.full': 'Bansou Bot: support for the digital transformation of municipalities',
  'description.short': 'Weekly reports, meetings and digests of the municipal DX support programme.',
  'description.full':
    'Municipal officers report the progress of the programme’s steps and KPIs in the chat they already use. The bot reminds in time, and gives the prefecture a digest of what moved, who asked for help and what is due. It speaks and understands Japanese.',
};

/** The English localization file. Its keys are the paths of the manifest. */
export function englishLocalization(registry: readonly Command[]): Readonly<Record<string, string>> {
  const commands = listedCommands(registry).flatMap((list, at) =>
    list.commands.map(({ english }, place) => [`bots[0].commandLists[${at}].commands[${place}].description`, english]),
  );
  return { $schema: schemaOf('MicrosoftTeams.Localization'), ...texts, ...Object.fromEntries(commands) };
}

export const MANIFEST_VERSION = '1.25';

export const schemaOf = (file: string): string =>
  `https://developer.microsoft.com/json-schemas/teams/v${MANIFEST_VERSION}/${file}.schema.json`;
