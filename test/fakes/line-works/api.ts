import type { Callbacks } from './callbacks.ts';
import { menuFault, messageFault } from './message-rules.ts';
import { isObject, type Json, no, parsed, type Reply } from './reply.ts';
import type { Storage } from './storage.ts';
import type { Account, Known, LineWorksRoom, World } from './world.ts';

/** What is counted together, and can be made to fail. */
export type ApiName = 'bot' | 'send' | 'attachment' | 'download' | 'user' | 'channel' | 'members' | 'menu' | 'token';

/** What the API does once it knows the caller and the route. */
type Call = { readonly id: string; readonly body: unknown; readonly query: URLSearchParams };
type Route = {
  readonly api: ApiName;
  readonly method: string;
  /** `:id` stands for one part. */
  readonly path: string;
  /** One of these must have been granted. */
  readonly scopes: readonly string[];
  act(call: Call): Reply;
};

export type Api = {
  find(method: string, path: string): { readonly route: Route; readonly id: string } | undefined;
  menu(): readonly Json[];
};

type BotAccount = { readonly id: string; readonly name: string };

export function createApi(
  { id: botId, name: botName }: BotAccount,
  world: World,
  storage: Storage,
  callbacks: Callbacks,
): Api {
  let menu: readonly Json[] = [];
  const fileOf = (id: string) => storage.file(id)?.bytes;
  const BOT = ['bot', 'bot.message'];
  const READ = [...BOT, 'bot.read'];

  const USER = ['user', 'user.read', 'directory', 'directory.read'];
  const bot = `v1.0/bots/${botId}`;

  const routes: readonly Route[] = [
    on('bot', 'GET', bot, READ, () => ({ status: 200, body: { botId, botName } })),
    on('send', 'POST', `${bot}/users/:id/messages`, BOT, ({ id, body }) => toPerson(world.find(id), body)),
    on('send', 'POST', `${bot}/channels/:id/messages`, BOT, ({ id, body }) => inRoom(id, (room) => write(room, body))),
    on('channel', 'GET', `${bot}/channels/:id`, READ, ({ id }) =>
      inRoom(id, (room) => ({ status: 200, body: described(room, world) })),
    ),
    on('members', 'GET', `${bot}/channels/:id/members`, READ, ({ id, query }) =>
      inRoom(id, (room) => page([...room.members], query)),
    ),
    on('attachment', 'POST', `${bot}/attachments`, BOT, ({ body }) => storage.reserve(body)),
    on('download', 'GET', `${bot}/attachments/:id`, READ, ({ id }) => storage.locate(id)),
    on('menu', 'POST', `${bot}/persistentmenu`, BOT, ({ body }) => setMenu(body)),
    on('menu', 'GET', `${bot}/persistentmenu`, READ, () => getMenu()),
    on('menu', 'DELETE', `${bot}/persistentmenu`, BOT, () => setMenu(undefined)),
    on('user', 'GET', 'v1.0/users/:id', USER, ({ id }) => {
      const account = world.people.get(id) ?? world.find(id);
      return account ? { status: 200, body: profile(account) } : no(404, 'USER_NOT_EXIST', id);
    }),
  ];

  return {
    menu: () => menu,
    find(method, path) {
      const parts = path.split('/').slice(1).map(decodeURIComponent);
      const route = routes.find((each) => each.method === method && fits(each.path, parts));
      return route && { route, id: parts[route.path.split('/').indexOf(':id')] ?? '' };
    },
  };

  function toPerson(account: Account | undefined, body: unknown): Reply {
    if (!account) return no(404, 'USER_NOT_EXIST', 'no such person');
    if (account.isSuspended) return no(403, 'ACCESS_DENIED', 'this person is suspended');
    return write(world.personal(account), body);
  }

  function inRoom(id: string, act: (room: Known) => Reply): Reply {
    const room = world.room(id);
    if (!room) return no(404, 'CHANNEL_NOT_EXIST', id);
    return room.open ? act(room) : no(403, 'ACCESS_DENIED', 'the bot is not in this room');
  }

  function write(room: Known, body: unknown): Reply {
    const fault = messageFault(body, { personal: room.kind === 'personal', fileOf });
    if (fault) return fault;
    if (!room.open) begin(room);
    const content = isObject(body) && isObject(body['content']) ? body['content'] : {};
    const { fileId } = content as { fileId?: string };
    // A picture is shown without a name.
    const named = fileId === undefined || content['type'] === 'image' ? undefined : storage.file(fileId)?.name;
    world.write(room.id, 'bot', content, named);
    return { status: 201 };
  }

  /** The bot's first message to somebody opens the 1:1 room, as an event tells the bot. */
  function begin(room: Known): void {
    room.open = true;
    const [userId = ''] = room.members;
    const domainId = world.people.get(userId)?.domainId;
    if (callbacks.url) void callbacks.event({ type: 'begin', source: { userId, channelId: room.id, domainId } });
  }

  function getMenu(): Reply {
    const none = menu.length === 0;
    return none ? no(404, 'PERSISTENT_MENU_NOT_EXIST', 'none') : { status: 200, body: { content: { actions: menu } } };
  }

  function setMenu(body: unknown): Reply {
    const fault = body === undefined ? undefined : menuFault(body);
    if (fault) return fault;
    const content = isObject(body) && isObject(body['content']) ? body['content'] : {};
    menu = Array.isArray(content['actions']) ? content['actions'].filter(isObject) : [];
    return body === undefined ? { status: 204 } : { status: 201, body: { content: { actions: menu } } };
  }
}

const on = (api: ApiName, method: string, path: string, scopes: readonly string[], act: Route['act']): Route => ({
  api,
  method,
  path,
  scopes,
  act,
});

/** A body as JSON; undefined where there is none. */
export const jsonOf = (body: Buffer): unknown => (body.length === 0 ? undefined : parsed(body.toString()));

function fits(path: string, parts: readonly string[]): boolean {
  const wanted = path.split('/');
  return wanted.length === parts.length && wanted.every((part, at) => part === ':id' || part === parts[at]);
}

function described(room: LineWorksRoom, world: World): Json {
  const type = room.kind === 'personal' ? { type: 'SINGLE_USER' } : { type: 'GROUP', groupId: `group-${room.id}` };
  return { domainId: world.domainId, channelId: room.id, title: room.title, channelType: type };
}

function page(all: readonly string[], query: URLSearchParams): Reply {
  const [count, from] = [Number(query.get('count') ?? 50), Number(query.get('cursor') ?? 0)];
  if (!(count >= 1 && count <= 100)) return no(400, 'OUT_OF_RANGE', 'count');
  const nextCursor = from + count < all.length ? String(from + count) : '';
  return { status: 200, body: { members: all.slice(from, from + count), responseMetaData: { nextCursor } } };
}

function profile({ userId, name, email, externalKey = '', domainId, isSuspended, isDeleted }: Account): Json {
  const [lastName = name, firstName = ''] = name.split(/[ 　]/);
  return {
    domainId,
    userId,
    userExternalKey: externalKey,
    email,
    userName: { lastName, firstName, phoneticLastName: '', phoneticFirstName: '' },
    i18nNames: [],
    organizations: [{ domainId, primary: true, userExternalKey: externalKey, email, orgUnits: [] }],
    isAdministrator: false,
    isSuspended,
    isDeleted,
  };
}
