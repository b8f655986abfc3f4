import { signatureOf } from './callbacks.ts';
import { type FakeLineWorks, startFakeLineWorks } from './fake-line-works.ts';
import { isObject } from './reply.ts';
import { startToyBot, type ToyBot } from './toy-bot.ts';

/** Made with `openssl dgst -sha256 -hmac … -binary | base64`. The second one breaks when it is parsed and written again. */
it.each([
  ['', '/F2j7jPas0VxcS10wotaSEba2xadevDBzY8/IqOgOr4='],
  ['{ "text" : "達成率は 35.0％ です\\u3002",\n  "n": 35.6587750 }', 'tXA+hJeSQ1J5aLLCWCs8szdMXSgiouuSmFbeyqj7RAc='],
  ['{"type":"message","content":{"type":"text","text":"状況"}}', 'j1iFoydVHOH336qxUcAlCgKkidv5lUb3LPfmR3akbWI='],
])('signs the bytes as they are: %j', (raw, signature) => {
  expect(signatureOf('a-secret-of-tests', raw)).toBe(signature);
  expect(signatureOf('another-secret', raw)).not.toBe(signature);
});

describe('what arrives at the bot', () => {
  let works: FakeLineWorks;
  let bot: ToyBot;
  const moment = new Date('2026-11-24T01:00:00.250Z');
  beforeAll(async () => {
    works = await startFakeLineWorks({ now: () => moment });
    bot = await startToyBot(works);
    for (let time = 0; time < 8; time++) await works.person({ name: '山田 花子', email: `${time}@e` }).say('状況/ＡＢ');
  });
  afterAll(async () => {
    await bot.stop();
    await works.stop();
  });

  it('is signed, always, and never sent again', async () => {
    expect(bot.heard.every(({ signed }) => signed)).toBe(true);
    expect(bot.heard.map(({ event }) => event['type'])).toEqual(Array(8).fill(['begin', 'message']).flat());
    expect(works.delivered).toHaveLength(16);
    expect(works.delivered.every(({ status, milliseconds }) => status === 200 && milliseconds < 5_000)).toBe(true);
  });

  it('spells its headers in more than one way', () => {
    const names = bot.heard.flatMap(({ headers }) => headers.filter((name) => /^x-works-botid$/i.test(name)));
    expect(new Set(names)).toEqual(new Set(['X-WORKS-BotId', 'X-WORKS-botId']));
  });

  it('writes the same JSON compact, with spaces, over lines and with escapes', () => {
    const raws = works.delivered.map(({ raw }) => raw);
    for (const shape of [/^\{"type":"\w+","/, /^\{ "type" : "/, /^\{\n {2}"type"/, /\\u72b6\\u6cc1/, /状況/, /\\\//])
      expect(raws.some((raw) => shape.test(raw))).toBe(true);
    expect(bot.heard.filter(({ event }) => isObject(event['content'])).map(({ event }) => event['content'])).toEqual(
      Array(8).fill({ type: 'text', text: '状況/ＡＢ' }),
    );
  });

  it('is later each time on a clock that stands still, and sometimes without milliseconds', () => {
    const times = bot.heard.map(({ event }) => String(event['issuedTime']));
    const moments = times.map((time) => Date.parse(time));
    expect(moments).toEqual([...new Set(moments)].toSorted((one, other) => one - other));
    expect(times.some((time) => /:\d\dZ$/.test(time))).toBe(true);
    expect(Math.abs((moments.at(-1) ?? 0) - moment.getTime())).toBeLessThan(1_000);
  });
});

it('follows a clock that is set back, and still never says the same moment twice', async () => {
  let moment = new Date('2026-11-24T01:00:00.000Z');
  const works = await startFakeLineWorks({ now: () => moment });
  const bot = await startToyBot(works);
  const hanako = works.person({ name: '山田 花子', email: 'h@e' });
  const raws: string[] = [];
  for (const day of ['24', '30', '24', '24']) {
    moment = new Date(`2026-11-${day}T01:00:00.000Z`);
    for (let time = 0; time < 3; time++) raws.push((await hanako.say('状況')).raw);
  }
  expect(new Set(raws.map((raw) => JSON.parse(raw).issuedTime)).size).toBe(raws.length);
  expect(JSON.parse(raws.at(-1) ?? '').issuedTime).toMatch(/^2026-11-24T01:00:00\.\d{3}Z$/);
  await bot.stop();
  await works.stop();
});

it('sends any bytes, with any header or without', async () => {
  const works = await startFakeLineWorks();
  const bot = await startToyBot(works);
  await works.deliver('{"type":"unknown"}');
  await works.deliver('{"type":"forged"}', { 'x-works-signature': 'AAAA' });
  await works.deliver('{"type":"unsigned"}', { 'X-WORKS-Signature': undefined });
  expect(bot.heard.map(({ event, signed }) => [event['type'], signed])).toEqual([
    ['unknown', true],
    ['forged', false],
    ['unsigned', false],
  ]);
  expect(bot.heard[2]?.headers).not.toContain('X-WORKS-Signature');
  await bot.stop();
  expect(await works.deliver('{"type":"x"}')).toMatchObject({ status: 0 });
  await works.stop();
});
