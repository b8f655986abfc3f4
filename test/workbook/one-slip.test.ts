import { type Fault, faultText } from '../../documents/workbook/fault.ts';
import { readWorkbook } from '../../documents/workbook/read.ts';
import { catalogue } from '../../programme/catalogue.ts';
import { bytesOf, type Edits, good, type Rows, workbookOf } from './sample.ts';

/** 25 lines of 取組 for one municipality, beside what the sample has. */
const many: Rows = {
  ...good,
  取組: catalogue.items.map(({ id }) => ['203033', id, '令和6年度', '2025/2/28']),
};

async function faultsOf(edits: Edits, rows: Rows = good): Promise<readonly Fault[]> {
  const read = await readWorkbook(await bytesOf(workbookOf(rows, edits)));
  return read.ok ? [] : read.faults;
}
const places = async (edits: Edits, rows?: Rows) =>
  (await faultsOf(edits, rows)).map(({ sheet, row, column }) => `${sheet} ${row} ${column}`);

describe('what follows from a slip is not told', () => {
  test.each<[string, Edits, readonly string[]]>([
    ['a mistyped code', { 市町村: { 2: { 1: '203034' } } }, ['市町村 2 団体コード']],
    ['two digits changed round', { 市町村: { 2: { 1: '230033' } } }, ['市町村 2 団体コード']],
    ['a code without its check digit', { 市町村: { 2: { 1: '20303' } } }, ['市町村 2 団体コード']],
    ['a code of another municipality', { 市町村: { 2: { 1: '203041' } } }, ['市町村 3 団体コード']],
    ['a code of another prefecture', { 市町村: { 2: { 1: '131016' } } }, ['市町村 2 団体コード']],
    ['no code at all', { 市町村: { 2: { 1: null } } }, ['市町村 2 団体コード']],
    ['a word for a code', { 市町村: { 2: { 1: '小海' } } }, ['市町村 2 団体コード']],
    ['a name that is none', { 市町村: { 2: { 2: '小海' } } }, ['市町村 2 市町村名']],
    ['no name', { 市町村: { 2: { 2: null } } }, ['市町村 2 市町村名']],
    ['an unknown 区分', { 市町村: { 2: { 4: '？' } } }, ['市町村 2 区分']],
    ['no 圏域', { 市町村: { 2: { 3: null } } }, ['市町村 2 圏域']],
    ['a mistyped fiscal year', { 事業: { 4: { 2: '令和5年度' } } }, ['事業 5 開始日']],
    ['a fiscal year that is none', { 事業: { 4: { 2: '来年度' } } }, ['事業 4 年度']],
    ['a start in another year', { 事業: { 5: { 2: '2023/8/15' } } }, ['事業 5 開始日']],
    ['no prefecture', { 事業: { 3: { 2: null } } }, ['事業 3 県']],
  ])('%s', async (_, edits, expected) => {
    expect(await places(edits, many)).toEqual(expected);
  });

  test('nobody is offered another municipality for one that is there', async () => {
    const faults = await faultsOf({ 市町村: { 2: { 4: '？' }, 3: { 1: null } } }, many);
    expect(faults.map(faultText).join('\n')).not.toMatch(/ではありませんか/);
  });

  test('the same unknown municipality is one fault with its places', async () => {
    const rows = { ...many, 取組: (many['取組'] ?? []).map((row) => ['202029', ...row.slice(1)]) };
    const faults = await faultsOf({}, rows);
    expect(faults.map(faultText)).toEqual([
      expect.stringMatching(
        /^「取組」2行目「団体コード」: 「202029」は「市町村」シートにありません（「取組」3〜26行目も同じ）/,
      ),
    ]);
  });
});

