import type { IncomingMessage, ServerResponse } from 'node:http';
import { cosmosServer, serve } from '../storage/cosmos-server.ts';
import { type Kind, NOTHING, type Requests, ruOf } from './ru-of.ts';

export type Meter = {
  readonly endpoint: string;
  /** Everything since the last time. */
  take(): Requests;
  close(): Promise<void>;
};

/** The Cosmos DB server of the tests, which counts what is asked of it on the wire. */
export async function startMeter(): Promise<Meter> {
  const server = cosmosServer();
  let counted = { ...NOTHING };
  server.prependListener('request', (req: IncomingMessage, res: ServerResponse) => {
    const kind = kindOf(req);
    if (kind === undefined) return;
    const answered = sizeOf(res);
    res.on('finish', () => {
      counted[kind]++;
      const isWrite = kind === 'create' || kind === 'replace';
      const bytes = isWrite ? Number(req.headers['content-length'] ?? 0) : answered();
      if (kind !== 'plan') counted.ru += ruOf(kind, bytes / 1024);
    });
  });
  const { endpoint, close } = await serve(server);
  return {
    endpoint,
    close,
    take() {
      const since = { ...counted, ru: Math.round(counted.ru * 10) / 10 };
      counted = { ...NOTHING };
      return since;
    },
  };
}

/** Undefined for what is about databases and containers. */
function kindOf({ method, url = '', headers }: IncomingMessage): Kind | 'plan' | undefined {
  if (!/\/colls\/[^/]+\/docs/.test(url)) return undefined;
  if (headers['x-ms-cosmos-is-query-plan-request']) return 'plan';
  if (headers['x-ms-documentdb-isquery']) return 'query';
  return ({ GET: 'read', POST: 'create', PUT: 'replace', DELETE: 'remove' } as const)[method ?? ''];
}

/** How many bytes an answer has had so far. */
function sizeOf(res: ServerResponse): () => number {
  let bytes = 0;
  const count = (chunk: unknown): void => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) bytes += Buffer.byteLength(chunk);
  };
  const [write, end] = [res.write.bind(res), res.end.bind(res)];
  const counting = (through: (...given: never[]) => unknown) =>
    ((...given: unknown[]) => {
      count(given[0]);
      return through(...(given as never[]));
    }) as never;
  res.write = counting(write);
  res.end = counting(end);
  return () => bytes;
}
