import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Api, type ApiName, jsonOf } from './api.ts';
import type { RateLimits } from './rate-limits.ts';
import { answer, bodyOf, type Json, no, type Reply } from './reply.ts';
import type { Tokens } from './tokens.ts';

/** What to do with a call instead of answering it. A status is refused before anything is delivered. */
export type Trouble = 400 | 401 | 403 | 404 | 429 | 500 | 503 | 'busy' | 'drop-before' | 'drop-after' | 'hang';

/** Every call, in order, also the refused ones. */
export type Call = {
  /** Undefined where there is no such address. */
  readonly api: ApiName | undefined;
  readonly method: string;
  readonly path: string;
  /** 0 where the connection broke, or nothing was answered. */
  readonly status: number;
  readonly body: Json | Uint8Array | undefined;
};

export type ApiServer = {
  readonly url: string;
  readonly calls: readonly Call[];
  failNext(api: ApiName, ...troubles: readonly Trouble[]): void;
  /** Asks at every call whether it is to go wrong, where no trouble is waiting already. */
  meddle(ask: (api: ApiName) => Trouble | undefined): void;
  forget(): void;
  stop(): Promise<void>;
};

const TOKEN_PATH = '/oauth2/v2.0/token';

/** The tokens and the API behind one address. */
export async function startApiServer(api: Api, tokens: Tokens, limits: RateLimits): Promise<ApiServer> {
  const troubles = new Map<ApiName, Trouble[]>();
  const calls: Call[] = [];
  let meddling: ((api: ApiName) => Trouble | undefined) | undefined;
  const server = createServer((req, res) => {
    serve(req, res).catch(() => res.destroy());
  });
  // Whoever wakes up late on a busy machine still finds its connection.
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url,
    calls,
    failNext: (name, ...next) => void troubles.set(name, [...(troubles.get(name) ?? []), ...next]),
    meddle(ask) {
      meddling = ask;
    },
    forget() {
      calls.length = 0;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  async function serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const body = await bodyOf(req);
    const { pathname } = new URL(req.url ?? '/', url);
    const method = req.method ?? 'GET';
    const found = api.find(method, pathname);
    const name = pathname === TOKEN_PATH ? 'token' : found?.route.api;
    const trouble = troubleFor(name);
    const reply = replyTo(trouble, () => (name === 'token' ? issue(req, body) : act(req, found, body)));
    const answered = trouble !== 'drop-after' && reply !== undefined;
    calls.push({ api: name, method, path: pathname, status: answered ? reply.status : 0, body: reply?.body });
    if (answered) answer(res, reply);
    else if (trouble !== 'hang') req.socket.destroy();
  }

  function troubleFor(name: ApiName | undefined): Trouble | undefined {
    return name && (troubles.get(name)?.shift() ?? meddling?.(name));
  }

  function issue(req: IncomingMessage, body: Buffer): Reply {
    return tokens.issue(body.toString(), req.headers['content-type']);
  }

  function act(req: IncomingMessage, found: ReturnType<Api['find']>, body: Buffer): Reply {
    const { pathname, searchParams: query } = new URL(req.url ?? '/', url);
    const { exceeded, headers } = limits.count(found?.route.api ?? pathname);
    const refused = refusal(tokens.scopesOf(req.headers.authorization), found?.route.scopes, exceeded);
    const missing = no(404, 'NOT_FOUND', `${req.method} ${pathname}`);
    const reply = refused ?? found?.route.act({ id: found.id, body: jsonOf(body), query }) ?? missing;
    // The redirect of a download is documented to come without them.
    return reply.status === 302 ? reply : { ...reply, headers: { ...headers, ...reply.headers } };
  }
}

function refusal(
  granted: ReadonlySet<string> | undefined,
  needed: readonly string[] | undefined,
  exceeded: boolean,
): Reply | undefined {
  if (granted === undefined) return UNAUTHORIZED;
  if (exceeded) return no(429, 'TOO_MANY_REQUESTS', 'API rate limit exceeded');
  const allowed = needed?.some((scope) => granted.has(scope)) ?? true;
  return allowed ? undefined : no(403, 'FORBIDDEN', 'the scope is missing');
}

/** Nothing is done where the trouble comes first. */
function replyTo(trouble: Trouble | undefined, act: () => Reply): Reply | undefined {
  if (typeof trouble === 'number') return troubled(trouble);
  if (trouble === 'busy') return troubled(429, SOON);
  return trouble === undefined || trouble === 'drop-after' ? act() : undefined;
}

const UNAUTHORIZED: Reply = {
  ...no(401, 'UNAUTHORIZED', 'the token is not known, or over'),
  headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' },
};

const CODES: Readonly<Record<Extract<Trouble, number>, string>> = {
  400: 'INVALID_PARAMETER',
  401: 'UNAUTHORIZED',
  403: 'ACCESS_DENIED',
  404: 'NOT_FOUND',
  429: 'TOO_MANY_REQUESTS',
  500: 'INTERNAL_SERVER_ERROR',
  503: 'SERVICE_UNAVAILABLE',
};

/** Seconds: a refusal that is over in a moment, for who plays a year. */
const SOON = '0.02';

function troubled(status: Extract<Trouble, number>, reset = '1'): Reply {
  const full = {
    'rateLimit-ssed': '240',
    'rateLimit-limit': '240',
    'rateLimit-remaining': '0',
    'rateLimit-reset': reset,
  };
  return { ...no(status, CODES[status], 'as asked'), ...(status === 429 && { headers: full }) };
}
