import type { IncomingHttpHeaders, IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { createServer, type Request, type RequestHandler, type Response } from 'restify';
import type { Crowd } from './crowd.ts';

type HttpRequest = {
  readonly headers: IncomingHttpHeaders /** As it came, read before any parser. */;
  readonly body: Buffer;
};
/** A text is sent as text, anything else as JSON. */
type HttpAnswer = { readonly status: number; readonly body?: unknown };
type Route = (request: HttpRequest) => Promise<HttpAnswer>;

export type HttpOptions = {
  readonly log: Logger;
  /** What `/readyz` asks: each part throws with the reason while it is not ready. */
  readonly parts?: { readonly [part: string]: () => Promise<void> };
  readonly maxBody?: number;
  /** How long a connection may stay silent, before its first request, within one or between two. */
  readonly silentMs?: number;
  readonly maxConnections?: number;
};

export type Http = {
  /** Takes POSTs on a path. Until `start`. Without a crowd, as many as come: what must be kept is never turned away. */
  mount(path: string, route: Route, crowd?: Crowd): void;
  start(port: number, host: string): Promise<{ readonly port: number }>;
  /** `/readyz` says no from here on, so that no new work is sent. */
  drain(): void;
  /** Takes nothing new, lets what is under way finish, and cuts off what lasts longer than the grace. */
  stop(graceMs?: number): Promise<void>;
};

const MAX_BODY = 256 * 1024;
/** A part that does not answer in time is not ready; who asks is told within a second. */
const READY_MS = 900;
const GRACE_MS = 10_000;
/** How long a connection may be silent before it is closed: longer than any turn takes. */
const SILENT_MS = 45_000;
/** Between two requests; a proxy in front keeps its connections for longer and opens a new one when one has gone. */
const KEEP_ALIVE_MS = 20_000;
/** Connections at once: each costs some 20 KB. Beyond them nobody is even told that it is crowded. */
const MAX_CONNECTIONS = 10_000;

/** The one HTTP server of the house. Logs neither bodies nor headers. */
export function createHttp({ log, parts = {}, maxBody = MAX_BODY, ...limits }: HttpOptions): Http {
  // The types are older than the library: restify 12 logs with pino.
  const server = createServer({ name: 'bansou', log: log as never });
  holdToLimits(server.server, limits);
  const crowds = new Map<string, Crowd>();
  turnAway(server.server, crowds);
  let draining = false;

  server.pre(helmet() as unknown as RequestHandler);
  server.get('/healthz', (_, res, next) => {
    answer(res, { status: 200, body: { alive: true } });
    next(false);
  });
  server.get('/readyz', (_, res, next) => {
    notReady(parts, log)
      .then((missing) => (draining ? ['draining', ...missing] : missing))
      .then((missing) => answer(res, { status: missing.length === 0 ? 200 : 503, body: readiness(missing) }))
      .then(() => next(false), next);
  });

  return {
    mount(path, route, crowd) {
      if (crowd) crowds.set(path, crowd);
      server.post(path, (req, res, next) => {
        serve(req, res, crowd ? within(crowd, route) : route)
          .catch((error: unknown) => {
            log.error({ path, error: error instanceof Error ? error.name : typeof error }, 'a route failed');
            answer(res, { status: 500 });
          })
          .then(() => next(false), next);
      });
    },
    start: (port, host) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => resolve({ port: (server.address() as AddressInfo).port }));
      }),
    drain() {
      draining = true;
    },
    stop(graceMs = GRACE_MS) {
      draining = true;
      return new Promise((resolve) => {
        const cut = setTimeout(() => server.server.closeAllConnections(), graceMs);
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
      });
    },
  };

  async function serve(req: Request, res: Response, route: Route): Promise<void> {
    const body = await readBody(req, maxBody);
    const answered = body === 'too-big' ? { status: 413 } : await route({ headers: req.headers, body });
    if (draining) res.setHeader('connection', 'close');
    answer(res, answered);
  }
}

const CROWDED: HttpAnswer = {
  status: 503,
  body: { error: 'ただいま混み合っています。少し待って、もう一度お試しください。' },
};

/** Before anything else sees the request or reads its body: whoever sends more than can be served costs next to nothing. */
function turnAway(server: Server, crowds: ReadonlyMap<string, Crowd>): void {
  const listeners = server.listeners('request');
  server.removeAllListeners('request');
  server.on('request', (req, res) => {
    const crowd = crowds.get((req.url ?? '').replace(/[?#].*/, ''));
    const leave = crowd?.arrive();
    if (crowd && !leave) {
      // Dropped as it comes: closing on unread bytes would take the answer with it.
      req.resume();
      answer(res, CROWDED);
      return;
    }
    if (leave) res.once('close', leave);
    for (const listener of listeners) listener.call(server, req, res);
  });
}

function within(crowd: Crowd, route: Route): Route {
  return async (request) => {
    const leave = await crowd.enter();
    return leave ? route(request).finally(leave) : CROWDED;
  };
}

/** Who opens a connection and says nothing, or says it drop by drop, does not keep it. */
function holdToLimits(
  server: Server,
  { silentMs = SILENT_MS, maxConnections = MAX_CONNECTIONS }: Pick<HttpOptions, 'silentMs' | 'maxConnections'>,
): void {
  server.requestTimeout = 30_000;
  server.headersTimeout = 15_000;
  server.keepAliveTimeout = Math.min(KEEP_ALIVE_MS, silentMs);
  server.maxConnections = maxConnections;
  // Node's own limits above begin with the first byte of a request.
  server.setTimeout(silentMs, (socket) => socket.destroy());
}

/** Collects the body, or stops collecting as soon as it is over the limit. */
function readBody(req: IncomingMessage, limit: number): Promise<Buffer | 'too-big'> {
  if (Number(req.headers['content-length'] ?? 0) > limit) return Promise.resolve('too-big');
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    req.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) resolve('too-big');
      else chunks.push(chunk);
    });
    req.on('end', () => resolve(Buffer.concat(chunks)));
    req.on('error', reject);
  });
}

/** Written directly: restify's formatters would log what they cannot format. */
function answer(res: ServerResponse, { status, body }: HttpAnswer): void {
  if (res.headersSent) return;
  res.statusCode = status;
  if (body === undefined) {
    res.end();
    return;
  }
  const payload = typeof body === 'string' ? body : JSON.stringify(body);
  res.setHeader('content-type', `${typeof body === 'string' ? 'text/plain' : 'application/json'}; charset=utf-8`);
  res.setHeader('content-length', Buffer.byteLength(payload));
  res.end(payload);
}

const readiness = (missing: readonly string[]) => ({ ready: missing.length === 0, notReady: missing });

async function notReady(parts: NonNullable<HttpOptions['parts']>, log: Logger): Promise<string[]> {
  const missing = await Promise.all(
    Object.entries(parts).map(async ([part, ready]) => {
      try {
        await inTime(READY_MS, ready());
        return [];
      } catch (error) {
        log.warn({ part, reason: error instanceof Error ? error.message : 'unknown' }, 'not ready');
        return [part];
      }
    }),
  );
  return missing.flat();
}

function inTime<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
