import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { indicatorsVerb } from '../../bot/operator/indicators.ts';
import { NATIONAL_FIGURES, type NationalFigure, nationalFigureId } from '../../programme/indicators/national-figure.ts';
import { UNDER_WAY } from '../../programme/year/under-way.ts';
import { municipal, PROGRAMME } from '../../storage/collections.ts';
import { type House, openHouse } from '../house.ts';
import { terminal } from '../operations/verbs.ts';
import { csvOf, type Line, tableOf, tableWith, turned } from './tables.ts';

const HOME = '203033';
const NOW = new Date('2026-11-24T10:00:00+09:00');
const SURVEYED = '2026-04-01';
const folder = mkdtempSync(join(tmpdir(), 'bansou-indicators-'));
let house: House;
let run: ReturnType<typeof terminal>;

beforeAll(async () => {
  house = await openHouse();
  run = terminal(house.file, NOW);
});
/** Every table is the first one. */
beforeEach(async () => {
  const { nationalFigures } = house.service.store;
  for (const code of [HOME, '204811', '203041', '203050'])
    for (const { value, etag } of await nationalFigures.list(municipal(code), NATIONAL_FIGURES))
      await nationalFigures.remove(municipal(code), nationalFigureId(value), etag);
});
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

const HEADINGS: Line = [
  '都道府県名',
  '市区町村名',
  'CIOの任命',
  'よく使う32手続のオンライン化状況',
  'よく使う32手続のオンライン化状況_実施されている手続総数（分母）',
  'よく使う32手続のオンライン化状況_実施されている手続総数のうち「オンライン化済」と回答した手続数（分子）',
];
const KOUMI: Line = ['長野県', '小海町', '実施', '63%', 24, 15];
const IKEDA: Line = ['長野県', '池田町', '未実施', '…', '', ''];

let count = 0;
const kept = (content: Uint8Array | string, name = `table-${++count}.xlsx`): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const take = (path: string, over: Parameters<typeof run>[1] = {}) =>
  run(indicatorsVerb, { rest: [path], day: SURVEYED, ...over });
const figuresOf = async (code: string): Promise<readonly NationalFigure[]> =>
  (await house.service.store.nationalFigures.list(municipal(code), NATIONAL_FIGURES)).map(({ value }) => value);
const xlsx = async (...lines: readonly Line[]) => kept(await tableOf({ 一覧: [HEADINGS, ...lines] }));

it('prints what would change, writes nothing before --apply, everything with it, and the same table adds no version', async () => {
  const path = await xlsx(KOUMI, IKEDA);
  const look = await take(path);
  expect(look.text).toContain('小海町 CIOの任命: 新しく 実施');
  expect(look.text).toContain('小海町 よく使う32手続のオンライン化状況: 新しく 63%（15/24）');
  expect(look.text).toContain('池田町 よく使う32手続のオンライン化状況: 新しく 公表されていません（表では「…」）');
  expect(look.text).toContain('CIOの任命: 調査時点 令和8年4月1日（水）');
  expect(look.text).toContain('表に行のない市町村（今の値のままです） 26件');
  expect(look.text).toContain('何も変えていません');
  expect(await figuresOf(HOME)).toEqual([]);
  expect((await take(path, { apply: true, operator: '鈴木 一郎' })).text).toContain('記録しました');
  expect(await figuresOf(HOME)).toHaveLength(2);
  expect((await figuresOf(HOME))[1]).toMatchObject({
    surveyedOn: SURVEYED,
    versions: [{ reading: { value: 63, numerator: 15, denominator: 24 }, importedBy: '鈴木 一郎', via: 'cli' }],
  });
  expect((await take(path, { apply: true })).text).toContain('変わる値はありません');
  expect((await figuresOf(HOME)).map(({ versions }) => versions.length)).toEqual([1, 1]);
});

it('makes a version of a newer table of the same survey, and another figure of another survey', async () => {
  await take(await xlsx(KOUMI), { apply: true });
  const path = await xlsx(['長野県', '小海町', '未実施', '67%', 24, 16]);
  expect((await take(path)).text).toContain('小海町 CIOの任命: 実施 → 未実施');
  await take(path, { apply: true });
  await take(path, { apply: true, day: '2025-04-01' });
  const figures = await figuresOf(HOME);
  expect(figures.map(({ surveyedOn, versions }) => [surveyedOn, versions.length])).toEqual([
    ['2025-04-01', 1],
    [SURVEYED, 2],
    ['2025-04-01', 1],
    [SURVEYED, 2],
  ]);
  expect(figures[1]?.versions.map(({ reading }) => reading.value)).toEqual([1, 0]);
});

