import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { roomIdOf } from '../../../bot/channels/teams/address.ts';
import { type CardJson, cardFault, isObject } from './card-rules.ts';
import { type FileCard, fileFault, fileIn, isFileCard } from './file-cards.ts';
import type { IdentityProvider } from './identity-provider.ts';
import { createRateLimits, type RateLimits } from './rate-limits.ts';

export type Account = {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
  readonly userPrincipalName?: string;
  readonly aadObjectId?: string;
  /** Which organisation keeps the account. */
  readonly tenantId?: string;
};

/** A message as it stands in a conversation now. */
export type Message = {
  readonly id: string;
  /** With `;messageid=` where it was written into a thread. */
  readonly conversation: string;
  readonly text?: string;
  readonly summary?: string;
  readonly card?: CardJson;
  /** A question whether a file may be saved, or what opens one that was. */
  readonly file?: FileCard;
  /** How often it was replaced. */
  readonly edits: number;
};

/** Every call, in order, also the refused ones. */
type Call = {
  readonly method: string;
  readonly path: string;
  readonly conversation: string;
  readonly status: number;
  /** Present where a message was written. */
  readonly message?: Message;
};

/** What to do with the next calls instead of answering them. */
export type Trouble =
  /** `taken`: the message is delivered all the same, as behind a gateway that has lost patience. */
  | { readonly status: number; readonly retryAfter?: string; readonly code?: string; readonly taken?: true }
  /** The message is delivered, but the connection breaks before the answer. */
  | 'reset-after-write'
  /** Nothing arrives, and nothing is recorded. */
  | 'reset-before-write';

type Room = { readonly members: Map<string, Account>; blocked: boolean };

/** The channel service on loopback. It refuses what Teams refuses, and records what it got. */
export type Connector = {
  readonly serviceUrl: string;
  readonly calls: readonly Call[];
  /** How many connections were opened to it so far. */
  connections(): number;
  /** Messages of a room as they stand, oldest first. */
  messages(room: string): readonly Message[];
  /** A conversation exists for the service once someone is in it. */
  join(room: string, ...members: readonly Account[]): void;
  /** The person blocked the bot, or took it out: 403. */
  block(room: string): void;
  /** Makes the next calls go wrong, one each. */
  trouble(...next: readonly Trouble[]): void;
  /** Asks at every call whether it is to go wrong, where no trouble is waiting already. */
  meddle(ask: () => Trouble | undefined): void;
  /** Drops what it has recorded, for who writes for hours. */
  forget(): void;
  /** Rate limits are off until a clock is given: real (`Date.now`) or virtual. */
  limit(clock: (() => number) | undefined): void;
  stop(): Promise<void>;
};

