import { setTimeout as wait } from 'node:timers/promises';
import { type FakeLineWorks, startFakeLineWorks } from './fake-line-works.ts';
import type { Json } from './reply.ts';
import { askToken, startToyBot, type ToyBot, tokenFor, tokenForm } from './toy-bot.ts';

let works: FakeLineWorks;
let bot: ToyBot;
let clock = Date.now();
beforeAll(async () => {
  works = await startFakeLineWorks({ now: () => new Date(clock), lifetime: 3_600 });
  bot = await startToyBot(works);
});
afterAll(async () => {
  await bot.stop();
  await works.stop();
});

const text = { type: 'text', text: 'おはようございます' };
const who = (email: string, more: Json = {}) => works.enrol({ name: '山田 花子', email, ...more });
const codeOf = async (response: Response) => [response.status, ((await response.json()) as Json)['code']];

describe('a token', () => {
  it('is given for what the service account signed, and works until it is over', async () => {
    const token = await tokenFor(works);
    const headers = { authorization: `Bearer ${token}` };
    const user = () => bot.call('GET', 'users/a@town.example.jp', undefined, headers);
    who('a@town.example.jp');
    expect((await user()).status).toBe(200);
    clock += 3_600_000;
    const over = await user();
    expect(over.headers.get('www-authenticate')).toContain('Bearer');
    expect(await codeOf(over)).toEqual([401, 'UNAUTHORIZED']);
    clock -= 3_600_000;
    works.expireTokens();
    expect((await user()).status).toBe(401);
  });

  it('says how long it lives as a number or as a string', async () => {
    const stringly = await startFakeLineWorks({ expiresIn: 'string' });
    const answers = await Promise.all(
      [works, stringly].map(async (each) => (await askToken(each, tokenForm(each))).json()),
    );
    expect(answers).toMatchObject([{ expires_in: 3_600, token_type: 'Bearer' }, { expires_in: '86400' }]);
    await stringly.stop();
  });

  const now = Math.floor(Date.now() / 1_000);
  type Wrong = { readonly claims?: Json; readonly form?: Readonly<Record<string, string>>; readonly header?: Json };
  it.each<[what: string, error: string, wrong: Wrong]>([
    ['a life of more than an hour', 'invalid_grant', { claims: { exp: now + 3_700, iat: now } }],
    ['an end in the past', 'invalid_grant', { claims: { iat: now - 3_600, exp: now - 1 } }],
    ['a beginning in the future', 'invalid_grant', { claims: { iat: now + 600, exp: now + 1_200 } }],
    ['a fraction of a second', 'invalid_grant', { claims: { iat: now + 0.5 } }],
    ['another issuer', 'invalid_grant', { claims: { iss: 'someone' } }],
    ['another account', 'invalid_grant', { claims: { sub: 'someone' } }],
    ['another algorithm', 'invalid_grant', { header: { alg: 'RS512', typ: 'JWT' } }],
    ['no algorithm', 'invalid_grant', { header: { alg: 'none', typ: 'JWT' } }],
    ['another signature', 'invalid_grant', { form: { assertion: 'a.b.c' } }],
    ['another secret', 'invalid_client', { form: { client_secret: 'guessed' } }],
    ['another client', 'invalid_client', { form: { client_id: 'someone' } }],
    ['another grant', 'unsupported_grant_type', { form: { grant_type: 'password' } }],
    ['an unknown scope', 'invalid_scope', { form: { scope: 'bot.message bot.everything' } }],
    ['no scope', 'invalid_request', { form: { scope: '' } }],
  ])('is refused for %s', async (_what, error, { claims, form, header }) => {
    const response = await askToken(works, tokenForm(works, claims, form, header));
    expect(response.status).toBe(error === 'invalid_client' ? 401 : 400);
    expect(await response.json()).toMatchObject({ error });
  });

  it('is not given for JSON', async () =>
    expect((await askToken(works, JSON.stringify(Object.fromEntries(tokenForm(works))))).status).toBe(400));

  it('opens only what its scopes say', async () => {
    const headers = { authorization: `Bearer ${await tokenFor(works, { scope: 'bot.read' })}` };
    const { userId } = who('scope@town.example.jp');
    const send = bot.call('POST', `bots/${works.config.botId}/users/${userId}/messages`, { content: text }, headers);
    expect(await codeOf(await send)).toEqual([403, 'FORBIDDEN']);
    expect((await bot.call('GET', `users/${userId}`, undefined, headers)).status).toBe(403);
  });
});

