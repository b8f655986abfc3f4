import type { Activity, TeamsUser } from '../fakes/teams/teams-user.ts';
import { type Door, openDoor } from './open-door.ts';

/** What of a message is what its person says. */
let door: Door;
let hanako: TeamsUser;
let inGroup: TeamsUser;
beforeAll(async () => {
  door = await openDoor();
});
beforeEach(() => {
  hanako = door.teams.person({ name: '山田 花子', email: 'yamada@town.example.jp' });
  inGroup = hanako.in(door.teams.group('県・事務局'));
});
afterAll(() => door.stop());

const REPLY = 'itemscope="" itemtype="http://schema.skype.com/Reply" itemid="1772050244572"';
const reply = (quote: string, own: string, author = '山田 花子') =>
  `<blockquote ${REPLY}>\r\n<strong itemprop="mri" itemid="8:orgid:1">${author}</strong><span itemprop="time" itemid="1"></span>\r\n<p itemprop="preview">${quote}</p>\r\n</blockquote>\r\n<p>${own}</p>`;
const html = (content: string) => ({ attachments: [{ contentType: 'text/html', content }] });

/** What the house hears, or the title of the card the door answers by itself. */
async function heard(what: Activity, who = hanako): Promise<string | undefined> {
  door.incoming.length = 0;
  const { activity } = await who.say('', { mention: false });
  door.incoming.length = 0;
  const turn = await who.send({ ...activity, id: crypto.randomUUID(), ...what });
  const [incoming] = door.incoming;
  return incoming?.did.kind === 'said' ? incoming.did.text : turn.words;
}

const CARD = {
  onlyQuoted: expect.stringContaining('引用された部分だけが届きました'),
  unclear: expect.stringContaining('見分けられませんでした。何も記録していません'),
  notText: expect.stringContaining('文字で送る'),
};

describe('a quote', () => {
  it.each<[string, string, string, unknown]>([
    ['山田 花子 K0-03 27/32\n\nありがとうございます', 'K0-03 27/32', 'ありがとうございます', 'ありがとうございます'],
    ['伴走ボット 全て変更なし\nお願いします', '全て変更なし', 'お願いします', 'お願いします'],
    ['佐藤 次郎 K0-03 30/50\r\n\r\nK0-03 28/32', 'K0-03 30/50', 'K0-03 28/32', 'K0-03 28/32'],
    ['K0-03 30/50\nK0-03 28/32', 'K0-03 30/50', 'K0-03 28/32', 'K0-03 28/32'],
    ['K0-03 28/32', 'K0-03 30/50', 'K0-03 28/32', 'K0-03 28/32'],
    [
      '今週の報告をお願いします。KPIは次のとおりです。…K0-03 28/32',
      '今週の報告をお願い…',
      'K0-03 28/32',
      'K0-03 28/32',
    ],
    ['K0-03 30/50\n一行目\n二行目', 'K0-03 30/50', '一行目<br>二行目', '一行目\n二行目'],
    [
      'K0-03 30/50\n順調です😀',
      'K0-03 30/50',
      '順調です<img itemtype="http://schema.skype.com/Emoji" alt="😀"><img alt="image" src="https://x">',
      '順調です😀',
    ],
    ['27/32\nR&amp;D部門', '27/32', 'R&amp;D部門', 'R&D部門'],
    ['K0-03 27/32', 'K0-03 27/32', '', CARD.onlyQuoted],
    ['K0-03 27/32\nはい\nK0-03 28/32', '別の言葉', 'K0-03 28/32', CARD.unclear],
    ['K0-03 27/32 お願いします', 'K0-03 27/32', 'まったく別の言葉', CARD.unclear],
  ])('%j of which %j is quoted', async (text, quote, own, expected) => {
    const author = /^(山田 花子|佐藤 次郎|伴走ボット)/.exec(text)?.[0] ?? '';
    expect(await heard({ text, ...html(reply(quote, own, author)) })).toEqual(expected);
  });

  it('between what is said, forwarded, or set as one by hand', async () => {
    const between = `<p>一つ目</p>${reply('K0-03 27/32', '二つ目', '')}`;
    expect(await heard({ text: '一つ目\nK0-03 27/32\n二つ目', ...html(between) })).toMatch(/^一つ目\s+二つ目$/);
    const forwarded = '<blockquote itemtype="http://schema.skype.com/Forward"><p>K0-03 27/32</p></blockquote><p></p>';
    expect(await heard({ text: 'K0-03 27/32', ...html(forwarded) })).toEqual(CARD.onlyQuoted);
    expect(await heard({ text: '<blockquote>K0-03 27/32</blockquote>' })).toEqual(CARD.onlyQuoted);
    expect(await heard({ text: '<blockquote>K0-03 27/32</blockquote>K0-03 28/32' })).toBe('K0-03 28/32');
  });

  it('in a group, with the bot’s name in both', async () => {
    const mention = { type: 'mention', text: '<at>伴走ボット</at>', mentioned: { id: botId(), name: '伴走ボット' } };
    const span = '<span itemscope itemtype="http://schema.skype.com/Mention" itemid="0">伴走ボット</span> K0-03 28/32';
    const text = '佐藤 次郎 K0-03 30/50\n<at>伴走ボット</at> K0-03 28/32';
    const said = heard({ text, entities: [mention], ...html(reply('K0-03 30/50', span, '佐藤 次郎')) }, inGroup);
    expect((await said)?.trim()).toBe('K0-03 28/32');
  });

  it('whose place is held by a sign of the client', async () => {
    const entity = { type: 'quotedReply', quotedReply: { messageId: '1772050244572', preview: 'K0-03 20/32' } };
    for (const sign of [
      '<quoted messageId="1772050244572"/>',
      '<quoted messageId="1"></quoted>',
      '<quoted messageId="1">',
    ])
      expect(await heard({ text: `${sign} K0-03 27/32`, entities: [entity] })).toBe('K0-03 27/32');
    expect(await heard({ text: '<quoted messageId="1">K0-03 20/32</quoted> K0-03 27/32' })).toBe('K0-03 27/32');
    expect(await heard({ text: 'K0-03 27/32', entities: [entity] })).toBe('K0-03 27/32');
    expect(await heard({ text: 'K0-03 20/32 K0-03 27/32', entities: [entity] })).toEqual(CARD.unclear);
    expect(await heard({ text: 'K0-03 27/32', entities: [{ type: 'quotedReply' }] })).toEqual(CARD.unclear);
  });
});

