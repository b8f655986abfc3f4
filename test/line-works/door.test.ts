import { kinds } from '../../storage/collections.ts';
import { signatureOf } from '../fakes/line-works/callbacks.ts';
import type { FakeLineWorks } from '../fakes/line-works/fake-line-works.ts';
import type { LineWorksUser } from '../fakes/line-works/line-works-user.ts';
import { type House, openHouse } from '../house.ts';
import { dump } from '../storage/dump.ts';

let house: House;
let works: FakeLineWorks;
let hanako: LineWorksUser;
beforeAll(async () => {
  house = await openHouse({ lineWorks: true });
  if (!house.lineWorks) throw new Error('no LINE WORKS');
  works = house.lineWorks;
  hanako = house.on('line-works').officer() as LineWorksUser;
  await hanako.install();
});
afterAll(() => house.close());

const NOW = '2026-11-24T01:00:05.000Z';
const said = (text: string, more: object = {}, source: object = {}) =>
  JSON.stringify({
    type: 'message',
    source: { userId: hanako.account.userId, domainId: works.world.domainId, ...source },
    issuedTime: NOW,
    content: { type: 'text', text },
    ...more,
  });
const REPORT = 'KPI報告 K0-03 30/40';

/** What is stored, and how much was said to anyone. */
const world = async () => ({ stored: await dump(house.service.store), said: works.world.messages.length });

describe('what is not from the product stores nothing and says nothing', () => {
  const body = () => said(REPORT);
  const attacks: Record<string, () => Promise<{ status: number }>> = {
    'no signature': () => works.deliver(body(), { 'X-WORKS-Signature': undefined }),
    'a wrong secret': () => works.deliver(body(), { 'X-WORKS-Signature': signatureOf('another secret', body()) }),
    'an altered body': () =>
      works.deliver(said('KPI報告 K0-03 40/40'), {
        'X-WORKS-Signature': signatureOf(works.config.botSecrets[0] ?? '', body()),
      }),
    'a signature that is no base64': () => works.deliver(body(), { 'X-WORKS-Signature': '***' }),
    'an empty body': () => works.deliver('', { 'X-WORKS-Signature': 'x' }),
  };
  it.each(Object.entries(attacks))('%s: 401', async (_name, attack) => {
    const before = await world();
    expect((await attack()).status).toBe(401);
    await works.idle();
    expect(await world()).toEqual(before);
  });
});

describe('what is signed and not for us is acknowledged and left alone', () => {
  const day = 86_400_000;
  const others: Record<string, () => Promise<{ status: number }>> = {
    'another bot': () => works.deliver(said(REPORT), { 'X-WORKS-BotId': '999' }),
    'no bot': () => works.deliver(said(REPORT), { 'X-WORKS-BotId': undefined, 'X-WORKS-botId': undefined }),
    'a foreign domain': () => works.deliver(said(REPORT, {}, { domainId: 1 })),
    'not JSON': () => works.deliver('{"type":'),
    'a list of events': () => works.deliver(`[${said(REPORT)}]`),
    'an unknown event': () => works.deliver(said(REPORT, { type: 'unknown' })),
    'no one who said it': () => works.deliver(said(REPORT, {}, { userId: undefined })),
    'an event of the day before yesterday': () =>
      works.deliver(said(REPORT, { issuedTime: new Date(Date.parse(NOW) - 2 * day).toISOString() })),
    'an event of next week': () =>
      works.deliver(said(REPORT, { issuedTime: new Date(Date.parse(NOW) + 7 * day).toISOString() })),
    'a time nobody can read': () => works.deliver(said(REPORT, { issuedTime: 'yesterday' })),
    'the end of a 1:1 room': () => works.deliver(said('', { type: 'end', content: undefined }, { channelId: 'c1' })),
    'who joined a room': () =>
      works.deliver(said('', { type: 'joined', content: undefined, members: ['x'] }, { channelId: 'c1' })),
    'who left a room': () =>
      works.deliver(said('', { type: 'left', content: undefined, members: ['x'] }, { channelId: 'c1' })),
    'the bot has left a room': () =>
      works.deliver(said('', { type: 'leave', content: undefined }, { userId: undefined, channelId: 'c1' })),
  };
  it.each(Object.entries(others))('%s', async (_name, deliver) => {
    const before = await world();
    expect((await deliver()).status).toBe(200);
    await works.idle();
    expect(await world()).toEqual(before);
  });

  it('an oversized body is not even read', async () => {
    const before = await world();
    expect((await works.deliver(said('あ'.repeat(300_000)))).status).toBe(413);
    expect(await world()).toEqual(before);
  });
});