const encodings: readonly (readonly [string, (lines: readonly Line[]) => Uint8Array | string])[] = [
  ['UTF-8', (lines) => csvOf(lines)],
  ['UTF-8 with its sign', (lines) => `\ufeff${csvOf(lines)}`],
  ['UTF-16 with tabs, as the dashboard gives it', (lines) => Buffer.from(`\ufeff${csvOf(lines, '\t')}`, 'utf16le')],
  ['UTF-8, the municipalities beside each other', (lines) => csvOf(turned(lines))],
];
it.each(encodings)('reads a csv in %s', async (_, written) => {
  const plain = [
    HEADINGS,
    KOUMI,
    ['長野県', '川上村', '実施', '50%', 20, 10],
    ['長野県', '南牧村', '×', '…', '', ''],
  ].map((line) => line.slice(1).map((cell) => cell));
  const named = plain.map((line, at) => (at === 0 ? line : [`長野県${String(line[0])}`, ...line.slice(1)]));
  await take(kept(written(named), `table-${++count}.csv`), { apply: true });
  expect((await figuresOf(HOME)).map(({ versions: [version] }) => version?.reading)).toEqual([
    { value: 1 },
    { value: 63, numerator: 15, denominator: 24 },
  ]);
});

it('reads a csv in Shift_JIS', async () => {
  const bytes = Buffer.from(
    '8e738be692ac91ba96bc2c43494f82cc944396bd0d0a92b796ec8ca78fac8a4392ac2c8ec08e7b0d0a',
    'hex',
  );
  expect((await take(kept(bytes, 'sjis.csv'), { apply: true })).text).toContain('小海町 CIOの任命: 新しく 実施');
});

it('lists what is not matched with its sheet, its line and what to write, and takes the rest', async () => {
  const path = await xlsx(
    KOUMI,
    [undefined, '池田町', '実施', '50%'],
    ['愛知県', '小海町', '実施', '50%'],
    ['宮城県', '富谷町', '実施', '50%'],
    ['長野県', '豊科町', '実施', '50%'],
    ['長野県', '', '実施', '72%'],
    ['愛知県', '名古屋市', '実施', '72%'],
    ['長野県', '長野県', '実施', '72%'],
  );
  const { text, ok } = await take(path, { apply: true });
  expect(ok).toBe(true);
  expect(text).toContain('「一覧」3行目: 「池田町」は4つあります。');
  expect(text).toContain('「長野県池田町」');
  expect(text).toContain('「一覧」4行目: 「小海町」はこの県・郡にありません（長野県小海町）。');
  expect(text).toContain('「一覧」5行目: 「富谷町」という市町村はありません。「宮城県富谷市」のことなら');
  expect(text).toContain('「一覧」6行目: 「豊科町」という市町村はありません。');
  expect(text).toContain('ほかの市町村の行 1件・都道府県の行 1件');
  expect(await figuresOf(HOME)).toHaveLength(2);
  expect(await figuresOf('204811')).toEqual([]);
});

const ways: readonly (readonly [string, Line])[] = [
  ['the 郡 in front', ['長野県', '南佐久郡小海町', '実施', '63%', 24, 15]],
  ['the prefecture in front', [undefined, '長野県小海町', '実施', '63%', 24, 15]],
  ['the prefecture behind', [undefined, '小海町（長野県）', '実施', '63%', 24, 15]],
  ['blanks and full width', ['長野', '小　海　町', '実施', '６３％', '２４', '１５']],
  ['a number of percent', ['長野県', '小海町', '○', 63, 24, 15]],
];
it.each(ways)('matches %s', async (_, line) => {
  await take(await xlsx(line), { apply: true });
  expect((await figuresOf(HOME)).map(({ versions: [version] }) => version?.reading)).toEqual([
    { value: 1 },
    { value: 63, numerator: 15, denominator: 24 },
  ]);
});

const faults: readonly (readonly [string, readonly Line[], string])[] = [
  [
    'a text for a number',
    [KOUMI, ['長野県', '川上村', '実施', 'たくさん']],
    '「一覧」3行目: 「よく使う32手続のオンライン化状況」「たくさん」は数ではありません',
  ],
  [
    'a word that is no answer',
    [['長野県', '小海町', 'たぶん', '63%']],
    '「一覧」2行目: 「CIOの任命」「たぶん」は読み取れません',
  ],
  ['more than everything', [['長野県', '小海町', '実施', '120%']], '100%を超えています'],
  ['a numerator above its denominator', [['長野県', '小海町', '実施', '63%', 15, 24]], '分子 24 が分母 15 より大きく'],
  ['parts that do not fit', [['長野県', '小海町', '実施', '80%', 24, 15]], '値 80% と 分子/分母 15/24 が合いません'],
  [
    'a municipality twice',
    [KOUMI, ['長野県', '南佐久郡小海町', '未実施', '63%', 24, 15]],
    '「一覧」3行目: 小海町が2行目にもあります',
  ],
  [
    'shares of one',
    [
      ['長野県', '小海町', '実施', 0.63],
      ['長野県', '川上村', '実施', 0.5],
    ],
    '0から1の数です',
  ],
  [
    'nothing behind the comma of a part',
    [['長野県', '小海町', '実施', '63%', 24, '十五']],
    '「十五」は整数ではありません',
  ],
];
it.each(faults)('writes nothing of a table with %s', async (_, lines, expected) => {
  const { ok, text } = await take(await xlsx(...lines), { apply: true });
  expect(ok).toBe(false);
  expect(text).toContain(expected);
  expect(text).toContain('何も変えていません');
  expect(await figuresOf(HOME)).toEqual([]);
});

