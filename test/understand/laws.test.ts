import fc from 'fast-check';
import { commands } from '../../bot/features/index.ts';
import { registryOf } from '../../bot/registry.ts';
import { understand } from '../../bot/understand/understand.ts';
import { type Verdict, verdictOn } from '../../bot/understand/verdict.ts';
import { type As, labelled, openWorld, type World } from './world.ts';

const { writes } = registryOf(commands);

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

async function read(text: string, as: As = 'town'): Promise<Verdict> {
  const turn = world.turn(as);
  return verdictOn(await understand(text, commands, turn), commands, turn);
}
const writesNothing = ({ command, input, sure }: Verdict) => !sure || !writes(command, input);

const kpis = [
  ['K0-03', 'DX基礎研修受講率', '62', '%', { kpi: 'K0-03', value: 62 }],
  ['K1-04', '所管課ヒアリング実施率', '8/20', '', { kpi: 'K1-04', numerator: 8, denominator: 20 }],
  ['K2-04', 'DX推進会議等の開催回数', '3', '回', { kpi: 'K2-04', value: 3 }],
  ['K3-804', '年間IT経費の削減見込額', '1,200千円', '', { kpi: 'K3-804', value: 1200 }],
] as const;
const items = [
  ['S1-3', '全体方針の決定', '完了', 'done'],
  ['S3-7', 'テレワークの推進', '検討中', 'considering'],
  ['S2-1', 'CIO・CISO等の任命', '実施中', 'inProgress'],
] as const;
const hello = fc.constantFrom(
  '',
  '',
  'お疲れ様です。',
  'お世話になっております。',
  'すみません、',
  '今週の',
  'こんにちは ',
);
const polite = fc.constantFrom(
  '',
  'です',
  'です。',
  'でした',
  'でお願いします',
  'です。よろしくお願いします。',
  'でした！',
  'です 以上です',
);
const particle = fc.constantFrom(' ', 'は', 'は、', 'が', '：', '、', '　', ' は ', '\n');
const width = fc.constantFrom(
  (text: string) => text,
  wide,
  (text: string) => text.toLowerCase(),
  halfKana,
);

/** ASCII in full width, as an input method leaves it. */
function wide(text: string): string {
  return text
    .replace(/[!-~]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0))
    .replace(/ /g, '　');
}

/** Katakana in half width, as old systems print it. */
function halfKana(text: string): string {
  const full = 'テレワークオンライン';
  const half = ['ﾃ', 'ﾚ', 'ﾜ', 'ｰ', 'ｸ', 'ｵ', 'ﾝ', 'ﾗ', 'ｲ', 'ﾝ'];
  return [...text].map((sign) => half[[...full].indexOf(sign)] ?? sign).join('');
}

const kpiSentence = fc
  .record({
    kpi: fc.constantFrom(...kpis),
    byName: fc.boolean(),
    unit: fc.boolean(),
    first: fc.boolean(),
    hello,
    polite,
    particle,
    width,
  })
  .map(
    ({
      kpi: [id, name, value, unit, input],
      byName,
      unit: withUnit,
      first,
      hello: greeting,
      polite: end,
      particle: between,
      width: as,
    }) => {
      const [key, said] = [byName ? name : id, `${value}${withUnit ? unit : ''}`];
      const body = first ? `${said} ${key}` : `${key}${between}${said}`;
      return { text: as(`${greeting}${body}${first && !byName ? '' : end}`), input };
    },
  );

const itemSentence = fc
  .record({
    item: fc.constantFrom(...items),
    byName: fc.boolean(),
    first: fc.boolean(),
    hello,
    polite,
    particle,
    width,
  })
  .map(
    ({ item: [id, name, said, stage], byName, first, hello: greeting, polite: end, particle: between, width: as }) => {
      const key = byName ? name : id;
      const body = first ? `${said}　${key}` : `${key}${between}${said}${end}`;
      return { text: as(`${greeting}${body}`), input: { item: id, stage } };
    },
  );

it('reads a KPI the same with any politeness, particles, width and order', async () => {
  await fc.assert(
    fc.asyncProperty(kpiSentence, async ({ text, input }) => {
      expect(await read(text)).toEqual({ command: 'report-kpi', input, sure: true, ask: [] });
    }),
    { numRuns: 400 },
  );
});

it('reads an item the same with any politeness, particles, width and order', async () => {
  await fc.assert(
    fc.asyncProperty(itemSentence, async ({ text, input }) => {
      expect(await read(text)).toEqual({ command: 'report-item', input, sure: true, ask: [] });
    }),
    { numRuns: 400 },
  );
});

/** What is written down as it stands (相談 …, 議題 …) may hold any word. */
const FREE = ['ask-help', 'add-agenda', 'schedule-meeting', 'settings'];
const reports = labelled('tuning').filter(({ sure, command }) => sure && !FREE.includes(command));
const turned = fc.constantFrom(
  '？',
  '?',
  'ですか',
  'ではありません',
  'じゃないです',
  'ではない',
  'とは限らない',
  'わけではない',
  'でしたっけ',
  'かな',
  'っけ？',
  'でしょうか',
);

it('writes nothing for a sentence with a negation or a question mark', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...reports), turned, async ({ text, as }, turn) => {
      expect(writesNothing(await read(`${text.replace(/[。！!\s]+$/, '')}${turn}`, as))).toBe(true);
    }),
    { numRuns: 1500 },
  );
});

const STANDING = ['notStarted', 'considering', 'inProgress', 'confirmedNone'];
const around = fc.constantFrom('もし', 'まだ', 'たぶん', '来月', '例えば', '誰か', 'なぜ');
it('writes nothing for a sentence that begins in doubt', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...reports.filter(({ command }) => command.startsWith('report'))),
      around,
      async ({ text, as, input }, before) => {
        // まだ検討中 says that it is so; まだ完了 denies it.
        fc.pre(before !== 'まだ' || !STANDING.includes(String(input['stage'])));
        expect(writesNothing(await read(`${before}${text}`, as))).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});

it('stands any text, and writes nothing for what nobody wrote to it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 200 }), async (text) => {
      expect(writesNothing(await read(text))).toBe(true);
    }),
    { numRuns: 500 },
  );
});

it.each(['一', '1,', '一二三', '来週の月曜から', 'K0-03 62 ', '10/', 'か', '全体方針', 'https://', '間違'])(
  'reads the longest text there may be, of nothing but %s, in a moment',
  async (unit) => {
    const began = performance.now();
    await read(unit.repeat(Math.floor(4000 / unit.length)));
    expect(performance.now() - began).toBeLessThan(1000);
  },
);

test('a year the programme does not know is refused, and so it is not sure', async () => {
  expect(await read('状況 令和6年度')).toMatchObject({ command: 'show-status', sure: true });
  for (const said of ['状況 令和3年度', 'KPI 令和3年度', '履歴 K0-03 令和3年度'])
    expect(await read(said)).toMatchObject({ input: { year: 2021 }, sure: false });
});
