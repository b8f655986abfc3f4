import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { FakeLineWorks } from './fake-line-works.ts';
import type { LineWorksUser } from './line-works-user.ts';
import { answer, bodyOf, type Json, parsed, type Reply } from './reply.ts';
import { pressablesOf } from './shown.ts';
import type { Account, Message } from './world.ts';

/** Nothing from elsewhere, and no script in what people wrote. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";
const FOLDER = new URL('./phone/', import.meta.url);
const ASSETS: Readonly<Record<string, string>> = {
  'phone.css': 'text/css',
  'messages.css': 'text/css',
  'flex.css': 'text/css',
  'phone.js': 'text/javascript',
  'draw.js': 'text/javascript',
  'flex.js': 'text/javascript',
  'pieces.js': 'text/javascript',
};

const Act = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('open'), room: z.string() }),
  z.strictObject({ act: z.literal('say'), room: z.string(), text: z.string().trim().min(1).max(2000) }),
  /** Without a number it is of the persistent menu. */
  z.strictObject({
    act: z.literal('press'),
    room: z.string(),
    number: z.int().optional(),
    action: z.record(z.string(), z.unknown()),
  }),
]);

/** The rooms of a tenant as phones show them. */
export type PhonePages = {
  /** The list of people. */
  readonly url: string;
  /** Where this person's phone is. */
  of(person: { readonly userId: string }): string;
  stop(): Promise<void>;
};

/** On loopback only: whoever opens a page acts as the person it belongs to. */
export async function startPhonePages(works: FakeLineWorks, port = 0): Promise<PhonePages> {
  const server = createServer((req, res) => {
    serve(req, res).catch(() => res.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/phone`;
  return {
    url,
    of: ({ userId }) => `${url}/${userId}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  async function serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const body = await bodyOf(req);
    const { pathname, searchParams } = new URL(req.url ?? '/', url);
    const [, first, second, third] = pathname.split('/').map(decodeURIComponent);
    const reply =
      first !== 'phone'
        ? { status: first === 'favicon.ico' ? 204 : 404 }
        : req.method === 'POST'
          ? await posted(second, req.headers['content-type'], body)
          : shown(second, third, searchParams.get('room'));
    answer(res, { ...reply, headers: { ...reply.headers, 'Content-Security-Policy': POLICY } });
  }

  function shown(first: string | undefined, second: string | undefined, room: string | null): Reply {
    if (first === undefined || first === '') return page(listPage(works));
    if (first === 'assets') return asset(second);
    if (first === 'files') return file(second);
    const account = works.world.find(first);
    if (!account) return MISSING;
    return second === 'state' ? state(account, room) : page(read('phone.html'));
  }

  function state(account: Account, asked: string | null): Reply {
    const rooms = roomsOf(account);
    const room = rooms.find(({ id }) => id === asked) ?? rooms[0];
    if (!room) return MISSING;
    const nameOf = new Map(
      [...works.world.people.values()].flatMap((p) => [[p.userId, p.name] as const, [p.email, p.name] as const]),
    );
    const messages = works.messages(room).map((message) => ({ ...message, from: writer(message, account, nameOf) }));
    return {
      status: 200,
      body: {
        person: account.name,
        bot: works.botName,
        rooms: rooms.map(({ id, title, kind }) => ({ id, title: kind === 'personal' ? works.botName : title, kind })),
        room: { id: room.id, kind: room.kind, open: room.open },
        names: Object.fromEntries(nameOf),
        menu: room.kind === 'personal' ? works.menu() : [],
        messages,
      },
    };
  }

  function roomsOf(account: Account) {
    const personal = works.world.personal(account);
    return [personal, ...works.world.roomsOf(account.userId).filter(({ kind }) => kind === 'group')];
  }

  async function posted(id = '', type = '', body: Buffer): Promise<Reply> {
    const account = works.world.find(id);
    // A form of another site cannot send JSON.
    const asked = type.startsWith('application/json') ? Act.safeParse(parsed(body.toString())) : undefined;
    const room = account && roomsOf(account).find((each) => each.id === asked?.data?.room);
    if (!account || !asked?.success || !room) return { status: 400 };
    const user = works.person(account).in(room);
    const act = asked.data;
    if (act.act === 'open') await user.install();
    else if (act.act === 'say') await user.say(act.text, { mention: false });
    else return press(user, act);
    return { status: 204 };
  }

  async function press(
    user: LineWorksUser,
    { number, action }: { number?: number | undefined; action: Json },
  ): Promise<Reply> {
    const messages = works.messages(user.room);
    const message = messages.find((each) => each.number === number && each.from === 'bot');
    const last = number === messages.at(-1)?.number;
    const there = number === undefined ? pressablesOf({ actions: works.menu() }) : pressablesOf(message?.content ?? {});
    const found = there.find((each) => isDeepStrictEqual(each.action, action) && (last || !each.quick));
    if (!found) return { status: 409 };
    await user.tap(found);
    return { status: 204 };
  }

  function file(id = ''): Reply {
    const found = works.storage.file(id);
    if (!found) return MISSING;
    const name = encodeURIComponent(found.name);
    return {
      status: 200,
      body: found.bytes,
      headers: {
        'Content-Type': typeOf(found.name),
        'Content-Disposition': `attachment; filename*=UTF-8''${name}`,
        'X-Content-Type-Options': 'nosniff',
      },
    };
  }
}

const MISSING: Reply = { status: 404 };

const read = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8');

const page = (html: string): Reply => ({
  status: 200,
  body: Buffer.from(html),
  headers: { 'Content-Type': 'text/html; charset=utf-8' },
});

function asset(name = ''): Reply {
  const type = ASSETS[name];
  return type === undefined
    ? MISSING
    : { status: 200, body: Buffer.from(read(name)), headers: { 'Content-Type': `${type}; charset=utf-8` } };
}

/** Pictures and sounds are shown; anything else is only kept. */
function typeOf(name: string): string {
  const ending = /\.(png|jpe?g|gif|mp3|m4a)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const types: Readonly<Record<string, string>> = {
    png: 'image/png',
    gif: 'image/gif',
    mp3: 'audio/mpeg',
    m4a: 'audio/mp4',
  };
  return types[ending] ?? (ending.startsWith('jp') ? 'image/jpeg' : 'application/octet-stream');
}

function writer({ from }: Message, { userId }: Account, names: ReadonlyMap<string, string>) {
  if (from === 'bot') return { kind: 'bot' };
  return from === userId ? { kind: 'me' } : { kind: 'other', name: names.get(from) ?? '' };
}

function listPage(works: FakeLineWorks): string {
  const people = [...works.world.people.values()].filter(({ isDeleted }) => !isDeleted);
  const rows = people.map(
    ({ userId, name, email }) =>
      `<li><a href="/phone/${encodeURIComponent(userId)}"><b>${escaped(name)}</b><span>${escaped(email)}</span></a></li>`,
  );
  return `<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>LINE WORKS（見本）</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/phone/assets/phone.css"></head>
<body class="people"><h1>だれの画面を開きますか</h1><ul>${rows.join('')}</ul></body></html>`;
}

const escaped = (words: string): string => words.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