const refused: readonly (readonly [string, () => Promise<Uint8Array> | Uint8Array, string])[] = [
  [
    'without a column of municipalities',
    () =>
      tableOf({
        一覧: [
          ['番号', 'CIOの任命'],
          [1, '実施'],
        ],
      }),
    '市町村の列がありません',
  ],
  [
    'with new headings only',
    () =>
      tableOf({
        一覧: [
          ['市区町村名', 'CIOを任命したか'],
          ['小海町', '実施'],
        ],
      }),
    '知っている指標の見出しがありません（一覧の「CIOを任命したか」）',
  ],
  [
    'with one heading twice',
    () =>
      tableOf({
        一覧: [
          ['市区町村名', 'CIOの任命', 'CIOの任命'],
          ['小海町', '実施', '未実施'],
        ],
      }),
    '「CIOの任命」が2つあります',
  ],
  [
    'with a program in it',
    async () =>
      zipSync({ ...unzipSync(await tableOf({ 一覧: [HEADINGS, KOUMI] })), 'xl/vbaProject.bin': strToU8('x') }),
    'マクロの入ったファイルです',
  ],
  [
    'that says it may hold a program',
    async () => {
      const parts = unzipSync(await tableOf({ 一覧: [HEADINGS, KOUMI] }));
      const types = strFromU8(parts['[Content_Types].xml'] ?? new Uint8Array());
      const macros = types.replace(
        /openxmlformats-officedocument\.spreadsheetml\.sheet\.main/,
        'ms-excel.sheet.macroEnabled.main',
      );
      return zipSync({ ...parts, '[Content_Types].xml': strToU8(macros) });
    },
    '「Excelブック（*.xlsx）」で保存し直して',
  ],
  ['that is a picture renamed', () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0xff, 0xfe, 0x81]), '取り込めません'],
  ['that is an old workbook', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), '取り込めません'],
  ['of 50 MB', () => new Uint8Array(50_000_000), '10MBまで'],
  ['that is empty', () => Buffer.from(''), '市町村の列がありません'],
];
it.each(refused)('refuses a file %s', async (_, content, expected) => {
  const { ok, text } = await take(kept(await content()), { apply: true });
  expect(ok).toBe(false);
  expect(text).toContain(expected);
  expect(await figuresOf(HOME)).toEqual([]);
});

it('a half-done 年度更新 takes none, and says what to do', async () => {
  const { yearsUnderWay } = house.service.store;
  const step = { fiscalYear: 2027, operator: 'somebody', at: NOW.toISOString() };
  await yearsUnderWay.put({ ...step, people: [], municipalities: [], meetings: [] }, 'absent');
  const { ok, text } = await take(await xlsx(KOUMI), { apply: true });
  const found = await yearsUnderWay.get(PROGRAMME, UNDER_WAY);
  if (found) await yearsUnderWay.remove(PROGRAMME, UNDER_WAY, found.etag);
  expect(ok).toBe(false);
  expect(text).toContain('年度更新の途中のため、取り込めません');
  expect(text).toContain('new-year --drop');
  expect(await figuresOf(HOME)).toEqual([]);
});

it('names the headings it does not read, beside those it does', async () => {
  const path = kept(
    await tableOf({
      一覧: [
        [...HEADINGS, '新しい指標'],
        [...KOUMI, '実施'],
      ],
    }),
  );
  const { text } = await take(path);
  expect(text).toContain('読まない見出し 1件');
  expect(text).toContain('・「新しい指標」');
});

it('asks for the day of the survey where nobody knows it', async () => {
  const path = kept(
    await tableOf({
      一覧: [
        ['市区町村名', 'マイナンバーカードの保有状況'],
        ['小海町', '74%'],
      ],
    }),
  );
  const without = await take(path, { day: undefined, apply: true });
  expect(without.ok).toBe(false);
  expect(without.text).toContain('「マイナンバーカードの保有状況」の調査時点が分かりません。--day');
  expect((await take(path, { apply: true })).ok).toBe(true);
  expect((await take(path, { day: '2027-04-01' })).text).toContain('今日より前の日');
});

it('reads no cell that hides what it has, or that is an error', async () => {
  const lines = [HEADINGS, KOUMI];
  const hidden = await tableWith(lines, (sheet) => {
    sheet.getCell('C2').numFmt = ';;;';
  });
  expect((await take(kept(hidden), { apply: true })).text).toContain('「一覧」2行目: 「CIOの任命」');
  const broken = await tableWith(lines, (sheet) => {
    sheet.getCell('C2').value = { error: '#N/A' };
  });
  expect((await take(kept(broken), { apply: true })).text).toContain('セルがエラー');
  expect(await figuresOf(HOME)).toEqual([]);
});

it('tells a 団体コード that is of another municipality than the name', async () => {
  const path = kept(
    await tableOf({
      一覧: [
        ['団体コード', '市区町村名', 'CIOの任命'],
        ['203041', '小海町', '実施'],
      ],
    }),
  );
  expect((await take(path)).text).toContain('「小海町」と団体コード「203041」が合いません');
});
