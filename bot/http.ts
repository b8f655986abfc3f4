import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { createServer, type Request, type RequestHandler, type Response } from 'restify';

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
};

export type Http = {
  /** Takes POSTs on a path. Until `start`. */
  mount(path: string, route: Route): void;
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

/** The one HTTP server of the house. Logs neither bodies nor headers. */
export function createHttp({ log, parts = {}, maxBody = MAX_BODY }: HttpOptions): Http {
  // The types are older than the library: restify 12 logs with pino.
  const server = createServer({ name: 'bansou', log: log as never });
  server.server.requestTimeout = 30_000;
  server.server.headersTimeout = 15_000;
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
    mount(path, route) {
      server.post(path, (req, res, next) => {
        serve(req, res, route)
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
        await within(READY_MS, ready());
        return [];
      } catch (error) {
        log.warn({ part, reason: error instanceof Error ? error.message : 'unknown' }, 'not ready');
        return [part];
      }
    }),
  );
  return missing.flat();
}

function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
