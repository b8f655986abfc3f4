import { type FakeLineWorks, startFakeLineWorks } from './fake-line-works.ts';
import type { Json } from './reply.ts';
import { startToyBot, type ToyBot } from './toy-bot.ts';

let works: FakeLineWorks;
let bot: ToyBot;
let reply: (event: Json) => readonly Json[];
beforeAll(async () => {
  works = await startFakeLineWorks({ labels: { evidence: '根拠' } });
  bot = await startToyBot(works, (event) => reply(event));
});
afterAll(async () => {
  await bot.stop();
  await works.stop();
});
beforeEach(() => {
  reply = () => [];
});

let count = 0;
const someone = () => works.person({ name: '山田 花子', email: `hanako-${++count}@town.example.jp` });
const text = (words: string, ...labels: readonly string[]): Json => ({
  type: 'text',
  text: words,
  ...(labels.length > 0 && { quickReply: { items: labels.map((label) => ({ action: action(label) })) } }),
});
const action = (label: string) => ({ type: 'message', label, text: label, postback: `pressed ${label}` });
const buttons = (words: string, ...labels: readonly string[]): Json => ({
  type: 'button_template',
  contentText: words,
  actions: labels.map(action),
});
const contentOf = (event: Json): Json => (event['content'] ?? {}) as Json;
const last = () => bot.heard.at(-1)?.event ?? {};

describe('a person', () => {
  it('opens the 1:1 before the first word, and the room is named in no message there', async () => {
    const hanako = someone();
    reply = (event) => [text(`${String(event['type'])}を受け取りました`)];
    const from = bot.heard.length;
    const turn = await hanako.say('状況');
    expect(bot.heard.slice(from).map(({ event }) => [event['type'], event['source']])).toEqual([
      ['begin', { userId: hanako.account.userId, channelId: hanako.room.id, domainId: 40029600 }],
      ['message', { userId: hanako.account.userId, domainId: 40029600 }],
    ]);
    expect(turn).toMatchObject({ status: 200, words: 'messageを受け取りました' });
  });

  it('mentions the bot in a room, where every event names the room', async () => {
    const there = someone().in(works.group('県・事務局'));
    await there.say('状況');
    expect(last()).toMatchObject({ content: { text: '@伴走ボット 状況' }, source: { channelId: there.room.id } });
    await there.say('こんにちは', { mention: false });
    expect(contentOf(last())).toEqual({ type: 'text', text: 'こんにちは' });
  });

  it('tells nothing to a bot that is not in the room', async () => {
    const there = someone().in(works.group('別の部屋', { bot: false }));
    await expect(there.say('状況')).rejects.toThrow('is not in');
    await there.install();
    expect(last()).toMatchObject({ type: 'join', source: { channelId: there.room.id } });
    expect((await there.say('状況')).status).toBe(200);
  });

  it('says the same twice in two different events, and sends one twice only when a test does', async () => {
    const hanako = someone();
    const [one, other] = [await hanako.say('状況'), await hanako.say('状況')];
    expect(JSON.parse(one.raw).issuedTime < JSON.parse(other.raw).issuedTime).toBe(true);
    expect((await hanako.again(other)).raw).toBe(other.raw);
  });

  it('presses a button: its words, and what it carries', async () => {
    const hanako = someone();
    reply = () => [buttons('どうしますか', '変更なし', '入力する')];
    await hanako.say('週次報告');
    await hanako.press('変更なし');
    expect(contentOf(last())).toEqual({ type: 'text', text: '変更なし', postback: 'pressed 変更なし' });
  });

  it('presses a postback: data, and the room also in a 1:1', async () => {
    const hanako = someone();
    const columns = ['川上村', '小海町'].map((title) => ({
      ...{ title, text: '未報告' },
      actions: [{ type: 'postback', label: '開く', data: `open ${title}` }],
    }));
    reply = () => [{ type: 'carousel', columns }];
    await hanako.say('未報告');
    await hanako.press('小海町');
    expect(last()).toMatchObject({ type: 'postback', data: 'open 小海町', source: { channelId: hanako.room.id } });
  });

  it('finds what is shortened, numbered, or part of a longer label; the same label first', async () => {
    const hanako = someone();
    reply = () => [buttons('項目', 'S1-3 全体方針の決定と…', '2 体制の整備', '報告する前に', '報告')];
    await hanako.say('項目');
    for (const [wanted, label] of [
      ['S1-3 全体方針の決定と公表', 'S1-3 全体方針の決定と…'],
      ['体制の整備', '2 体制の整備'],
      ['報告', '報告'],
      ['前に', '報告する前に'],
    ] as const) {
      await hanako.press(wanted);
      expect(contentOf(last())['text']).toBe(label);
    }
    await expect(hanako.press('ない')).rejects.toThrow('no button 「ない」, only S1-3');
  });

  it('loses quick replies with the next message and keeps buttons for ever', async () => {
    const hanako = someone();
    reply = ({ type }) => (type === 'message' ? [buttons('古い', '古いボタン'), text('どちら', 'はい')] : []);
    await hanako.say('x');
    expect(hanako.buttons()).toEqual(['はい', '古いボタン']);
    reply = () => [];
    await hanako.say('y');
    expect(hanako.buttons()).toEqual([]);
    await expect(hanako.press('はい')).rejects.toThrow('no button');
    expect((await hanako.press('古いボタン')).status).toBe(200);
  });

  it('presses the persistent menu', async () => {
    const hanako = someone();
    await bot.call('POST', `bots/${works.config.botId}/persistentmenu`, { content: { actions: [action('状況')] } });
    await hanako.press('状況');
    expect(contentOf(last())['postback']).toBe('pressed 状況');
  });

  it('reads every word, and the notification only where there is nothing else', async () => {
    const hanako = someone();
    const contents = { type: 'bubble', body: { type: 'box', layout: 'vertical', contents: [{ type: 'filler' }] } };
    const spans = ['75', '%'].map((each) => ({ type: 'span', text: each }));
    const body = { ...contents.body, contents: [{ type: 'text', contents: spans }] };
    reply = () => [
      { type: 'flex', altText: '図だけ', contents },
      { type: 'flex', altText: '見えない', contents: { ...contents, body } },
      buttons('質問', '押す'),
    ];
    expect((await hanako.say('x')).words).toBe('図だけ\n75%\n質問\n押す');
  });
});