describe('nobody is sent to a cell that is right, or to a code that is not', () => {
  const slips: Edits = { 市町村: { 3: { 1: '203040' } }, 名簿: { 4: { 4: '小海町、203042' } } };

  test('a mistyped code in 市町村 and another one in 名簿 are both told, and nothing else', async () => {
    expect((await faultsOf(slips)).map(faultText)).toEqual([
      expect.stringMatching(/^「市町村」3行目「団体コード」: 団体コード「203040」は検査数字/),
      expect.stringMatching(/^「名簿」4行目「担当市町村」: 団体コード「203042」は検査数字/),
    ]);
  });

  test.each<[string, Edits, readonly string[]]>([
    [
      'another town’s right code is not taken for that of the row',
      { 市町村: { 3: { 1: '203040' } }, 取組: { 2: { 1: '203050' } } },
      ['市町村 3 団体コード', '取組 2 団体コード'],
    ],
    [
      'a code like the rejected one, while the right one is written nowhere',
      {
        市町村: { 3: { 1: '203040' } },
        名簿: { 4: { 4: '小海町' } },
        取組: { 5: { 1: '203042' } },
        KPI: { 5: { 1: '川上村' } },
        閉庁日: { 3: { 2: '川上村' } },
      },
      ['市町村 3 団体コード', '取組 5 団体コード'],
    ],
    [
      'code and name of one row',
      { 市町村: { 3: { 1: '203040', 2: '川上' } } },
      ['市町村 3 団体コード', '市町村 3 市町村名'],
    ],
    [
      'a mistyped code that was copied',
      { 市町村: { 3: { 1: '203040' } }, 取組: { 5: { 1: '203040' } }, KPI: { 5: { 1: 203040 } } },
      ['市町村 3 団体コード', '取組 5 団体コード'],
    ],
    ['a name twice', { 市町村: { 3: { 2: '小海町' } } }, ['市町村 3 市町村名']],
  ])('%s', async (_, edits, expected) => {
    expect(await places(edits)).toEqual(expected);
  });

  test.each<[string, Edits, RegExp, RegExp]>([
    [
      'a code at fault',
      { 市町村: { 3: { 1: '203040' } }, 取組: { 2: { 1: '203050' } } },
      /^「取組」2行目.*「203050」は「市町村」シートにありません/,
      /203040/,
    ],
    [
      'the code of a row, for a name like it',
      { 市町村: { 3: { 1: '203040' } }, 取組: { 2: { 1: '川下村' } } },
      /「川上村」ではありませんか/,
      /203040/,
    ],
    [
      'a code of another prefecture',
      { 市町村: { 2: { 1: '131016' } }, 取組: { 5: { 1: '131024' } } },
      /「131024」は「市町村」シートにありません/,
      /131016/,
    ],
  ])('what is never recommended: %s', async (_, edits, says, never) => {
    const told = (await faultsOf(edits)).map(faultText);
    expect(told).toContainEqual(expect.stringMatching(says));
    expect(told.filter((one) => !one.startsWith('「市町村」')).join('\n')).not.toMatch(never);
  });
});

test.each<[string, Edits, string]>([
  ['its code', { 市町村: { 3: { 1: '203050' } } }, '「川上村」（203050）'],
  ['its name', { 市町村: { 3: { 2: '川下村' } } }, '「川下村」（203041）'],
])('a row of 市町村 that has another municipality for %s is what is to be looked at', async (_, edits, row) => {
  const told = (await faultsOf(edits)).map(faultText);
  expect(told).toHaveLength(1);
  expect(told[0]).toContain(`→ 「市町村」シートの${row}の団体コードと市町村名が合っているか確かめてください`);
});

