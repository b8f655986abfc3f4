import { type FakeLineWorks, startFakeLineWorks } from './fake-line-works.ts';
import type { LineWorksUser } from './line-works-user.ts';
import { type PhonePages, startPhonePages } from './phone-page.ts';
import type { Json } from './reply.ts';
import { startToyBot, type ToyBot } from './toy-bot.ts';

let works: FakeLineWorks;
let bot: ToyBot;
let pages: PhonePages;
let hanako: LineWorksUser;
const no = { type: 'message', label: 'いいえ', text: 'いいえ', postback: 'no' };
const yes = { type: 'message', label: 'はい', postback: 'yes' };
const question = {
  type: 'button_template',
  contentText: 'よいですか',
  actions: [yes],
  quickReply: { items: [{ action: no }] },
};

beforeAll(async () => {
  works = await startFakeLineWorks();
  bot = await startToyBot(works, ({ type }) => (type === 'message' ? [question] : []));
  pages = await startPhonePages(works);
});
afterAll(async () => {
  await Promise.all([pages.stop(), bot.stop(), works.stop()]);
});
let count = 0;
beforeEach(() => {
  hanako = works.person({ name: '<i>山田</i> "花子"', email: `hanako-${++count}@town.example.jp` });
});

const act = (body: Json, type = 'application/json') =>
  fetch(pages.of(hanako.account), { method: 'POST', headers: { 'content-type': type }, body: JSON.stringify(body) });
const state = async (room = '') =>
  (await fetch(`${pages.of(hanako.account)}/state?room=${room}`)).json() as Promise<Json>;
const heard = () => bot.heard.at(-1)?.event ?? {};
const say = (text: string) => act({ act: 'say', room: hanako.room.id, text });

it('lists the people, and what they are called is never markup', async () => {
  const html = await (await fetch(pages.url)).text();
  expect(html).toContain(`href="/phone/${hanako.account.userId}"`);
  expect(html).toContain('&#60;i&#62;山田&#60;/i&#62; &#34;花子&#34;');
  expect(html).not.toContain('<i>');
});

it('allows nothing from elsewhere and no script in the page', async () => {
  for (const url of [pages.url, pages.of(hanako.account), `${pages.url}/assets/draw.js`]) {
    const response = await fetch(url);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
    expect(await response.text()).not.toMatch(/https?:\/\/(?!127)/);
  }
});

it('has nobody it does not know and no file it does not own', async () => {
  for (const path of ['/nobody', '/assets/phone.html', '/assets/..%2Fphone-page.ts', '/files/unknown'])
    expect((await fetch(`${pages.url}${path}`)).status).toBe(404);
});

it('opens the room, and shows what was said there to whom it was said', async () => {
  expect(await state()).toMatchObject({ room: { open: false }, messages: [] });
  expect((await act({ act: 'open', room: hanako.room.id })).status).toBe(204);
  expect(heard()['type']).toBe('begin');
  expect((await say('状況')).status).toBe(204);
  expect(heard()['content']).toEqual({ type: 'text', text: '状況' });
  expect(await state()).toMatchObject({
    room: { open: true, kind: 'personal' },
    messages: [
      { from: { kind: 'me' }, content: { text: '状況' } },
      { from: { kind: 'bot' }, content: question },
    ],
  });
});

it('shows the rooms a person is in, with who said what, and no other', async () => {
  const there = hanako.in(works.group('連絡'));
  await works.person({ name: '佐藤', email: 'sato@e' }).in(there.room).say('やあ', { mention: false });
  const seen = await state(there.room.id);
  expect(seen['rooms']).toMatchObject([{ title: '伴走ボット' }, { title: '連絡' }]);
  expect((seen['messages'] as readonly Json[])[0]).toMatchObject({ from: { kind: 'other', name: '佐藤' } });
  const closed = works.group('よその部屋');
  expect(await state(closed.id)).toMatchObject({ room: { id: hanako.room.id } });
  expect((await act({ act: 'say', room: closed.id, text: 'x' })).status).toBe(400);
});

it('presses what is there: buttons for ever, quick replies only on the last message', async () => {
  await say('状況');
  const [, asked] = (await state())['messages'] as readonly { number: number }[];
  const press = async (action: Json, number = asked?.number) => {
    const { status } = await act({ act: 'press', room: hanako.room.id, number, action });
    return [status, (heard()['content'] as Json)['postback']];
  };
  expect(await press(no)).toEqual([204, 'no']);
  expect((await press(no))[0]).toBe(409);
  expect(await press(yes)).toEqual([204, 'yes']);
  expect((await press({ ...yes, postback: 'forged' }))[0]).toBe(409);
  expect((await press(yes, 9_999))[0]).toBe(409);
});

it('presses the persistent menu', async () => {
  await bot.call('POST', 'bots/2000001/persistentmenu', { content: { actions: [yes] } });
  expect((await state())['menu']).toEqual([yes]);
  expect((await act({ act: 'press', room: hanako.room.id, action: yes })).status).toBe(204);
  expect((await act({ act: 'press', room: hanako.room.id, action: no })).status).toBe(409);
});

it('takes nothing that another site could send, and nothing that is not an act', async () => {
  const said = { act: 'say', room: hanako.room.id, text: 'x' };
  expect((await act(said, 'text/plain')).status).toBe(400);
  for (const body of [{}, { ...said, act: 'shout' }, { ...said, text: ' ' }, { ...said, text: 'あ'.repeat(2001) }])
    expect((await act(body)).status).toBe(400);
});

it('hands out files under their names, never as a page', async () => {
  const id = works.storage.keep('報告<1>.html', Buffer.from('<script>'));
  const { headers } = await fetch(`${pages.url}/files/${id}`);
  expect(headers.get('content-type')).toBe('application/octet-stream');
  expect(headers.get('content-disposition')).toBe(`attachment; filename*=UTF-8''${encodeURIComponent('報告<1>.html')}`);
});