describe('markup', () => {
  it.each([
    ['<div>K0-03 27/32</div>', 'K0-03 27/32'],
    ['<p>一行目</p><p>二行目</p>', '一行目\n\n二行目'],
    ['K0-03&nbsp;27/32<br>', 'K0-03 27/32'],
    ['<span style="font-size:14px">K0-03</span> <strong>27/32</strong>', 'K0-03 27/32'],
    ['相談 R&amp;D部門との調整', '相談 R&D部門との調整'],
    ['相談 &quot;窓口&quot; &#x1F600; &#12354;', '相談 "窓口" 😀 あ'],
    ['相談 &amp;lt;とは', '相談 &lt;とは'],
    ['相談 &#xD800; &#1114112; &copy;', '相談 &#xD800; &#1114112; &copy;'],
    ['相談 1<2 ですか <窓口> <script>', '相談 1<2 ですか <窓口> <script>'],
    ['K0-03\u200B 27/32', 'K0-03 27/32'],
    ['K0-03&#8203; 27/32', 'K0-03 27/32'],
    ['順調\u202Eです 👩‍👩‍👧', '順調です 👩‍👩‍👧'],
  ])('%j says %j', async (text, said) => {
    expect(await heard({ text })).toBe(said);
  });

  it('is no markup where the client shows it just so', async () => {
    expect(await heard({ text: '相談 <b>と&amp;の違い', ...html('<div>相談 &lt;b&gt;と&amp;amp;の違い</div>') })).toBe(
      '相談 <b>と&amp;の違い',
    );
    expect(await heard({ text: '<div>K0-03 27/32</div>', ...html('<div>K0-03 27/32</div>') })).toBe('K0-03 27/32');
  });

  it('takes no time, whatever it is', async () => {
    const sign = ['<at>', '<a ', '&#', '<quoted>', '</blockquote>', '<blockquote>', '…', '<img alt="', ' '];
    for (const each of sign) {
      const long = each.repeat(20_000 / each.length);
      const began = performance.now();
      await heard({ text: `${long}x`, ...html(`${long}<blockquote>${long}</blockquote>${long}`) });
      expect(performance.now() - began).toBeLessThan(1_000);
    }
  });
});

const botId = () => `28:${door.teams.appId}`;

describe('the bot’s own name', () => {
  const mention = (over: object) => ({
    entities: [{ type: 'mention', mentioned: { id: botId(), name: '伴走ボット' }, ...over }],
  });

  it.each<[string, object]>([
    ['<at>伴走ボット</at> K0-03 27/32', {}],
    ['<at id="0">伴走ボット</at> K0-03 27/32', {}],
    ['<at id="0">伴走ボット</at> K0-03 27/32', { text: '<at>伴走ボット</at>' }],
    ['K0-03 27/32 <at>伴走ボット</at>', { text: '' }],
    ['<at>ばんそう</at> K0-03 27/32', { mentioned: { id: 'the bot' } }],
    ['伴走ボット K0-03 27/32', { text: '<at>伴走ボット</at>' }],
    ['@伴走ボット K0-03 27/32', {}],
  ])('%s (%j) says the rest', async (text, over) => {
    const known = JSON.parse(JSON.stringify(over).replace('the bot', botId()));
    expect((await heard({ text, ...mention(known) }, inGroup))?.trim()).toBe('K0-03 27/32');
  });

  it('beside somebody else’s', async () => {
    const other = { type: 'mention', text: '<at>鈴木</at>', mentioned: { id: '29:else', name: '鈴木' } };
    const { entities } = mention({});
    const text = '<at>伴走ボット</at> <at>鈴木</at>さんのK0-03';
    expect(await heard({ text, entities: [...entities, other] }, inGroup)).toBe('鈴木さんのK0-03');
    expect(await heard({ text: '<at>鈴木</at>さん', entities: [other] }, inGroup)).toBe('');
  });
});

describe('nothing but', () => {
  const file = { contentType: 'application/vnd.microsoft.teams.file.download.info', content: {}, name: 'x.xlsx' };
  it.each([
    ['a file', { text: undefined, attachments: [file] }],
    ['a picture', { text: '', attachments: [{ contentType: 'image/*', contentUrl: 'https://x' }] }],
    ['a pasted picture', { text: ' ', ...html('<div><img src="https://x"></div>') }],
    ['a voice', { text: '\u200B', attachments: [{ contentType: 'audio/mp4' }] }],
    ['another app’s card', { attachments: [{ contentType: 'application/vnd.microsoft.card.thumbnail' }] }],
  ])('%s: please write', async (_, what) => {
    expect(await heard(what)).toEqual(CARD.notText);
    expect(door.incoming).toEqual([]);
  });

  it('a file with words is the words, and no file is nothing', async () => {
    expect(await heard({ text: '状況', attachments: [file] })).toBe('状況');
    expect(await heard({ text: '' })).toBe('');
    expect(await heard({ text: '', attachments: [file] }, inGroup)).toBe('');
  });
});
