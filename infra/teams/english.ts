import type { Command } from '../../bot/command.ts';
import type { CommandName } from '../../programme/asks.ts';
import { listedCommands } from './command-lists.ts';

/** What the listed commands do. Their titles stay Japanese: they are what is written to the bot. */
export const english: Readonly<Partial<Record<CommandName, string>>> = {
  'check-in': 'Report this week’s KPIs, stages and problems on one card.',
  'carry-over': 'Report this week’s KPIs as unchanged.',
  'show-status': 'Show the progress of the steps and their items.',
  'show-item': 'Show the stage, deadline and evidence of an item, and report on it.',
  'report-item': 'Report the stage of an item.',
  'show-kpis': 'Show the KPIs with their targets and planned lines.',
  'report-kpi': 'Report the value of a KPI.',
  'show-history': 'Show who reported what and when.',
  correct: 'Correct a report, with a reason. The earlier version is kept.',
  undo: 'Take back your last report within 24 hours.',
  'ask-help': 'Tell the secretariat about a problem.',
  'show-meetings': 'Show the coming meetings.',
  attend: 'Say that you will attend a meeting.',
  decline: 'Say that you will not attend a meeting.',
  'add-agenda': 'Show the agenda of a meeting and add a topic.',
  'complete-action': 'Show what you took on in meetings and mark it as done.',
  'save-meeting': 'Get a meeting as a file for your calendar.',
  'schedule-meeting': 'Call a meeting, or a monthly series of them.',
  'change-meeting': 'Move or rename a meeting.',
  'cancel-meeting': 'Cancel a meeting.',
  'record-minutes': 'Record the decisions and actions of a meeting.',
  'show-digest': 'Show what moved, who asked for help, who has gone quiet and what is due.',
  'show-unreported': 'Show who has not reported yet.',
  'bind-room': 'Register who reads this room. It then shows only what they may see.',
  help: 'Show what the bot can do.',
};

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
    list.commands.map(({ name, help }, place) => [
      `bots[0].commandLists[${at}].commands[${place}].description`,
      english[name] ?? help,
    ]),
  );
  return { $schema: schemaOf('MicrosoftTeams.Localization'), ...texts, ...Object.fromEntries(commands) };
}

export const MANIFEST_VERSION = '1.25';

export const schemaOf = (file: string): string =>
  `https://developer.microsoft.com/json-schemas/teams/v${MANIFEST_VERSION}/${file}.schema.json`;
