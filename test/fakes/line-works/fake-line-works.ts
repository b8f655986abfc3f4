import { randomBytes } from 'node:crypto';
import type { LineWorksConfig } from '../../../bot/channels/line-works/config.ts';
import { rsaKeys } from '../rsa-keys.ts';
import { type ApiName, createApi } from './api.ts';
import { type Call, startApiServer, type Trouble } from './api-server.ts';
import { createCallbacks, type Delivered, type Headers } from './callbacks.ts';
import type { Labels } from './interview-answers.ts';
import { LineWorksUser } from './line-works-user.ts';
import { createRateLimits } from './rate-limits.ts';
import type { Json } from './reply.ts';
import { type Storage, startStorage } from './storage.ts';
import { createTokens } from './tokens.ts';
import { type Account, createWorld, type LineWorksRoom, type Message, type Who, type World } from './world.ts';

const DOMAIN = 40_029_600;
const BOT = { id: '2000001', name: '伴走ボット' } as const;
/** Without `settled`: nothing new for so long means that the bot is done, and so long is waited at most. */
const [QUIET, LONGEST_WAIT] = [150, 10_000];

export type Options = {
  readonly now?: () => Date;
  /** Calls per API and minute. */
  readonly perMinute?: number;
  /** Seconds a token lives, and how the product says so. */
  readonly lifetime?: number;
  readonly expiresIn?: 'string' | 'number';
  /** See `Answers`: `{ evidence: '根拠' }`. */
  readonly labels?: Labels;
};

/**
 * LINE WORKS on loopback: who gives tokens, what the bot writes to, and the people. It refuses what the product's
 * documentation refuses, and never delivers an event twice.
 *
 *   const works = await startFakeLineWorks({ now });
 *   works.connect(`http://127.0.0.1:${port}/line-works/callback`, () => door.settled());
 *   const hanako = works.person({ name: '山田 花子', email: 'yamada@town.example.jp' });
 *   expect((await hanako.say('状況')).words).toContain('…');
 *   works.failNext('send', 'drop-after');
 *   await works.stop();
 */
export type FakeLineWorks = {
  /** Settings of the bot of this tenant. */
  readonly config: LineWorksConfig;
  readonly botName: string;
  /** The origin of uploads and downloads. */
  readonly storageUrl: string;
  readonly calls: readonly Call[];
  /** Every event that was sent to the bot, with status and time of the answer. */
  readonly delivered: readonly Delivered[];
  readonly world: World;
  readonly storage: Storage;
  /** Where the bot listens, and what tells that it has finished with all it was told. */
  connect(callbackUrl: string, settled?: () => Promise<void>): void;
  /** Makes someone known, who may not have written yet. */
  enrol(who: Who): Account;
  /** A person in the 1:1 chat with the bot. */
  person(who: Who): LineWorksUser;
  /** A room the bot is in, unless told otherwise. The same title is the same room. */
  group(title: string, how?: { readonly bot: boolean }): LineWorksRoom;
  messages(room: LineWorksRoom): readonly Message[];
  /** The persistent menu's actions. */
  menu(): readonly Json[];
  /** Sends any bytes, signed unless `headers` say otherwise. */
  deliver(raw: string | Uint8Array, headers?: Headers): Promise<Delivered>;
  /** Makes the next calls of an API go wrong, one each. */
  failNext(api: ApiName, ...troubles: readonly Trouble[]): void;
  /** Asks at every call whether it is to go wrong. */
  meddle(ask: (api: ApiName) => Trouble | undefined): void;
  /** Every token given so far is over. */
  expireTokens(): void;
  limit(perMinute: number): void;
  /** Drops what it has recorded, for who writes for hours. */
  forget(): void;
  /** Resolves when no event is on its way and the bot has finished. */
  idle(): Promise<void>;
  stop(): Promise<void>;
};

export async function startFakeLineWorks(options: Options = {}): Promise<FakeLineWorks> {
  const { now = () => new Date(), lifetime = 86_400, expiresIn = 'number', labels = {} } = options;
  let { perMinute = 240 } = options;
  const { publicKey, privateKey } = keyPair();
  const botSecret = randomBytes(16).toString('hex');
  const client = {
    clientId: 'fake-client',
    clientSecret: randomBytes(8).toString('hex'),
    serviceAccount: 'fake.serviceaccount@example',
  };
  const tokens = createTokens({ ...client, publicKey }, now, { lifetime, expiresIn });
  const storage = await startStorage(now, (authorization) => tokens.scopesOf(authorization) !== undefined);
  const world = createWorld(now, DOMAIN);
  const callbacks = createCallbacks(BOT.id, botSecret, now);
  const api = createApi(BOT, world, storage, callbacks);
  const limits = createRateLimits(now, () => perMinute);
  const server = await startApiServer(api, tokens, limits);
  let settled = () => quiet(world);

  const idle = async () => {
    for (let seen = -1; seen !== callbacks.delivered.length; ) {
      await callbacks.arrived();
      seen = callbacks.delivered.length;
      await settled();
      await callbacks.arrived();
    }
  };

  return {
    config: {
      ...client,
      botId: BOT.id,
      botSecrets: [botSecret],
      privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      domainIds: [String(DOMAIN)],
      authUrl: server.url,
      apiUrl: server.url,
    },
    botName: BOT.name,
    storageUrl: storage.url,
    calls: server.calls,
    delivered: callbacks.delivered,
    world,
    storage,
    connect(callbackUrl, whenSettled = () => quiet(world)) {
      callbacks.url = callbackUrl;
      settled = whenSettled;
    },
    enrol: world.enrol,
    person(who) {
      const account = world.enrol(who);
      const tenant = { botName: BOT.name, world, callbacks, storage, labels, idle, menu: api.menu };
      return new LineWorksUser(account, world.personal(account), tenant);
    },
    group(title, how) {
      const room = world.group(title);
      if (how) room.open = how.bot;
      return room;
    },
    messages: ({ id }) => world.messages.filter(({ room }) => room === id),
    menu: api.menu,
    deliver: callbacks.deliver,
    failNext: server.failNext,
    meddle: server.meddle,
    expireTokens: tokens.expireAll,
    limit(most) {
      perMinute = most;
    },
    forget() {
      world.forget();
      server.forget();
      callbacks.forget();
    },
    idle,
    stop: async () => {
      await Promise.all([server.stop(), storage.stop()]);
    },
  };
}

let keys: ReturnType<typeof rsaKeys> | undefined;

/** Made once: it takes longer than most tests. */
function keyPair() {
  keys ??= rsaKeys();
  return keys;
}

async function quiet({ messages }: World): Promise<void> {
  const until = performance.now() + LONGEST_WAIT;
  let [seen, since] = [messages.length, performance.now()];
  while (performance.now() - since < QUIET && performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    if (messages.length !== seen) [seen, since] = [messages.length, performance.now()];
  }
}
