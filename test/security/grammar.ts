import { dice } from '../../demo/people.ts';
import { HOME } from '../../demo/programme.ts';
import { asks, type CommandName } from '../../programme/asks.ts';
import { catalogue } from '../../programme/catalogue.ts';

/** What people, broken clients and attackers send, from one seed: the same seed sends the same. */
export type Grammar = {
  /** From 0, below 1. */
  readonly roll: () => number;
  chance(share: number): boolean;
  pick<T>(from: readonly [T, ...T[]] | readonly T[]): T;
  int(below: number): number;
  text(): string;
  /** Any JSON, up to so deep. */
  value(depth?: number): unknown;
  /** Something that this input might hold, or that no input holds. */
  input(name: string): unknown;
  /** The name of a command and inputs for it. */
  ask(): { readonly command: string; readonly input: Record<string, unknown> };
  /** What somebody types. */
  sentence(): string;
};

const PIECES = [
  ...['状況', '報告', 'KPI報告', '訂正', '取消', '相談', '履歴', '会議作成', '会議', '欠席', '議題', '議事録', '休み'],
  ...[
    '設定',
    'なぜ',
    '登録',
    '部屋登録',
    'ヘルプ',
    '配信状況',
    'ダイジェスト',
    '未報告',
    '催促',
    '変更なし',
    '週次報告',
  ],
  ...[
    'S1-3',
    'Ｓ２－１',
    'K0-03',
    'K1-03',
    '小海町',
    '長野市',
    '実施中',
    '定着',
    '来週の金曜',
    '令和9年4月1日',
    '13:30',
  ],
  ...[
    '30/40',
    '0/0',
    '62%',
    '９９９９９９９９９９９９９',
    '-1',
    '1e309',
    'NaN',
    '全て',
    'はい',
    'いいえ',
    'スキップ',
    'やめる',
  ],
];
const ODD = [
  ...['', ' ', '\0', '\u200B', '\uFEFF', '\u202E', '\uD800', '\uDC00x', '👩‍👩‍👧‍👦', '𠮷', 'ｶﾞ', 'é', '\r\n', '\t'],
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then', 'toJSON', 'length', '$where'],
  ...[
    '<at>全員</at>',
    '<m userId="all">',
    '[a](javascript:alert(1))',
    '**',
    '](',
    '`',
    '{{DATE(2026-01-01)}}',
    '<script>',
  ],
  ...["=cmd|' /C calc'!A0", '@SUM(1)', "' OR 1=1 --", '../../etc/passwd', '%00', '%s%n', '{{7*7}}', '#{7*7}'],
  ...['null', 'undefined', 'true', '[object Object]', '9007199254740993', '0x10', '１２３', '〇', '令和', '2026-02-30'],
];
/** What clients wrap words in, and what copying brings along. */
const WRAPPED: readonly (readonly [string, string])[] = [
  ...([
    ['<div>', '</div>'],
    ['<p>', '</p><p>'],
    ['<blockquote>', '</blockquote>'],
    ['<blockquote', '>'],
  ] as const),
  ...([
    ['<quoted messageId="1"/>', ''],
    ['<quoted messageId="1">', ''],
    ['<quoted>', '</quoted>'],
  ] as const),
  ...([
    ['<at>伴走ボット</at>', ''],
    ['<at>', '</at>'],
    ['', '@伴走ボット'],
    ['＠伴走ボット ', ''],
    ['a@伴走ボット', ''],
  ] as const),
  ...([
    ['<m userId="', '">'],
    ['&lt;', '&gt;'],
    ['&#8203;', '&#xFFFFFF;'],
    ['&amp;', '&nbsp;'],
  ] as const),
  ...([
    ['\u200B', '\u2060'],
    ['\u202E', ''],
    ['\u2067', '\u2069'],
    ['\uFEFF', '\uFE0F'],
    ['\u3164', '\u{E0100}'],
  ] as const),
  ...([
    ['👩\u200D', '👧'],
    ['🏴\u{E0067}', '\u{E007F}'],
    ['か', '\u3099'],
    ['> ', ''],
    ['「', '」'],
  ] as const),
];
const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  '',
  'a.b.c',
  '__proto__.polluted',
  'answers.K0-03.value',
  '0',
  'then',
];