/** Asks these one by one, the way the bot does, then says what it got. */
function interview(...questions: readonly (readonly [words: string, ...replies: string[]])[]) {
  const got: string[] = [];
  const ask = (): readonly Json[] => {
    const next = questions[got.length];
    if (next === undefined) return [text(`記録しました: ${got.join('、')}`)];
    const [words, ...replies] = next;
    return [text(words, ...replies, 'やめる')];
  };
  reply = (event) => {
    const { text: said } = contentOf(event);
    if (said === '報告' || event['type'] !== 'message') return [buttons('状況', '報告する')];
    if (said !== '報告する') got.push(String(said));
    return ask();
  };
}

describe('a form that is asked one by one', () => {
  it('is answered by label, by code, by id; what was not filled in is skipped or left as it was', async () => {
    interview(
      ['K0-03 DX基礎研修の修了者数'],
      ['K0-03 DX基礎研修の対象職員数'],
      ['K1-03 前回 12', '前回と同じ（12）', 'スキップ'],
      ['K1-04 前回 3', '前回と同じ（3）', 'スキップ'],
      ['S2-1 の段階', '実施中・試行', '決定・導入済'],
      ['根拠を教えてください', 'スキップ'],
      ['確認しましたか', 'はい', 'いいえ'],
      ['場所', 'そのまま（県庁）'],
    );
    const hanako = someone();
    await hanako.say('報告');
    const turn = await hanako.press('報告する', {
      'answers.K0-03.denominator': 40,
      'answers.K0-03.numerator': 30,
      'answers.K1-03.same': true,
      'stages.S2-1.stage': '決定・導入済',
      evidence: '任命通知',
      確認しました: undefined,
      確認: true,
    });
    expect(turn.words).toBe(
      '記録しました: 30、40、前回と同じ（12）、スキップ、決定・導入済、任命通知、はい、そのまま（県庁）',
    );
  });

  it('needs no button where the questions are asked already', async () => {
    interview(['招待コードを送ってください']);
    const hanako = someone();
    await hanako.say('報告');
    await hanako.press('報告する');
    expect((await hanako.press('送る', { 招待コード: 'ACDE-FGH' })).words).toBe('記録しました: ACDE-FGH');
  });

  it('stops where an answer was not accepted', async () => {
    reply = ({ content }) =>
      (content as Json | undefined)?.['text'] === '百'
        ? [text('数字で送ってください。\n実施課数を送ってください', 'やめる')]
        : [text('実施課数を送ってください', 'スキップ', 'やめる')];
    const hanako = someone();
    await hanako.say('報告');
    expect((await hanako.press('報告する', { 実施課数: '百' })).words).toContain('数字で送ってください');
  });

  it('does not give the denominator where the numerator is asked again', async () => {
    reply = ({ content }) => {
      const refused = (content as Json | undefined)?.['text'] === '百';
      return [text(`${refused ? '数字で送ってください。\n' : ''}K0-03 の修了者数`, 'スキップ', 'やめる')];
    };
    const hanako = someone();
    await hanako.say('報告');
    const given = { 'answers.K0-03.numerator': '百', 'answers.K0-03.denominator': 40 };
    await hanako.press('報告する', given);
    expect(contentOf(last())['text']).toBe('百');
  });

  it('tells which question has no answer, and which answer no question', async () => {
    interview(['実施課数を送ってください']);
    const hanako = someone();
    await hanako.say('報告');
    await expect(hanako.press('報告する', { 場所: '県庁' })).rejects.toThrow('no answer for 「実施課数');
    await expect(hanako.press('送る', { 実施課数: 3, 場所: '県庁' })).rejects.toThrow('no question for 場所');
  });

  it('types a number that only begins like a reply', async () => {
    interview(['実施課数', '前回と同じ（12）', '30', 'スキップ']);
    const hanako = someone();
    await hanako.say('報告');
    expect((await hanako.press('報告する', { 実施課数: 3 })).words).toBe('記録しました: 3');
  });
});
