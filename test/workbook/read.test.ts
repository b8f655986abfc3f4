import { type Fault, faultText } from '../../documents/workbook/fault.ts';
import { readWorkbook } from '../../documents/workbook/read.ts';
import { template } from '../../documents/workbook/template.ts';
import { catalogue, dueIn, type Kpi } from '../../programme/catalogue.ts';
import { bytesOf, type Edits, edited, filledTemplate, good, workbookOf } from './sample.ts';

async function contentOf(bytes: Uint8Array) {
  const read = await readWorkbook(bytes);
  if (!read.ok) throw new Error(read.faults.map(faultText).join('\n'));
  return read;
}

async function faultsOf(edits: Edits): Promise<readonly Fault[]> {
  const read = await readWorkbook(await edited(edits));
  return read.ok ? [] : read.faults;
}

const place = ({ sheet, row, column }: Fault): string => `${sheet} ${row} ${column}`;

describe('a workbook without a fault', () => {
  test('the filled-in template says what was written', async () => {
    const { content, notes } = await contentOf(await filledTemplate());
    expect(notes).toEqual([]);
    expect(content.programme).toEqual({
      name: '令和6年度 市町村DX伴走支援事業',
      prefecture: '長野県',
      fiscalYear: 2024,
      start: '2024-08-15',
      end: '2025-03-14',
      checkIn: { weekday: 1, time: '09:00' },
      nudge: { weekday: 3, time: '09:00' },
      digest: { weekday: 5, time: '16:00' },
      closures: [
        { day: '2024-08-16', whom: 'all', reason: '夏季休業' },
        { day: '2024-10-10', whom: '203041', reason: '村民祭' },
      ],
    });
    expect(content.municipalities[1]).toEqual({ code: '203041', name: '川上村', area: '佐久', supported: true });
    expect(content.members[2]).toEqual({
      name: '派遣 一郎',
      role: 'expert',
      office: '株式会社デジタル',
      municipalities: ['203033', '203041'],
      email: 'ichiro@expert.example.jp',
      chat: 'teams',
      lead: false,
    });
    expect(content.items).toContainEqual({ municipality: '203033', item: 'S3-7', year: 'none' });
    expect(content.items).toContainEqual({ municipality: '203033', item: 'S3-3', year: 'later', due: '2026-03-31' });
    expect(content.kpis).toEqual([
      { municipality: '203033', kpi: 'K1-01', baseline: 60, target: 100, due: '2025-02-28', weekly: true },
      { municipality: '203033', kpi: 'K0-03', baseline: 0, target: 80, due: '2025-02-28', weekly: true },
      { municipality: '203033', kpi: 'K2-01', baseline: 0, target: 1, due: '2025-01-31', weekly: false },
      { municipality: '203041', kpi: 'K0-03', target: 80, weekly: true },
    ]);
    expect(content.meetings.map(({ id, start, end, audience }) => [id.slice(0, 22), start, end, audience])).toEqual([
      ['meeting-20240920T0500Z', '14:00', '15:30', ['all']],
      ['meeting-20241003T0430Z', '13:30', '14:30', ['203033']],
    ]);
  });

  test('the order of the rows of 事業, blank rows and unused sheets do not matter', async () => {
    const workbook = workbookOf({
      ...good,
      事業: [...(good['事業'] ?? [])].reverse(),
      市町村: [[], ...(good['市町村'] ?? []), [' ']],
    });
    workbook.addWorksheet('使い方');
    workbook.addWorksheet('メモ');
    const { content, notes } = await contentOf(await bytesOf(workbook));
    expect(content.municipalities).toHaveLength(3);
    expect(notes.map(place)).toEqual(['メモ 0 ']);
  });

  test('cells as Excel keeps them: rich text, links, formulas, times, percentages', async () => {
    const workbook = workbookOf(good, {
      市町村: { 2: { 2: { richText: [{ text: '小海' }, { text: '町' }] } } },
      名簿: { 2: { 5: { text: 'hanako@town.example.jp', hyperlink: 'mailto:hanako@town.example.jp' } } },
      取組: { 2: { 4: { formula: 'DATE(2025,2,28)', result: new Date('2025-02-28') } } },
      会議: { 2: { 3: 45555, 4: new Date('1899-12-30T13:59:59.999Z'), 5: 15.5 / 24 } },
    });
    const target = workbook.getWorksheet('KPI')?.getCell('D3');
    if (target) Object.assign(target, { value: 0.8, numFmt: '0%' });
    const { content } = await contentOf(await bytesOf(workbook));
    expect(content.municipalities[0]?.name).toBe('小海町');
    expect(content.members[0]?.email).toBe('hanako@town.example.jp');
    expect(content.items[0]?.due).toBe('2025-02-28');
    expect(content.kpis[1]?.target).toBe(80);
    expect(content.meetings[0]).toMatchObject({ day: '2024-09-20', start: '14:00', end: '15:30' });
  });

  test.each([['長野県小海町'], ['南佐久郡小海町'], ['小海町役場'], [203033], ['２０３０３３'], [' 小海町 ']])(
    'a municipality may be written %p',
    async (written) => {
      const { content } = await contentOf(await edited({ 取組: { 2: { 1: written } } }));
      expect(content.items[0]?.municipality).toBe('203033');
    },
  );

  test.each([
    ['2025/2/28'],
    ['2025-02-28'],
    ['2025年2月28日'],
    ['令和7年2月28日（金）'],
    ['R7.2.28'],
    ['ｒ７．２．２８'],
    ['20250228'],
  ])('a day may be written %p', async (written) => {
    const { content } = await contentOf(await edited({ 取組: { 2: { 4: written } } }));
    expect(content.items[0]?.due).toBe('2025-02-28');
  });
});

