import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { type Api, createApi } from '../../bot/channels/line-works/api.ts';
import type { LineWorksConfig } from '../../bot/channels/line-works/config.ts';
import { rsaKeys } from '../fakes/rsa-keys.ts';

type Seen = {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
};
export type Reply =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: unknown }
  | 'reset'
  | 'hang';

/** A server that answers what a test tells it to, and a client of it whose clock does not run by itself. */
export type Loopback = {
  readonly api: Api;
  /** The same, waiting only a second for an answer. */
  readonly hasty: Api;
  readonly url: string;
  readonly config: LineWorksConfig;
  readonly publicKey: string;
  /** Every request so far; `at` those of a path. */
  readonly seen: Seen[];
  at(path: string): Seen[];
  /** What comes back next for requests to this path, one each; afterwards what is usual. */
  next(path: string, ...replies: Reply[]): void;
  /** How long was waited, each time. */
  readonly paused: number[];
  pass(ms: number): void;
  now(): Date;
  /** Another client with other settings. */
  another(changes: Partial<LineWorksConfig>): Api;
  logged(): string;
  stop(): Promise<void>;
};

export const SECRETS = { client: 'client-secret-NOT-REAL', bot: 'bot-secret-NOT-REAL', token: 'token-NOT-REAL' };
export const TOKEN = '/oauth2/v2.0/token';

const { privateKey, publicKey } = rsaKeys();
const PRIVATE_KEY = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

export async function startLoopback(): Promise<Loopback> {
  const seen: Seen[] = [];
  const planned = new Map<string, Reply[]>();
  let tokens = 0;
  const usual = (path: string): Reply =>
    path === TOKEN
      ? { status: 200, body: { access_token: `${SECRETS.token}-${++tokens}`, expires_in: '86400' } }
      : { status: 201 };
  const server = createServer(async (request, response) => {
    const path = request.url ?? '';
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method = '', headers } = request;
    seen.push({ method, path, headers, body: Buffer.concat(chunks).toString('latin1') });
    const reply = planned.get(path)?.shift() ?? usual(path);
    if (reply === 'hang') return;
    if (reply === 'reset') request.socket.destroy();
    else {
      response.writeHead(reply.status, { connection: 'close', ...reply.headers });
      response.end(reply.body === undefined ? undefined : JSON.stringify(reply.body));
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const config: LineWorksConfig = {
    botId: '2000001',
    botSecrets: [SECRETS.bot],
    clientId: 'client-1',
    clientSecret: SECRETS.client,
    serviceAccount: 'bot.serviceaccount@example.com',
    privateKey: PRIVATE_KEY.replaceAll('\n', '\\n'),
    domainIds: ['40029600'],
    authUrl: url,
    apiUrl: url,
  };
  let at = Date.parse('2026-12-07T00:00:00.700Z');
  const paused: number[] = [];
  let lines = '';
  const sink = new Writable({
    write(chunk, _, done) {
      lines += String(chunk);
      done();
    },
  });
  const deps = {
    log: pino({ level: 'trace' }, sink),
    now: () => new Date(at),
    timeoutMs: 15_000,
    pause: async (ms: number) => {
      paused.push(ms);
      at += ms;
    },
  };
  return {
    ...{
      api: createApi(config, deps),
      hasty: createApi(config, { ...deps, timeoutMs: 1_000 }),
      url,
      config,
      publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
      seen,
      paused,
      now: deps.now,
    },
    at: (path) => seen.filter((each) => each.path === path),
    next: (path, ...replies) => planned.set(path, [...(planned.get(path) ?? []), ...replies]),
    pass: (ms) => {
      at += ms;
    },
    another: (changes) => createApi({ ...config, ...changes }, deps),
    logged: () => lines,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** An address where nothing listens. */
export async function nobodyThere(): Promise<string> {
  const { url, stop } = await startLoopback();
  await stop();
  return url;
}