describe('sending', () => {
  it('answers 201 and nothing else; the first message opens the room', async () => {
    const { userId } = who('first@town.example.jp');
    const from = bot.heard.length;
    for (const to of [userId, encodeURIComponent('first@town.example.jp')]) {
      const response = await bot.send(`users/${to}`, text);
      expect([response.status, await response.text()]).toEqual([201, '']);
    }
    await works.idle();
    expect(bot.heard.slice(from).map(({ event }) => event)).toMatchObject([{ type: 'begin', source: { userId } }]);
    const hanako = works.person({ name: '山田 花子', email: 'first@town.example.jp' });
    expect(works.messages(hanako.room).map(({ content }) => content)).toEqual([text, text]);
    expect((await bot.send(`channels/${hanako.room.id}`, text)).status).toBe(201);
  });

  it('knows nobody and no room that does not exist, and only rooms the bot is in', async () => {
    who('deleted@town.example.jp', { isDeleted: true });
    const { id } = works.group('よその部屋', { bot: false });
    for (const [to, expected] of [
      ['users/nobody', [404, 'USER_NOT_EXIST']],
      ['users/deleted@town.example.jp', [404, 'USER_NOT_EXIST']],
      ['channels/nowhere', [404, 'CHANNEL_NOT_EXIST']],
      [`channels/${id}`, [403, 'ACCESS_DENIED']],
    ] as const)
      expect(await codeOf(await bot.send(to, text))).toEqual(expected);
    expect((await bot.call('POST', 'bots/1/users/x/messages', { content: text })).status).toBe(404);
  });

  it('refuses and keeps nothing of what is not allowed', async () => {
    const { room } = works.person({ name: '山田 花子', email: 'refused@town.example.jp' });
    const refused = await bot.send('users/refused@town.example.jp', { type: 'text', text: 'あ'.repeat(2001) });
    expect(await codeOf(refused)).toEqual([400, 'LIMIT_EXCEEDED']);
    expect(works.messages(room)).toEqual([]);
  });
});

describe('too many calls', () => {
  it('are refused per API and minute, with four headers on every answer', async () => {
    who('many@town.example.jp');
    clock += 60_000;
    works.limit(2);
    const send = async () => {
      const { status, headers } = await bot.send('users/many@town.example.jp', text);
      return [status, ...['ssed', 'limit', 'remaining', 'reset'].map((name) => headers.get(`ratelimit-${name}`))];
    };
    const refused = await bot.send('users/nobody', text);
    expect(refused.headers.get('ratelimit-remaining')).toBe('1');
    expect(await send()).toEqual([201, '2', '2', '0', '60']);
    clock += 23_000;
    expect(await send()).toEqual([429, '2', '2', '0', '37']);
    expect((await bot.call('GET', 'users/many@town.example.jp')).status).toBe(200);
    clock += 37_000;
    expect(await send()).toEqual([201, '1', '2', '1', '60']);
    works.limit(240);
  });
});

describe('trouble', () => {
  const send = () => bot.send('users/trouble@town.example.jp', text);
  const seen = () => works.messages(works.person({ name: '', email: 'trouble@town.example.jp' }).room).length;
  beforeAll(() => void who('trouble@town.example.jp'));

  it.each([500, 503, 429, 401] as const)('refuses with %i once and delivers nothing', async (status) => {
    const before = seen();
    works.failNext('send', status);
    expect((await send()).status).toBe(status);
    expect(seen()).toBe(before);
    expect((await send()).status).toBe(201);
  });

  it('breaks the connection before or after it has delivered', async () => {
    const before = seen();
    works.failNext('send', 'drop-before', 'drop-after');
    await expect(send()).rejects.toThrow();
    expect(seen()).toBe(before);
    await expect(send()).rejects.toThrow();
    expect(seen()).toBe(before + 1);
  });

  it('answers nothing at all', async () => {
    works.failNext('send', 'hang');
    const hung = send().then(
      () => 'answered',
      () => 'broken',
    );
    expect(await Promise.race([hung, wait(100, 'waiting')])).toBe('waiting');
    expect(works.calls.at(-1)).toMatchObject({ api: 'send', status: 0 });
  });
});

