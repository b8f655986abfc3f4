import type { Logger } from 'pino';
import type { OpenStore } from '../storage/collections.ts';
import { openCosmos } from '../storage/cosmos.ts';
import { openEmbedded } from '../storage/embedded.ts';
import type { Answer, Channel, Incoming } from './channels/channel.ts';
import type { TeamsCloud, TeamsIdentity } from './channels/teams/config.ts';
import { openTeams } from './channels/teams/open-teams.ts';
import { commands } from './commands/index.ts';
import type { Config } from './config.ts';
import { dispatch } from './dispatch.ts';
import { createHttp } from './http.ts';
import { jobs } from './jobs/index.ts';
import { clockOf } from './outbox/clock.ts';
import { createOutbox, type Outbox } from './outbox/outbox.ts';
import { startClock } from './outbox/start-clock.ts';

export type Service = {
  readonly port: number;
  readonly store: OpenStore['store'];
  /** What happens by the clock; ticks by itself when CLOCK is on. */
  readonly outbox: Outbox;
  /** `/readyz` says no from here on; everything else goes on. */
  drain(): void;
  /** `/readyz` says no, what is under way finishes, then everything closes. */
  stop(): Promise<void>;
};

/** Puts the service together: store → commands → channels → http. `now` is the only clock below. */
export async function startService(config: Config, log: Logger, now: () => Date): Promise<Service> {
  const opened = await openStore(config);
  const bot = { store: opened.store, commands, now, log };
  const handle = (incoming: Incoming): Promise<Answer | undefined> => dispatch(bot, incoming);
  const teams = openTeams(teamsConfig(config), handle, { log, now });
  const http = createHttp({ log, parts: { store: opened.ping, teams: () => teams.channel.ready() } });
  http.mount(teams.path, teams.route);
  const outbox = createOutbox({ ...outboxParts(opened.store, [teams.channel], now, log), lease: true });
  try {
    const { port } = await http.start(config.PORT, config.HOST);
    log.info({ port, store: config.STORE }, 'listening');
    const clock = config.CLOCK === 'on' ? startClock(outbox, log) : undefined;
    return {
      port,
      store: opened.store,
      outbox,
      drain: http.drain,
      async stop() {
        http.drain();
        await clock?.stop();
        await http.stop();
        await opened.close();
      },
    };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

/** The chat products for sending only, with nobody at their doors. */
export function openChannels(config: Config, log: Logger, now: () => Date): readonly Channel[] {
  return [openTeams(teamsConfig(config), async () => undefined, { log, now }).channel];
}

/** What the outbox needs, whoever makes it tick. */
export function outboxParts(store: OpenStore['store'], channels: readonly Channel[], now: () => Date, log: Logger) {
  return { store, jobs, channels, clock: clockOf(now), log };
}

/** The store the settings name. */
export async function openStore(config: Config): Promise<OpenStore> {
  if (config.STORE === 'embedded') return openEmbedded(config.EMBEDDED_FILE);
  return openCosmos({
    endpoint: config.COSMOS_ENDPOINT ?? '',
    database: config.COSMOS_DATABASE,
    key: config.COSMOS_KEY,
    // The bot's own identity also opens the store: where there are only user-assigned ones, one must be named.
    identity: config.MicrosoftAppType === 'UserAssignedMsi' ? config.MicrosoftAppId : undefined,
  });
}

function teamsConfig(config: Config) {
  return { host: config.HOST, identity: identityOf(config), cloud: cloudOf(config) };
}

function identityOf({
  MicrosoftAppId: appId,
  MicrosoftAppTenantId: tenantId,
  MicrosoftAppPassword: password,
  MicrosoftAppType: type,
}: Config): TeamsIdentity | undefined {
  if (!appId || !tenantId) return undefined;
  if (type === 'SingleTenant') return { type, appId, tenantId, password: password ?? '' };
  return { type: 'UserAssignedMsi', appId, tenantId };
}

function cloudOf(config: Config): TeamsCloud | undefined {
  if (config.ToBotFromChannelOpenIdMetadataUrl === undefined) return undefined;
  return {
    openIdMetadataUrl: config.ToBotFromChannelOpenIdMetadataUrl,
    tokenIssuer: config.ToBotFromChannelTokenIssuer ?? '',
    loginUrl: config.ToChannelFromBotLoginUrl ?? '',
    oAuthScope: config.ToChannelFromBotOAuthScope ?? '',
    oAuthUrl: config.OAuthUrl ?? '',
  };
}
