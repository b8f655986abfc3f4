import type { Answer, Incoming } from '../../bot/channels/channel.ts';
import { buttons, type Card, card, type Field, text } from '../../cards/card.ts';
import type { TeamsUser } from '../fakes/teams/teams-user.ts';
import { type Door, openDoor } from './open-door.ts';

let door: Door;
let hanako: TeamsUser;
beforeAll(async () => {
  door = await openDoor();
});
beforeEach(() => {
  door.incoming.length = 0;
  door.answer = () => ({ card: card('受け付けました', '受け付けました', text('ありがとうございます')), how: 'new' });
  hanako = door.teams.person({
    name: '山田 花子',
    email: 'Yamada@Town.example.jp',
    userPrincipalName: 'yamada@town.example.jp',
  });
});
afterAll(() => door.stop());

const last = (): Incoming => {
  const incoming = door.incoming.at(-1);
  if (incoming === undefined) throw new Error('nothing came in');
  return incoming;
};
const answering = (how: Answer['how'], shown: Card): void => {
  door.answer = () => ({ card: shown, how });
};

const done = card('報告しました', '報告しました', text('62 人'));
const field = (over: Partial<Field> & { name: string }): Field =>
  ({ type: 'number', label: over.name, required: false, ...over }) as Field;
const form = card('週次報告', '今週の報告です', {
  kind: 'form',
  parts: [
    {
      intro: [],
      fields: [
        field({ name: 'answers.K0-03.value', label: '今週の実績', required: true }),
        field({ name: 'answers.K0-03.note', label: 'ひとこと' }),
        field({ name: 'answers.K0-04.value', label: '前回のまま', value: '5' }),
        field({ name: 'ok', label: '確認しました', type: 'toggle' } as Field & { type: 'toggle' }),
      ],
    },
  ],
  submit: '報告する',
  ask: { command: 'check-in', input: { week: '2024-09-16', answers: { 'K0-03': { kpi: 'K0-03' } } } },
});

describe('what is said', () => {
  test('1:1, as typed, with who and where', async () => {
    const turn = await hanako.say(' 状況 ');
    expect(turn).toMatchObject({ status: 200, words: expect.stringContaining('受け付けました') });
    expect(turn.posted).toMatchObject([{ summary: '受け付けました' }]);
    expect(turn.posted[0]?.text).toBeUndefined();
    expect(last()).toMatchObject({
      channel: 'teams',
      person: hanako.account.id,
      room: { kind: 'personal', id: hanako.room.id },
      did: { kind: 'said', text: '状況' },
    });
    expect(last().id.length).toBeLessThan(50);
    expect(last().room.address.id.length).toBeLessThan(500);
  });

  test('who it is: e-mail and UPN in small letters, once each', async () => {
    let emails: readonly string[] = [];
    door.answer = async (incoming) => {
      emails = (await incoming.profile()).emails;
      return undefined;
    };
    await hanako.say('私は');
    expect(emails).toEqual(['yamada@town.example.jp']);
    await hanako.in(door.teams.channel('連絡')).say('私は');
    expect(emails).toEqual(['yamada@town.example.jp']);
    door.teams.connector.trouble({ status: 404 });
    await hanako.say('私は');
    expect(emails).toEqual([]);
  });

  test('who it is is asked again where the service is only too busy to say', async () => {
    let emails: readonly string[] = [];
    door.answer = async (incoming) => {
      emails = (await incoming.profile()).emails;
      return undefined;
    };
    for (const trouble of [{ status: 429, retryAfter: '0.01' }, { status: 429 }, { status: 503 }, { status: 502 }]) {
      emails = [];
      door.teams.connector.trouble(trouble);
      await hanako.say('私は');
      expect(emails).toEqual(['yamada@town.example.jp']);
    }
  });

  test('in a group only with the bot’s name, which is not part of what was said', async () => {
    const there = hanako.in(door.teams.group('県・事務局'));
    await there.say('状況 佐久市');
    expect(last()).toMatchObject({
      room: { kind: 'group', id: there.room.id },
      did: { kind: 'said', text: '状況 佐久市' },
    });
    const overheard = await there.say('昼にしましょう', { mention: false });
    expect(overheard).toMatchObject({ status: 200, posted: [] });
    expect(door.incoming).toHaveLength(1);
  });

  test('in a channel: the room is the channel, the answer stays in the thread', async () => {
    const there = hanako.in(door.teams.channel('連絡'));
    const turn = await there.say('状況');
    expect(last().room).toMatchObject({ kind: 'group', id: there.room.id });
    expect(turn.posted[0]?.conversation).toBe(`${there.room.id};messageid=${there.room.thread}`);
    const sent = await door.channel.send(last().room.address, done);
    expect(sent.outcome).toBe('sent');
    expect(door.teams.connector.messages(there.room.id).at(-1)?.conversation).toBe(there.room.id);
  });

  test('other people’s names stay in the text', async () => {
    const there = hanako.in(door.teams.group('県・事務局'));
    await there.say('<at>鈴木 一郎</at>&nbsp;さんの状況');
    expect(last().did).toEqual({ kind: 'said', text: '鈴木 一郎 さんの状況' });
  });

  test('what is neither said nor pressed is passed over', async () => {
    const base = (await hanako.say('状況')).activity;
    door.incoming.length = 0;
    for (const type of ['typing', 'messageReaction', 'messageUpdate', 'endOfConversation', 'event']) {
      expect(await hanako.send({ ...base, id: type, type })).toMatchObject({ status: 200, posted: [] });
    }
    expect((await hanako.send({ ...base, id: 'x', type: 'invoke', name: 'task/fetch' })).status).toBe(404);
    expect(door.incoming).toEqual([]);
  });
});