describe('files', () => {
  const post = `bots/2000001/attachments`;
  const upload = (url: string, token?: string, part = 'FileData') => {
    const form = new FormData();
    form.append('resourceName', '報告.xlsx');
    form.append(part, new Blob(['bytes of it']), '報告.xlsx');
    return fetch(url, { method: 'POST', body: form, ...(token && { headers: { authorization: `Bearer ${token}` } }) });
  };
  const reserve = async (fileName = '報告.xlsx') =>
    (await (await bot.call('POST', post, { fileName })).json()) as { fileId: string; uploadUrl: string };

  it('go up in two steps, to another origin, once, with the token', async () => {
    const token = await tokenFor(works);
    const { fileId, uploadUrl } = await reserve();
    who('files@town.example.jp');
    const send = () => bot.send('users/files@town.example.jp', { type: 'file', fileId });
    expect(new URL(uploadUrl).origin).toBe(works.storageUrl);
    expect(works.storageUrl).not.toBe(works.config.apiUrl);
    expect((await send()).status).toBe(400);
    expect((await upload(uploadUrl)).status).toBe(401);
    expect((await upload(uploadUrl, token)).status).toBe(200);
    expect((await upload(uploadUrl, token)).status).toBe(404);
    expect((await send()).status).toBe(201);
    const { room } = works.person({ name: '', email: 'files@town.example.jp' });
    expect(works.messages(room).at(-1)).toMatchObject({ fileName: '報告.xlsx' });
    expect(works.storage.file(fileId)?.bytes.toString()).toBe('bytes of it');
  });

  it('may have any part name, but must be multipart and no program', async () => {
    const token = await tokenFor(works);
    expect((await upload((await reserve()).uploadUrl, token, 'file')).status).toBe(200);
    const { uploadUrl } = await reserve();
    const raw = { method: 'POST', body: 'bytes', headers: { authorization: `Bearer ${token}` } };
    expect((await fetch(uploadUrl, raw)).status).toBe(400);
    expect((await bot.call('POST', post, { fileName: 'a.exe' })).status).toBe(400);
    expect((await bot.call('POST', post, {})).status).toBe(400);
  });

  it('come down by a redirect, without rate limits on it, to where the token is asked for again', async () => {
    const hanako = works.person({ name: '山田 花子', email: 'sends@town.example.jp' });
    await hanako.sendFile('回答.xlsx', Buffer.from('answers'));
    const { fileId, ...rest } = (bot.heard.at(-1)?.event['content'] ?? {}) as Json;
    expect(rest).toEqual({ type: 'file' });
    const found = await bot.call('GET', `${post}/${String(fileId)}`);
    expect([found.status, found.headers.get('ratelimit-limit')]).toEqual([302, null]);
    const location = found.headers.get('location') ?? '';
    expect((await fetch(location)).status).toBe(401);
    const bytes = await fetch(location, { headers: { authorization: `Bearer ${await tokenFor(works)}` } });
    expect(await bytes.text()).toBe('answers');
    expect(bytes.headers.get('content-disposition')).toContain(encodeURIComponent('回答.xlsx'));
    expect((await bot.call('GET', `${post}/unknown`)).status).toBe(404);
  });
});

describe('who and where', () => {
  it('tells a person with e-mail, state and domain', async () => {
    const { userId } = who('asked@town.example.jp', { isSuspended: true, domainId: 7 });
    expect(await (await bot.call('GET', `users/${userId}`)).json()).toMatchObject({
      ...{ userId, email: 'asked@town.example.jp', isSuspended: true, isDeleted: false },
      organizations: [{ domainId: 7, primary: true, email: 'asked@town.example.jp' }],
      userName: { lastName: '山田', firstName: '花子' },
    });
  });

  it('tells a 1:1 from a group, and who is there, page by page', async () => {
    const room = works.group('小海町 DX連絡');
    const people = ['g1', 'g2', 'g3'].map((name) => works.person({ name, email: name }).in(room));
    await people[0]?.say('状況');
    const channel = async (id: string, more = '') =>
      (await bot.call('GET', `bots/2000001/channels/${id}${more}`)).json() as Promise<Json>;
    expect(await channel(room.id)).toMatchObject({ channelId: room.id, channelType: { type: 'GROUP' } });
    const personal = works.person({ name: 'g1', email: 'g1' });
    await personal.say('状況');
    expect(await channel(personal.room.id)).toMatchObject({ channelType: { type: 'SINGLE_USER' } });
    const first = await channel(room.id, '/members?count=2');
    const { nextCursor } = first['responseMetaData'] as { nextCursor: string };
    const second = await channel(room.id, `/members?count=2&cursor=${nextCursor}`);
    expect([first, second].flatMap((page) => page['members'])).toEqual(people.map(({ account }) => account.userId));
    expect(second['responseMetaData']).toEqual({ nextCursor: '' });
    expect(await codeOf(await bot.call('GET', `bots/2000001/channels/${room.id}/members?count=101`))).toEqual([
      400,
      'OUT_OF_RANGE',
    ]);
  });

  it('keeps, shows and takes away the persistent menu', async () => {
    const menu = (method: string, body?: Json) => bot.call(method, 'bots/2000001/persistentmenu', body);
    const content = { actions: [{ type: 'message', label: '状況' }] };
    expect((await menu('GET')).status).toBe(404);
    expect((await menu('POST', { content })).status).toBe(201);
    expect(await (await menu('GET')).json()).toEqual({ content });
    expect((await menu('DELETE')).status).toBe(204);
    expect(works.menu()).toEqual([]);
  });
});

it('waits for a bot that does not say when it is done', async () => {
  const quiet = await startFakeLineWorks();
  const slow = await startToyBot(quiet);
  const hanako = quiet.person({ name: '山田 花子', email: 'slow@town.example.jp' });
  quiet.connect(slow.url);
  await hanako.install();
  setTimeout(() => void slow.send('users/slow@town.example.jp', text), 80);
  expect((await hanako.say('状況')).words).toBe(text.text);
  await slow.stop();
  await quiet.stop();
});