/** Without an identity provider it asks for no token, as the playground does. */
export async function startConnector(identity?: IdentityProvider): Promise<Connector> {
  const rooms = new Map<string, Room>();
  const messages: Message[] = [];
  const calls: Call[] = [];
  const troubles: Trouble[] = [];
  let limits: RateLimits | undefined;
  let meddling: (() => Trouble | undefined) | undefined;
  let lastId = Date.now();

  const server = createServer((req, res) => {
    serve(req, res).catch(() => res.destroy());
  });
  let connections = 0;
  server.on('connection', () => connections++);
  // Whoever wakes up late on a busy machine still finds its connection.
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jp/`;

  return {
    serviceUrl: base,
    calls,
    connections: () => connections,
    messages: (room) => messages.filter(({ conversation }) => roomIdOf(conversation) === roomIdOf(room)),
    join(room, ...members) {
      const known = rooms.get(roomIdOf(room)) ?? { members: new Map(), blocked: false };
      rooms.set(roomIdOf(room), known);
      for (const member of members) known.members.set(member.id, member);
    },
    block(room) {
      const known = rooms.get(roomIdOf(room));
      if (known) known.blocked = true;
    },
    trouble: (...next) => void troubles.push(...next),
    meddle(ask) {
      meddling = ask;
    },
    forget() {
      messages.length = 0;
      calls.length = 0;
    },
    limit(clock) {
      limits = clock && createRateLimits(clock);
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  async function serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const method = req.method ?? 'GET';
    const url = new URL(req.url ?? '/', base);
    const { conversation, kind, id } = placeIn(url);
    const body = await readJson(req);
    const trouble = nextTrouble();
    if (trouble === 'reset-before-write') return void req.socket.destroy();
    const done = () => act(method, kind, conversation, id, body, url);
    const { reply, message } = became(refuse(req, method, conversation), trouble, done);
    calls.push({ method, path: url.pathname, conversation, status: reply.status, ...(message && { message }) });
    if (trouble === 'reset-after-write') return void req.socket.destroy();
    res.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers });
    res.end(JSON.stringify(reply.body));
  }

  function nextTrouble(): Trouble | undefined {
    return troubles.shift() ?? meddling?.();
  }

  function refuse(req: IncomingMessage, method: string, conversation: string): Reply | undefined {
    const fault = identity?.fault(req.headers.authorization);
    if (fault !== undefined) return no(401, 'Unauthorized', fault);
    const room = rooms.get(roomIdOf(conversation));
    if (room === undefined) return no(404, 'ConversationNotFound', 'Conversation not found.');
    if (room.blocked) return no(403, 'MessageWritesBlocked', 'Message writes are blocked.');
    const wait = limits?.waitFor(method === 'GET' ? 'read' : 'send', conversation);
    return wait === undefined ? undefined : troubled({ status: 429, retryAfter: String(wait) });
  }

  function act(
    method: string,
    kind: string,
    conversation: string,
    id: string | undefined,
    body: unknown,
    url: URL,
  ): Reply {
    if (kind === 'members' && id !== undefined) return member(conversation, id);
    if (kind === 'pagedmembers') return pagedMembers(conversation, url.searchParams);
    if (kind !== 'activities') return no(404, 'NotFound', 'no such resource');
    return write(`${method}${id === undefined ? '' : ' one'}`, conversation, id ?? '', body);
  }

  function write(what: string, conversation: string, id: string, body: unknown): Reply {
    // A reply to a message, which the SDK writes where it knows of one, stands in a 1:1 chat as any other.
    if (what === 'POST' || what === 'POST one') return post(conversation, body);
    if (what === 'DELETE one') return remove(conversation, id);
    return what === 'PUT one' ? update(conversation, id, body) : no(405, 'MethodNotAllowed', what);
  }

  function remove(conversation: string, id: string): Reply {
    const index = messages.findIndex((each) => each.id === id && each.conversation === conversation);
    if (index < 0) return no(404, 'ActivityNotFoundInConversation', 'The message is not there.');
    messages.splice(index, 1);
    return { status: 200, body: {} };
  }

  function post(conversation: string, body: unknown): Reply {
    const fault = sizeFault(body) ?? messageFault(body) ?? fileFault(contentOf(body).file, conversation);
    if (fault) return no(fault.status, fault.code, fault.message);
    const message = { id: String(++lastId), conversation, ...contentOf(body), edits: 0 };
    messages.push(message);
    return { status: 201, body: { id: message.id }, message };
  }

  function update(conversation: string, id: string, body: unknown): Reply {
    const index = messages.findIndex(
      (each) => each.id === id && roomIdOf(each.conversation) === roomIdOf(conversation),
    );
    const old = messages[index];
    if (old === undefined) return no(404, 'ActivityNotFoundInConversation', 'The message is not there.');
    const fault = sizeFault(body) ?? messageFault(body);
    if (fault) return no(fault.status, fault.code, fault.message);
    const message = { id, conversation: old.conversation, ...contentOf(body), edits: old.edits + 1 };
    messages[index] = message;
    return { status: 200, body: { id }, message };
  }

  function member(conversation: string, id: string): Reply {
    const members = [...(rooms.get(roomIdOf(conversation))?.members.values() ?? [])];
    const found = members.find((each) => each.id === id || each.aadObjectId === id);
    return found ? { status: 200, body: found } : no(404, 'MemberNotFoundInConversation', 'not a member');
  }

  function pagedMembers(conversation: string, query: URLSearchParams): Reply {
    const members = [...(rooms.get(roomIdOf(conversation))?.members.values() ?? [])];
    const [from, size] = [Number(query.get('continuationToken') ?? 0), Number(query.get('pageSize') ?? 50)];
    const more = from + size < members.length ? { continuationToken: String(from + size) } : {};
    return { status: 200, body: { members: members.slice(from, from + size), ...more } };
  }
}

type Reply = {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: { readonly [name: string]: string };
  readonly message?: Message;
};

const no = (status: number, code: string, message: string): Reply => ({ status, body: { error: { code, message } } });

function placeIn({ pathname }: URL) {
  const [conversation = '', kind = '', id] = pathname
    .replace('/jp/v3/conversations/', '')
    .split('/')
    .map(decodeURIComponent);
  return { conversation, kind, id };
}

/** What is answered, and what was written all the same. */
function became(refused: Reply | undefined, trouble: Trouble | undefined, done: () => Reply) {
  const reply = refused ?? (isStatus(trouble) ? troubled(trouble) : done());
  return { reply, message: isStatus(trouble) && trouble.taken ? done().message : reply.message };
}

const isStatus = (trouble: Trouble | undefined): trouble is Exclude<Trouble, string> => isObject(trouble);

function troubled({ status, retryAfter, code = 'Trouble' }: Exclude<Trouble, string>): Reply {
  return {
    ...no(status, code, 'as asked'),
    ...(retryAfter !== undefined && { headers: { 'retry-after': retryAfter } }),
  };
}

const bad = (message: string) => ({ status: 400, code: 'BadSyntax', message });

const adaptiveFault = (each: unknown) =>
  isObject(each) && each['contentType'] === 'application/vnd.microsoft.card.adaptive'
    ? cardFault(each['content'])
    : bad('not a card');

/** 100 KB are documented, 80 KB are said to be safe; pictures count here, though that page leaves them out. */
const LARGEST_MESSAGE = 80 * 1024;

function sizeFault(body: unknown) {
  const size = JSON.stringify(body ?? {}).length * 2;
  return size > LARGEST_MESSAGE ? { status: 413, code: 'MessageSizeTooBig', message: `${size} bytes` } : undefined;
}

function messageFault(body: unknown) {
  if (!isObject(body) || body['type'] !== 'message') return bad('not a message');
  const cards = Array.isArray(body['attachments']) ? body['attachments'] : [];
  if (!body['text'] && cards.length === 0) return bad('a message without text and attachment');
  for (const each of cards) {
    const fault = cards.length === 1 && isFileCard(each) ? undefined : adaptiveFault(each);
    if (fault) return fault;
  }
  return undefined;
}

function contentOf(body: unknown): Pick<Message, 'text' | 'summary' | 'card' | 'file'> {
  const { text, summary, attachments } = isObject(body) ? body : {};
  const [first] = Array.isArray(attachments) ? attachments : [];
  return {
    ...(typeof text === 'string' && { text }),
    ...(typeof summary === 'string' && { summary }),
    ...(isObject(first) && isObject(first['content']) && (fileIn(first) ?? { card: first['content'] })),
  };
}

async function readJson(req: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  return chunks.length === 0 ? undefined : JSON.parse(Buffer.concat(chunks).toString());
}