describe('what is pressed', () => {
  const pressable = async () => {
    answering('new', form);
    await hanako.say('週次報告');
    answering('replace', done);
  };
  const expected = {
    command: 'check-in',
    input: {
      week: '2024-09-16',
      answers: { 'K0-03': { kpi: 'K0-03', value: '62' }, 'K0-04': { value: '5' } },
      ok: 'true',
    },
  };

  test.each(['execute', 'submit'] as const)(
    '%s: what the button carried and what was filled in, by path',
    async (as) => {
      await pressable();
      const turn = await hanako.press('報告する', { 今週の実績: 62, 確認しました: true }, { as });
      expect(turn.status).toBe(200);
      expect(last().did).toEqual({ kind: 'pressed', ask: expected });
      expect(turn.words).toContain('62 人');
    },
  );

  test('execute + replace: the card comes back in the answer, and the message keeps it', async () => {
    await pressable();
    const turn = await hanako.press('報告する', { 今週の実績: 62 });
    expect(turn.invoke?.type).toBe('application/vnd.microsoft.card.adaptive');
    expect(turn).toMatchObject({ posted: [], changed: [{ edits: 1, summary: '報告しました' }] });
  });

  test('execute + replace in a group: only for who pressed, the others still need the card', async () => {
    const there = hanako.in(door.teams.group('県・事務局'));
    answering('new', form);
    await there.say('週次報告');
    answering('replace', done);
    const turn = await there.press('報告する', { 今週の実績: 62 });
    expect(turn).toMatchObject({
      posted: [],
      changed: [],
      invoke: { type: 'application/vnd.microsoft.card.adaptive' },
    });
  });

  test('execute + new: the pressed card stays, the answer is a message of its own', async () => {
    await pressable();
    answering('new', done);
    const turn = await hanako.press('報告する', { 今週の実績: 62 });
    expect(turn.invoke).toEqual({
      type: 'application/vnd.microsoft.activity.message',
      value: expect.stringMatching(/.+/),
    });
    expect(turn).toMatchObject({ changed: [], posted: [{ summary: '報告しました' }] });
  });

  test('execute + new, but it cannot be posted: then in the answer', async () => {
    await pressable();
    answering('new', done);
    door.teams.connector.trouble({ status: 403 });
    const turn = await hanako.press('報告する', { 今週の実績: 62 });
    expect(turn.invoke?.type).toBe('application/vnd.microsoft.card.adaptive');
    expect(turn.words).toContain('62 人');
  });

  test('execute without an answer is acknowledged: an empty one makes Teams press again', async () => {
    await pressable();
    door.answer = () => undefined;
    expect((await hanako.press('報告する', { 今週の実績: 62 })).words).not.toBe('');
  });

  test('submit + replace changes the message; where that fails it is a new one', async () => {
    await pressable();
    const changed = await hanako.press('報告する', { 今週の実績: 62 }, { as: 'submit' });
    expect(changed).toMatchObject({ posted: [], changed: [{ edits: 1 }] });
    const lost = await hanako.submit({ bansou: 1, command: 'help', given: {} }, '404');
    expect(lost).toMatchObject({ changed: [], posted: [{ summary: '報告しました' }] });
  });

  test('the client does not send what is required and empty', async () => {
    await pressable();
    expect(() => hanako.press('報告する')).toThrow('今週の実績');
    await hanako.press('報告する', {}, { unchecked: true });
    expect(last().did).toMatchObject({ ask: { input: { answers: { 'K0-03': { kpi: 'K0-03' } } } } });
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['a text', 'help'],
    ['someone else’s data', { action: 'help' }],
    ['a version to come', { bansou: 2, command: 'help', given: {} }],
    ['no command', { bansou: 1, given: {} }],
    ['inputs that are none', { bansou: 1, command: 'help', given: 'x' }],
  ])('a card we cannot read is an old card: %s', async (_, data) => {
    expect((await hanako.execute('ask', data)).status).toBe(200);
    expect(last().did).toEqual({ kind: 'pressed', ask: { command: '', input: {} } });
  });

  test('no input reaches an object’s prototype', async () => {
    const data = JSON.parse(
      '{"bansou":1,"command":"help","given":{"__proto__":{"a":1},"x":{"constructor":{"prototype":{"b":1}}}},"__proto__.c":"1","y.__proto__.d":"1","constructor.prototype.e":"1","y.z":"ok","":"1","q..r":"1"}',
    );
    await hanako.execute('ask', data);
    expect(last().did).toEqual({ kind: 'pressed', ask: { command: 'help', input: { x: {}, y: { z: 'ok' } } } });
    expect(['a', 'b', 'c', 'd', 'e'].filter((name) => name in {})).toEqual([]);
  });
});