describe('one cause is one fault with its rows', () => {
  test('a municipality becomes 支援対象外', async () => {
    const told = (await faultsOf({ 市町村: { 2: { 4: '支援対象外' } } }, many)).map(faultText);
    expect(told).toEqual([
      expect.stringMatching(
        /^「名簿」2行目「担当市町村」: 小海町は支援対象外の市町村です（「名簿」4行目も同じ） → 役割を/,
      ),
      expect.stringMatching(
        /^「取組」2行目「団体コード」: 小海町は支援対象外の市町村です（「取組」3〜26行目、「KPI」2〜4行目も同じ） → 行を消すか/,
      ),
    ]);
  });

  test('two of them are two faults', async () => {
    const edits = { 市町村: { 2: { 4: '支援対象外' }, 3: { 4: '支援対象外' } }, 名簿: { 4: { 4: '川上村' } } };
    const found = await places(edits);
    expect(found).toEqual(['名簿 2 担当市町村', '名簿 3 担当市町村', '取組 2 団体コード', '取組 5 団体コード']);
  });

  test('a municipality is taken out of 市町村, written by code and by name elsewhere', async () => {
    const rows = { ...good, 市町村: (good['市町村'] ?? []).filter(([, name]) => name !== '川上村') };
    expect((await faultsOf({}, rows)).map(faultText)).toEqual([
      expect.stringMatching(
        /^「名簿」3行目「担当市町村」: 「川上村」は「市町村」シートにありません（「名簿」4行目、「取組」5行目、「KPI」5行目、「閉庁日」3行目も同じ）/,
      ),
    ]);
  });

  test('rows that lie apart are counted after a dozen', async () => {
    const rows = (many['取組'] ?? []).map((row, at) => [at % 2 === 0 ? '202029' : (row[0] ?? null), ...row.slice(1)]);
    expect((await faultsOf({}, { ...many, 取組: [...rows, ...rows.slice(0, 3)] })).map(faultText)).toContainEqual(
      expect.stringMatching(/（「取組」4・6・8・10・12・14・16・18・20・22・24・26行目ほか\d+か所も同じ）/),
    );
  });

  test('more weekly KPIs than are asked for', async () => {
    const ids = ['K0-03', 'K0-04', 'K1-03', 'K1-04', 'K1-06', 'K3-201', 'K1-01', 'K2-01'];
    const rows = { ...good, KPI: ids.map((id) => ['小海町', id, null, null, null, '○']) };
    expect((await faultsOf({}, rows)).map(faultText)).toEqual([
      '「KPI」7行目「週次」: 小海町の週次の指標が8つあります（「KPI」2〜9行目） → ○を5つまでに減らしてください',
    ]);
  });
});

describe('no fault hides another one', () => {
  test.each<[string, Edits, readonly string[]]>([
    [
      '事業 and dates of others',
      {
        事業: { 3: { 2: null } },
        会議: { 2: { 3: '2042/9/19' } },
        取組: { 2: { 4: '2026/2/28' } },
        KPI: { 2: { 5: '2024/4/1' } },
      },
      ['事業 3 県', '取組 2 期限', 'KPI 2 期限', '会議 2 日付'],
    ],
    [
      '年度 and years of others',
      { 事業: { 4: { 2: '？' } }, 取組: { 2: { 3: '令和5年度' } } },
      ['事業 4 年度', '取組 2 実施年度'],
    ],
    [
      'cells of one row',
      { KPI: { 3: { 4: 120, 5: '？' } }, 名簿: { 2: { 4: null, 5: '？' } } },
      ['名簿 2 メール', '名簿 2 担当市町村', 'KPI 3 期限', 'KPI 3 目標値'],
    ],
    ['a bad row and its repetition', { 取組: { 2: { 4: '？' }, 3: { 2: 'S1-3' } } }, ['取組 2 期限', '取組 3 項目ID']],
    [
      'a mistyped code and another unknown one',
      { 市町村: { 2: { 1: '203034' } }, 会議: { 3: { 7: '松本市' } } },
      ['市町村 2 団体コード', '会議 3 対象'],
    ],
    [
      'two unknown ones in a cell',
      { 名簿: { 4: { 4: '松本市、飯田市' } } },
      ['名簿 4 担当市町村', '名簿 4 担当市町村'],
    ],
    ['times of a meeting on a bad day', { 会議: { 2: { 3: '？', 5: '13:00' } } }, ['会議 2 日付', '会議 2 終了']],
  ])('%s', async (_, edits, expected) => {
    expect(await places(edits)).toEqual(expected);
  });

  test('municipalities that other sheets name, when 市町村 has no row', async () => {
    expect((await faultsOf({}, { ...good, 市町村: [] })).length).toBeGreaterThan(0);
  });
});

test('a municipality that is never asked anything is told', async () => {
  const read = await readWorkbook(await bytesOf(workbookOf(good, { KPI: { 5: { 6: null } } })));
  expect(read.ok && read.notes.map(faultText)).toEqual([
    '「市町村」3行目「市町村名」: 川上村には毎週聞く指標がありません → 「KPI」シートで、聞きたい指標の「週次」に○を付けてください',
  ]);
});