describe('faults', () => {
  const cases: readonly (readonly [string, Edits, string, RegExp])[] = [
    ['an empty required cell', { 名簿: { 2: { 1: null } } }, '名簿 2 氏名', /空です/],
    ['a wrong check digit', { 市町村: { 2: { 1: '203034' } } }, '市町村 2 団体コード', /検査数字/],
    ['a code without its check digit', { 市町村: { 2: { 1: '20303' } } }, '市町村 2 団体コード', /「203033」/],
    ['another prefecture', { 市町村: { 3: { 1: '131016' } } }, '市町村 3 団体コード', /「20」から/],
    ['a name that is no municipality', { 市町村: { 2: { 2: '小海' } } }, '市町村 2 市町村名', /町・村/],
    ['a code twice', { 市町村: { 3: { 1: '203033' } } }, '市町村 3 団体コード', /2行目にも/],
    ['a name twice', { 市町村: { 3: { 2: '小海町' } } }, '市町村 3 市町村名', /2行目にも/],
    ['an unknown word', { 名簿: { 2: { 2: '部長' } } }, '名簿 2 役割', /「市町村」「派遣人材」/],
    ['an unknown municipality', { 名簿: { 2: { 4: '小梅町' } } }, '名簿 2 担当市町村', /「小海町」（203033）/],
    ['one of several unknown', { 名簿: { 4: { 4: '小海町、松本市' } } }, '名簿 4 担当市町村', /「松本市」/],
    ['a code not in the programme', { 取組: { 2: { 1: '202029' } } }, '取組 2 団体コード', /シートにありません/],
    ['no municipality for 市町村', { 名簿: { 2: { 4: null } } }, '名簿 2 担当市町村', /空です/],
    ['no municipality for 派遣人材', { 名簿: { 4: { 4: null } } }, '名簿 4 担当市町村', /空です/],
    ['市町村 of an unsupported one', { 名簿: { 2: { 4: '長野市' } } }, '名簿 2 担当市町村', /支援対象外/],
    ['no mail address', { 名簿: { 2: { 5: 'hanako' } } }, '名簿 2 メール', /メールアドレス/],
    ['a mail twice', { 名簿: { 4: { 5: 'HANAKO@town.example.jp' } } }, '名簿 4 メール', /2行目にも/],
    ['a person twice', { 名簿: { 3: { 1: '小海　花子', 3: '小海町 総務課' } } }, '名簿 3 氏名', /2行目にも/],
    ['an unknown chat', { 名簿: { 2: { 6: 'Slack' } } }, '名簿 2 チャット', /LINE WORKS/],
    ['no circle', { 名簿: { 2: { 7: '主' } } }, '名簿 2 主担当', /○/],
    ['an unknown item', { 取組: { 2: { 2: 'S9-9' } } }, '取組 2 項目ID', /一覧/],
    ['an item twice', { 取組: { 3: { 2: 'S1-3' } } }, '取組 3 項目ID', /2行目にも/],
    ['another year', { 取組: { 2: { 3: '令和5年度' } } }, '取組 2 実施年度', /「令和6年度」「令和7年度以降」/],
    ['the next year without 以降', { 取組: { 2: { 3: '令和7年度' } } }, '取組 2 実施年度', /令和7年度以降/],
    ['対象外 with a date', { 取組: { 2: { 3: '対象外' } } }, '取組 2 期限', /期限を空に/],
    [
      'this year but due in another',
      { 取組: { 2: { 4: '2026/2/28' } } },
      '取組 2 期限',
      /令和6年度の日付ではありません/,
    ],
    ['a day that does not exist', { 取組: { 2: { 4: '2025/2/29' } } }, '取組 2 期限', /という日はありません/],
    ['a day without a year', { 取組: { 2: { 4: '2/28' } } }, '取組 2 期限', /年も入れて/],
    ['a weekday that does not fit', { 取組: { 2: { 4: '令和7年2月28日（木）' } } }, '取組 2 期限', /金曜/],
    ['an unsupported municipality’s item', { 取組: { 2: { 1: '長野市' } } }, '取組 2 団体コード', /支援対象外/],
    ['an unknown KPI', { KPI: { 2: { 2: 'K9-99' } } }, 'KPI 2 KPI ID', /一覧/],
    ['a KPI of the programme', { KPI: { 2: { 2: 'KP-07' } } }, 'KPI 2 KPI ID', /事業全体/],
    ['a KPI twice', { KPI: { 3: { 2: 'K1-01' } } }, 'KPI 3 KPI ID', /2行目にも/],
    ['a grade that is none', { KPI: { 2: { 3: 55 } } }, 'KPI 2 基準値', /60（素案）/],
    ['more than all', { KPI: { 3: { 4: 120 } } }, 'KPI 3 目標値', /0から100/],
    ['less than nothing', { KPI: { 3: { 3: -1 } } }, 'KPI 3 基準値', /0から100/],
    ['yes or no', { KPI: { 4: { 4: 3 } } }, 'KPI 4 目標値', /「有」か「無」/],
    ['a word for a number', { KPI: { 3: { 4: '多い' } } }, 'KPI 3 目標値', /「多い」/],
    ['a KPI due before the start', { KPI: { 2: { 5: '2024/4/1' } } }, 'KPI 2 期限', /開始日より前/],
    ['a meeting that ends first', { 会議: { 2: { 5: '13:00' } } }, '会議 2 終了', /開始より後/],
    ['a meeting in another year', { 会議: { 2: { 3: '2042/9/19' } } }, '会議 2 日付', /令和6年度の日付ではありません/],
    ['a time that is none', { 会議: { 2: { 4: '25:00' } } }, '会議 2 開始', /「14:00」の形/],
    [
      'nobody for a meeting that is for others every time',
      { 会議: { 3: { 7: null } } },
      '会議 3 対象',
      /空です.*「派遣人材」/,
    ],
    ['an end before the start', { 事業: { 6: { 2: '2024/8/1' } } }, '事業 6 終了日', /開始日より前/],
    ['a start in another year', { 事業: { 5: { 2: '2023/8/15' } } }, '事業 5 開始日', /令和5年度/],
    ['a slot without a weekday', { 事業: { 7: { 2: '09:00' } } }, '事業 7 週次報告', /月 09:00/],
    ['an unknown setting', { 事業: { 7: { 1: '週次' } } }, '事業 7 項目', /週次報告/],
    ['a setting twice', { 事業: { 10: { 1: '県', 2: '長野県' } } }, '事業 10 項目', /3行目にも/],
    ['an error', { KPI: { 2: { 5: { error: '#REF!' } } } }, 'KPI 2 期限', /#REF!/],
    ['a formula without a result', { KPI: { 2: { 5: { formula: 'A1', date1904: false } } } }, 'KPI 2 期限', /数式/],
    ['a moved heading', { 名簿: { 1: { 1: '役割', 2: '氏名' } } }, '名簿 1 氏名', /順に並べ/],
  ];

  test.each(cases)('%s', async (_, edits, where, says) => {
    const found = (await faultsOf(edits)).find((fault) => place(fault) === where);
    expect(found && faultText(found)).toMatch(says);
  });

  test('all of them at once, in the order of sheets and rows', async () => {
    const found = await faultsOf({ 会議: { 2: { 5: '9:00' } }, 名簿: { 3: { 6: '?' }, 2: { 2: '?', 5: '?' } } });
    expect(found.map(place)).toEqual(['名簿 2 役割', '名簿 2 メール', '名簿 3 チャット', '会議 2 終了']);
  });

  test('a sixth weekly KPI', async () => {
    const kpis = ['K0-03', 'K0-04', 'K1-03', 'K1-04', 'K1-06', 'K3-201'].map((id) => [
      '小海町',
      id,
      null,
      null,
      null,
      '○',
    ]);
    const read = await readWorkbook(await bytesOf(workbookOf({ ...good, KPI: kpis })));
    expect(read.ok ? [] : read.faults.map(place)).toEqual(['KPI 7 週次']);
  });

  test('a missing sheet', async () => {
    const workbook = workbookOf();
    workbook.removeWorksheet('閉庁日');
    const read = await readWorkbook(await bytesOf(workbook));
    expect(read.ok ? [] : read.faults.map(faultText)).toEqual([
      '「閉庁日」: シートがありません → ひな形からシートを写し、名前をそのままにしてください',
    ]);
  });

  test('too many rows', async () => {
    const rows = Array.from({ length: 5001 }, () => ['2024/8/16', '全', 'x']);
    const read = await readWorkbook(await bytesOf(workbookOf({ ...good, 閉庁日: rows })));
    expect(read.ok ? [] : read.faults.map(({ problem }) => problem)).toEqual([
      '5,001行あり、多すぎます（5,000行まで）',
    ]);
  });

  test('the empty template asks for the programme', async () => {
    const read = await readWorkbook(await template());
    expect(read.ok ? [] : new Set(read.faults.map(({ sheet }) => sheet))).toEqual(new Set(['事業']));
  });
});

test('several officials without a lead are noted; who is alone needs no mark', async () => {
  const alone = await contentOf(await edited({ 名簿: { 2: { 7: null } } }));
  const several = await contentOf(await edited({ 名簿: { 2: { 7: null }, 3: { 4: '小海町', 7: null } } }));
  const told = '小海町の職員は2人いますが、主担当がいません';
  expect(alone.notes.map(faultText).join()).not.toContain('主担当がいません');
  expect(several.notes.map(faultText).join()).toContain(told);
});

test('notes stop nothing', async () => {
  const { notes } = await contentOf(
    await edited({
      名簿: { 3: { 4: '小海町' } },
      取組: { 2: { 4: '2025/3/1' } },
      KPI: { 3: { 4: '0.8%' } },
      会議: { 2: { 3: '2024/9/22' } },
      閉庁日: { 3: { 1: '2024/10/12' } },
    }),
  );
  expect(notes.map(faultText)).toEqual([
    expect.stringMatching(/「市町村」3行目.*川上村の職員/),
    expect.stringMatching(/「名簿」3行目「主担当」.*2行目にも/),
    expect.stringMatching(/「取組」2行目「期限」.*閉庁日/),
    expect.stringMatching(/「KPI」3行目「目標値」: 0.8%と読みます/),
    expect.stringMatching(/「会議」2行目「日付」.*閉庁日/),
    expect.stringMatching(/「閉庁日」3行目「日付」.*もともと閉庁日/),
  ]);
});

test('a programme that outlasts the holidays we know of is told so, and read', async () => {
  const { notes } = await contentOf(
    await bytesOf(
      workbookOf({
        ...good,
        事業: [
          ...(good['事業'] ?? []).filter(([name]) => !['年度', '開始日', '終了日'].includes(String(name))),
          ...[
            ['年度', '令和32年度'],
            ['開始日', '2050/5/10'],
            ['終了日', '2051/3/10'],
          ],
        ],
        ...{ 取組: [], KPI: [], 会議: [], 閉庁日: [] },
      }),
    ),
  );
  expect(notes.map(faultText)).toContainEqual(
    expect.stringMatching(/「終了日」.*令和33年1月1日（日）からの祝日が.*まだありません.*「閉庁日」に/),
  );
});

const dueOf = ({ suggested }: Kpi) => (suggested ? dueIn(2024, suggested.due) : null);

test('every suggestion of the catalogue is a target the reader takes', async () => {
  const kpis = catalogue.kpis
    .filter((kpi) => kpi.item !== null && kpi.suggested)
    .map((kpi) => ['小海町', kpi.id, null, kpi.suggested?.target ?? null, dueOf(kpi), null]);
  const { content } = await contentOf(await bytesOf(workbookOf({ ...good, KPI: kpis })));
  expect(content.kpis).toHaveLength(kpis.length);
});