describe('who arrives', () => {
  test('one installation is told twice and welcomed once', async () => {
    const [first, second] = await hanako.install();
    expect(door.incoming).toMatchObject([{ did: { kind: 'arrived' }, person: hanako.account.id }]);
    expect(first.posted.length + second.posted.length).toBe(1);
  });

  test('in a group: once, when the bot comes; whoever joins later is not greeted before all', async () => {
    const there = hanako.in(door.teams.group('新しい部屋'));
    await there.install();
    const taro = door.teams.person({ name: '鈴木' }).in(there.room);
    const greeted = await taro.join();
    for (const name of ['佐藤', '高橋', '田中', '伊藤']) await door.teams.person({ name }).in(there.room).join();
    expect(greeted).toMatchObject({ status: 200, posted: [] });
    expect(door.incoming.map(({ person }) => person)).toEqual([hanako.account.id]);
    expect(door.teams.connector.messages(there.room.id)).toHaveLength(1);
  });

  test('the bot taken out, or told about itself only, is nobody’s arrival', async () => {
    const [{ activity }] = await door.teams.person({ name: '別の人' }).install();
    door.incoming.length = 0;
    const elsewhere = { ...activity, conversation: { id: 'a:elsewhere', conversationType: 'personal' } };
    await hanako.send({ ...elsewhere, id: '1', from: activity['recipient'] });
    await hanako.send({ ...elsewhere, id: '2', type: 'installationUpdate', action: 'remove', membersAdded: undefined });
    expect(door.incoming).toEqual([]);
  });
});

describe('what is told twice', () => {
  test('a message: nothing happens again', async () => {
    const turn = await hanako.say('状況');
    expect(await hanako.again(turn)).toMatchObject({ status: 200, posted: [] });
    expect(door.incoming).toHaveLength(1);
  });

  test('a press: the same answer again', async () => {
    answering('new', form);
    await hanako.say('週次報告');
    answering('replace', done);
    const turn = await hanako.press('報告する', { 今週の実績: 62 });
    const again = await hanako.again(turn);
    expect(again.invoke).toEqual(turn.invoke);
    expect(again.changed).toEqual([]);
  });

  test('twenty at once are one', async () => {
    const { activity } = await hanako.say('状況');
    door.incoming.length = 0;
    const before = door.teams.connector.calls.length;
    await Promise.all(Array.from({ length: 20 }, () => hanako.send({ ...activity, id: 'simultaneous' })));
    expect(door.incoming).toHaveLength(1);
    expect(door.teams.connector.calls.length - before).toBe(1);
  });
});

describe('when something goes wrong', () => {
  test.each(['say', 'press'] as const)(
    'a fault in a handler (%s): a sentence with a reference, one line in the log',
    async (how) => {
      await hanako.say('状況');
      const already = door.logged().length;
      door.answer = () => {
        throw new TypeError('秘密の相談 cannot be read');
      };
      const turn =
        how === 'say'
          ? await hanako.say('状況')
          : await hanako.execute('ask', { bansou: 1, command: 'help', given: {} });
      expect(turn.status).toBe(200);
      const reference = /受付番号 ([0-9A-F]{8})/.exec(turn.words)?.[1];
      const logged = door.logged().slice(already);
      expect(logged).toContain(`"reference":"${reference}"`);
      expect(logged.trim().split('\n')).toHaveLength(1);
      expect(logged).not.toMatch(/秘密|Bearer|eyJ/);
    },
  );

  test('a card that cannot be drawn is a fault too', async () => {
    answering('new', { ...done, body: [null as never] });
    expect((await hanako.say('状況')).words).toContain('受付番号');
  });

  test('an answer is tried again where that is safe, and given up quietly', async () => {
    door.teams.connector.trouble({ status: 429 }, { status: 502 });
    expect(await hanako.say('状況')).toMatchObject({ status: 200, posted: [{ summary: '受け付けました' }] });
    door.teams.connector.trouble({ status: 400 });
    expect(await hanako.say('状況')).toMatchObject({ status: 200, posted: [] });
    expect(door.logged()).toContain('answer not delivered');
  });
});

test('a button of a card just posted can be pressed', async () => {
  answering(
    'new',
    card('次は', '次は', buttons({ label: '次へ', ask: { command: 'help', input: { topic: 'check-in' } } })),
  );
  await hanako.say('ヘルプ');
  await hanako.press('次へ');
  expect(last().did).toEqual({ kind: 'pressed', ask: { command: 'help', input: { topic: 'check-in' } } });
});