describe('a replay', () => {
  it('of the same bytes does nothing again, at once or later, also after a restart', async () => {
    const turn = await hanako.say(REPORT);
    expect(turn.words).toContain('75%（30/40）');
    const before = await world();
    for (const _ of [1, 2, 3]) expect((await hanako.again(turn)).words).toBe('');
    await house.restart();
    expect((await hanako.again(turn)).status).toBe(200);
    expect(await world()).toEqual(before);
    house.at('2026-11-25T10:30:00+09:00');
    expect((await hanako.again(turn)).words).toBe('');
    house.at('2026-11-24T10:01:00+09:00');
  });

  it('what was said is not kept once it is answered', async () => {
    await hanako.say('相談 ここだけの話です');
    const kept = await house.service.store.received.list('_received');
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.filter(({ value }) => value.body !== undefined || value.state !== 'done')).toEqual([]);
  });
});

describe('a group', () => {
  it('what is neither said to the bot nor pressed is neither stored, answered nor logged', async () => {
    const there = hanako.in(works.group('雑談'));
    await there.install();
    const before = await world();
    const logged = house.logged().length;
    for (const text of ['ここだけの話ですが', 'KPI報告 K0-03 1/40', '伴走ボット 状況', 'メールは a@伴走ボット です'])
      expect((await there.say(text, { mention: false })).posted).toEqual([]);
    await there.send({ type: 'image', fileId: 'jp1.1' });
    expect(await world()).toEqual({ ...before, said: before.said + 5 });
    expect(house.logged().slice(logged)).toBe('');
  });

  it('is greeted when the bot comes in, and answered when it is called', async () => {
    const there = hanako.in(works.group('新しい部屋'));
    expect((await there.install()).words).toContain('@伴走ボット');
    expect((await there.say('状況')).words).toContain('この部屋はまだ登録されていません');
    expect((await there.say('ヘルプ', { mention: true })).posted.length).toBeGreaterThan(0);
  });
});

describe('a 1:1 room', () => {
  it('is told by asking the product, not by whether a channel is named', async () => {
    const pressed = { type: 'postback', data: JSON.stringify({ c: 'who-am-i' }), content: undefined };
    const own = works.world.personal(hanako.account).id;
    await works.deliver(said('', pressed, { channelId: own }));
    await works.idle();
    expect(JSON.stringify(works.messages(hanako.room).at(-1)?.content)).toContain('山田 花子');
    const there = works.group('県と小海町');
    await hanako.in(there).install();
    await works.deliver(said('', { ...pressed, issuedTime: NOW.replace('05', '06') }, { channelId: there.id }));
    await works.idle();
    expect(JSON.stringify(works.messages(there).at(-1)?.content)).toContain('1対1のチャット');
  });

  it('a file that cannot be fetched gets a sentence that helps, and is not kept', async () => {
    const turn = await hanako.send({ type: 'file', fileId: 'jp1.1' });
    expect(turn.words).toContain('もう一度同じファイルを送ってください');
  });

  it.each(['sticker', 'image', 'audio', 'video', 'location', 'somethingNew'])(
    'a %s gets a sentence that helps',
    async (type) => {
      const turn = await hanako.send({ type, fileId: 'jp1.1' });
      expect(turn.words).toContain('文字で送るか、ボタンを押してください');
    },
  );

  it('begins with a welcome, also by the button 利用開始', async () => {
    expect((await hanako.install()).words).toContain('山田 花子さん、こんにちは。');
    const start = await hanako.send({ type: 'text', text: '利用開始', postback: 'start' });
    expect(start.words).toContain('こんにちは');
  });

  it('a button of nobody’s making is an old card', async () => {
    const turn = await hanako.send({ type: 'text', text: '?', postback: 'action=buy' });
    expect(turn.words).toContain('このカードは古くなったため使えません');
  });
});

it('lets nobody in who is suspended, deleted, or of another domain', async () => {
  for (const [at, how] of [{ isSuspended: true }, { isDeleted: true }, { domainId: 7 }].entries()) {
    const email = `second-${['203041', '203050', '203068'][at]}@town.example.jp`;
    const person = works.person({ name: '名簿の人', email, ...how });
    expect((await person.say('自分')).words).not.toContain('名簿の人');
  }
});

it('logs neither secrets nor names nor what was said', () => {
  const log = house.logged();
  const { clientSecret, botSecrets } = works.config;
  for (const hidden of [
    clientSecret,
    ...botSecrets,
    'Bearer',
    '山田',
    'ここだけの話',
    hanako.account.userId,
    hanako.account.email,
  ])
    expect(log).not.toContain(hidden);
  expect(Object.keys(kinds)).toContain('received');
});
