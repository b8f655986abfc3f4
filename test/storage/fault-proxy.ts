import {
  Agent,
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  request,
  type ServerResponse,
} from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { type Served, serve } from './cosmos-server.ts';

/** What happens to a request: nothing, its reply is lost before or after it was applied, it is slow, or an error status. */
export type Fault = 'none' | 'lost-before' | 'lost-after' | { readonly slowMs: number } | number;
export type Request = { readonly method: string; readonly isWrite: boolean };

/** Stands between the SDK and a server and does to each request about a document what `decide` says. */
export async function startFaultProxy(upstream: string, decide: (request: Request) => Fault): Promise<Served> {
  // A connection that lay idle may be closed under a request: that would be a fault nobody asked for.
  const agent = new Agent({ keepAlive: false });
  const server = createServer(async (incoming, outgoing) => {
    const body = await buffer(incoming);
    const fault = isAboutDocuments(incoming) ? decide(describe(incoming)) : 'none';
    if (fault === 'lost-before') return incoming.socket.destroy();
    if (typeof fault === 'number') {
      return answer(outgoing, fault, { 'content-type': 'application/json' }, '{"code":"Fault","message":"fault"}');
    }
    try {
      const { reply, content } = await forward(upstream, agent, incoming, body);
      if (fault === 'lost-after') return incoming.socket.destroy();
      await pause(delayOf(fault));
      return answer(outgoing, reply.statusCode ?? 500, reply.headers, content);
    } catch {
      return incoming.socket.destroy();
    }
  });
  const served = await serve(server);
  return {
    endpoint: served.endpoint,
    close: async () => {
      await served.close();
      agent.destroy();
    },
  };
}

const delayOf = (fault: Fault): number => (typeof fault === 'object' ? fault.slowMs : 0);

/** Not chained: restify, once loaded anywhere in the process, makes `writeHead` return nothing. */
function answer(to: ServerResponse, status: number, headers: OutgoingHttpHeaders, content: string | Buffer): void {
  to.writeHead(status, headers);
  to.end(content);
}

/** Loses this share of the replies to writes, half of them before the write was applied. */
export function losing(share: number, seed = 1): (request: Request) => Fault {
  const random = randomFrom(seed);
  return ({ isWrite }) => {
    if (!isWrite || random() >= share) return 'none';
    return random() < 0.5 ? 'lost-before' : 'lost-after';
  };
}

/** The SDK asks for the plan of every query in the background and seldom waits for the answer: left alone. */
function isAboutDocuments({ url = '', headers }: IncomingMessage): boolean {
  return /\/docs(\/|$)/.test(url) && headers['x-ms-cosmos-is-query-plan-request'] === undefined;
}

function describe({ method = '', headers }: IncomingMessage): Request {
  return { method, isWrite: method !== 'GET' && headers['x-ms-documentdb-isquery'] === undefined };
}

async function forward(upstream: string, agent: Agent, { method, url, headers }: IncomingMessage, body: Buffer) {
  const reply = await new Promise<IncomingMessage>((resolve, reject) => {
    const options = { agent, headers, ...(method === undefined ? {} : { method }) };
    request(new URL(url ?? '/', upstream), options, resolve)
      .on('error', reject)
      .end(body);
  });
  return { reply, content: await buffer(reply) };
}

/** mulberry32: the same faults in the same order on every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