const PLAUSIBLE: Readonly<Record<string, readonly unknown[]>> = {
  municipality: [HOME, '203041', '202011', '小海町', '000000'],
  step: catalogue.steps.map(({ id }) => id),
  item: catalogue.items.map(({ id }) => id),
  kpi: catalogue.kpis.map(({ id }) => id),
  stage: [...catalogue.stages.map(({ id }) => id), 'confirmedNone'],
  value: [0, 62, '62', '６２％', '1,200', -1, 1e12],
  numerator: [30, '30', 0],
  denominator: [40, '40', 0],
  week: ['2026-11-23', '2026-11-16', '2026-11-24'],
  day: ['2026-12-03', '2026-02-30', 3],
  start: ['13:30', '25:00'],
  end: ['15:00', '13:00'],
  time: ['09:00', '03:00'],
  from: ['2026-12-01'],
  until: ['2026-12-05', '2026-11-01'],
  audience: ['all', 'prefecture', 'secretariat', HOME, 'none'],
  channel: ['teams', 'line-works'],
  topic: ['report-kpi', '報告'],
  seen: [0, 1, '2', -1],
  page: [1, '2', 1000, 0],
  sure: ['yes', 'no'],
  answers: [{ 'K0-03': { numerator: '30', denominator: '40' } }, { 'K0-03': 1 }, { 'K9-99': {} }],
  stages: [{ 'S1-3': { stage: 'done' } }, { 'S1-3': 'done' }],
};

/** Deeper than the stack of whoever reads it by recursion. */
const DEEP = 20_000;

export function grammarOf(seed: number): Grammar {
  const roll = dice(seed);
  const int = (below: number) => Math.floor(roll() * below);
  const chance = (share: number) => roll() < share;
  const pick = <T>(from: readonly T[]): T => from[int(from.length)] as T;
  const some = (most: number, make: () => string, between: string) =>
    Array.from({ length: int(most) + 1 }, make).join(between);
  const text = (): string => {
    if (chance(0.01)) return pick(['あ', 'a', '𠮷', '<', '*', '9']).repeat(3_000 + int(30_000));
    if (chance(0.2)) return String.fromCharCode(...Array.from({ length: int(20) }, () => int(0x10000)));
    return some(4, () => pick(chance(0.5) ? ODD : PIECES), pick(['', ' ', '　', '\n']));
  };
  const value = (depth = 3): unknown => {
    const kind = int(depth > 0 ? 9 : 6);
    if (kind === 0) return null;
    if (kind === 1) return chance(0.5);
    if (kind === 2) return pick([0, -0, 1, -1, 1.5, 1e21, 2 ** 53, int(1_000)]);
    if (kind < 6) return text();
    if (kind === 6) return Array.from({ length: int(5) }, () => value(depth - 1));
    return objectOf(Array.from({ length: int(5) }, () => [chance(0.3) ? text() : pick(NAMES), value(depth - 1)]));
  };
  const input = (name: string) => (chance(0.8) ? pick(PLAUSIBLE[name] ?? [text(), text(), 'あいう']) : value());
  const ask = () => {
    const command = pick(Object.keys(asks) as CommandName[]);
    const names = Object.keys(asks[command].shape).filter(() => chance(0.6));
    const odd = chance(0.2) ? [[pick(NAMES), value()] as const] : [];
    const given = objectOf([...names.map((name) => [name, input(name)] as const), ...odd]);
    return { command: chance(0.95) ? command : text(), input: given };
  };
  const wrapped = (words: string): string => {
    const [before, after] = pick(WRAPPED);
    const cut = int(words.length + 1);
    return pick([`${before}${words}${after}`, `${words.slice(0, cut)}${before}${words.slice(cut)}${after}`]);
  };
  const sentence = () => {
    const plain = chance(0.5) ? some(5, () => pick(PIECES), pick(['', ' ', '　'])) : text();
    return chance(0.3) ? wrapped(chance(0.3) ? wrapped(plain) : plain) : plain;
  };
  return { roll, chance, pick, int, text, value, input, ask, sentence };
}

/** Names that would change an object's prototype are names like others here, as `JSON.parse` has them. */
export function objectOf(entries: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  for (const [name, value] of entries)
    Object.defineProperty(made, name, { value, enumerable: true, configurable: true, writable: true });
  return made;
}

/** The JSON of something, now and then with a piece of it nested too deep to be read by recursion. */
export function jsonOf(value: unknown, { chance, int }: Grammar): string {
  const json = JSON.stringify(value);
  if (!chance(0.002)) return json;
  const depth = 1_000 + int(DEEP);
  const [open, close] = chance(0.5) ? ['[', ']'] : ['{"a":', '}'];
  return json.replace(/"(value|given|i|text|note|code)":("[^"]*"|\{\}|null|\d+)/, (_, name: string) => {
    return `"${name}":${open.repeat(depth)}1${close.repeat(depth)}`;
  });
}
