import { randomUUID } from 'node:crypto';
import type { TeamsConfig } from '../../../bot/channels/teams/config.ts';
import { type Account, type Connector, startConnector } from './connector.ts';
import { type IdentityProvider, type Minting, startIdentityProvider } from './identity-provider.ts';
import { type OneDrive, startOneDrive } from './one-drive.ts';
import { type Activity, type TeamsRoom, TeamsUser } from './teams-user.ts';

/**
 * Teams on loopback: who signs (`identity`), what the bot writes to (`connector`), and the people (`person`, see
 * `teams-user.ts`). For tests that go through the front door:
 *
 *   const teams = await startFakeTeams();
 *   const door = openTeams(teams.config, handle, { log, now });
 *   http.mount(door.path, door.route);
 *   teams.connect(`http://127.0.0.1:${port}/api/messages`);
 *   const hanako = teams.person({ name: '山田 花子', email: 'yamada@town.example.jp' });
 *   expect((await hanako.say('状況')).words).toContain('…');
 *   await teams.stop();
 *
 * Every instance has its own app id, because the SDK shares tokens and keys between all bots of one process.
 */
export type FakeTeams = {
  /** Settings of a bot with a managed identity that believes this Teams. */
  readonly config: TeamsConfig;
  readonly appId: string;
  /** The bot's own tenant, where everybody is unless said otherwise. */
  readonly tenant: string;
  readonly identity: IdentityProvider;
  readonly connector: Connector;
  readonly oneDrive: OneDrive;
  /** Where the bot listens. */
  connect(botUrl: string): void;
  /** A person in the 1:1 chat with the bot. */
  person(who: { name: string; email?: string; userPrincipalName?: string; tenantId?: string }): TeamsUser;
  group(name: string): TeamsRoom;
  channel(name: string): TeamsRoom;
  /** Posts to the bot as Teams does, signed for this activity unless `authorization` says otherwise. */
  post(activity: unknown, how?: Minting & { readonly authorization?: string | undefined }): Promise<Posted>;
  stop(): Promise<void>;
};

type Posted = { readonly status: number; readonly body: unknown };

/** `open`: the playground's way, nobody signs anything. */
export async function startFakeTeams({ open = false } = {}): Promise<FakeTeams> {
  const identity = await startIdentityProvider();
  const connector = await startConnector(open ? undefined : identity);
  const oneDrive = await startOneDrive();
  const appId = randomUUID();
  const tenant = randomUUID();
  const bot = { id: `28:${appId}`, name: '伴走ボット' };
  let botUrl = '';
  await identity.giveIdentity(appId);

  const post: FakeTeams['post'] = async (activity, how = {}) => {
    const signed = `Bearer ${identity.mint(appId, connector.serviceUrl, how)}`;
    const authorization = 'authorization' in how ? how.authorization : open ? undefined : signed;
    const response = await fetch(botUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) },
      body: typeof activity === 'string' ? activity : JSON.stringify(activity),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : parsed(text) };
  };

  return {
    config: {
      host: '127.0.0.1',
      ...(!open && {
        identity: { type: 'UserAssignedMsi' as const, appId, tenantId: tenant },
        cloud: identity.cloud,
      }),
    },
    appId,
    tenant,
    identity,
    connector,
    oneDrive,
    connect(url) {
      botUrl = url;
    },
    person(who) {
      const account: Account = { id: `29:${randomUUID()}`, aadObjectId: randomUUID(), tenantId: tenant, ...who };
      const room: TeamsRoom = { id: `a:${randomUUID()}`, kind: 'personal' };
      return new TeamsUser(account, room, {
        bot,
        connector,
        oneDrive,
        post: (activity: Activity, how) => post(activity, how),
      });
    },
    group: (name) => ({ id: `19:${Buffer.from(name).toString('hex')}@thread.v2`, kind: 'groupChat' }),
    channel: (name) => ({
      id: `19:${Buffer.from(name).toString('hex')}@thread.tacv2`,
      kind: 'channel',
      thread: String(Date.now()),
      team: '19:team@thread.tacv2',
    }),
    post,
    stop: async () => {
      await connector.stop();
      await oneDrive.stop();
      await identity.stop();
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
