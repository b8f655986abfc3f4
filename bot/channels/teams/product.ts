import type { ChatProduct } from '../channel.ts';
import { teamsFinding } from './check.ts';
import { openTeams } from './open-teams.ts';
import { type TeamsSettings, teamsConfig } from './settings.ts';

const NOTHING_KEPT = { start: () => undefined, stop: async () => undefined, idle: async () => undefined };

export const teams: ChatProduct<TeamsSettings> = {
  name: 'teams',
  isSetUp: ({ MicrosoftAppId }) => MicrosoftAppId !== undefined,
  crowded: 'told',
  open: (settings, handle, { log, now, seenRoom }) => ({
    ...openTeams(teamsConfig(settings), handle, { log, now, seenRoom }),
    ...NOTHING_KEPT,
  }),
  sender: (settings, deps) => openTeams(teamsConfig(settings), async () => undefined, deps).channel,
  check: async (settings, log, now) => [await teamsFinding(settings, log, now)],
  clock: (settings) =>
    settings.ToBotFromChannelOpenIdMetadataUrl ?? 'https://login.botframework.com/v1/.well-known/openidconfiguration',
};
