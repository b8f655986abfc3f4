import { letterOf, OpenedSample } from './cells.ts';

const open = () => OpenedSample.open();

/** A KPI of one municipality in the fifth row, its target as a cell. */
async function targetOf(kpi: string, format: string, value: number | string) {
  const sample = await open();
  const style = sample.style(format);
  sample.cell('KPI', 'B5', `<c r="B5" t="inlineStr"><is><t>${kpi}</t></is></c>`);
  const cell = typeof value === 'number' ? `<v>${value}</v>` : `<is><t>${value}</t></is>`;
  sample.cell('KPI', 'D5', `<c r="D5" s="${style}"${typeof value === 'number' ? '' : ' t="inlineStr"'}>${cell}</c>`);
  const faults = (await sample.faults()).filter((fault) => fault.includes('「KPI」5行目'));
  if (faults.length > 0) return faults.join('\n');
  const { content, notes } = await sample.read();
  const noted = notes.filter(({ sheet, row }) => sheet === 'KPI' && row === 5).map(({ problem }) => problem);
  return [content.kpis[3]?.target, ...noted];
}

describe('a number is the one that is seen', () => {
  test.each<[string, string, number | string, unknown]>([
    [
      'K3-804',
      '#,##0,',
      1_200_000,
      [1200, '「1,200」と表示されている数（セルの中は1200000）を、表示のとおりに読みます'],
    ],
    ['K3-804', '#,##0', 1200, [1200]],
    ['K3-804', '#,##0,"千円"', 1_200_000, [1200, expect.stringContaining('1200000')]],
    ['K3-804', '#,##0"千円"', 1200, [1200]],
    ['K0-03', '0"%"', 62, [62]],
    ['K0-03', '0\\%', 62, [62]],
    ['K0-03', '#,##0.0_%', 62, [62]],
    ['K0-03', '0%', 0.62, [62]],
    ['K0-03', '0.0"%"', 0.8, [0.8, '0.8%と読みます']],
    ['K0-03', '0.0%', 0.008, [0.8, '0.8%と読みます']],
    ['K0-03', 'General', '0.8%', [0.8, '0.8%と読みます']],
    ['K0-03', '0%', 0.625, [63, expect.stringContaining('0.625')]],
    ['K0-03', '0', 62.4, [62, expect.stringContaining('62.4')]],
    ['K0-03', 'General', 66.66666666666667, [66.66666666666667]],
    ['K2-01', '"有";;"無"', 1, [1]],
  ])('%s as %p: %p', async (kpi, format, value, seen) => {
    expect(await targetOf(kpi, format, value)).toEqual(seen);
  });

  test.each<[string, string, number | string, RegExp]>([
    ['K0-03', 'General', 0.8, /「0\.8」は0\.8%とも80%とも読めます → 「80%」か「0\.8%」と書いてください/],
    ['K0-03', '@', '0.8', /0\.8%とも80%とも/],
    ['K0-03', '0.00', 0.625, /0\.63%とも63%とも/],
    ['K3-804', '0"億円"', 3, /「3億円」は.*値にできません/],
    ['K3-804', '0%', 0.8, /「80%」は率ですが、.*単位は千円です/],
    ['K3-804', '@', '80%', /「80%」は率ですが/],
    ['K3-804', ';;;', 1200, /「1200」が入っていますが、表示形式のために見えません/],
    ['K3-804', '@', '1,2', /「1,2」は/],
    ['K3-804', 'yyyy/m/d', 1200, /読み取れません/],
  ])('%s as %p: %p is refused', async (kpi, format, value, says) => {
    expect(await targetOf(kpi, format, value)).toMatch(says);
  });
});

describe('a formula says what it came to', () => {
  test.each<[string, string, string, (c: Awaited<ReturnType<OpenedSample['read']>>['content']) => unknown, unknown]>([
    ['KPI', 'C3', '<c r="C3"><f>COUNTIF(Z:Z,1)</f><v>0</v></c>', (c) => c.kpis[1]?.baseline, 0],
    ['KPI', 'C3', '<c r="C3"><f t="shared" si="0"/><v>5</v></c>', (c) => c.kpis[1]?.baseline, 5],
    ['KPI', 'F3', '<c r="F3" t="b"><f>Z3=1</f><v>0</v></c>', (c) => c.kpis[1]?.weekly, false],
    ['KPI', 'C3', '<c r="C3" t="str"><f>IF(Z2="","",Z2)</f><v></v></c>', (c) => c.kpis[1]?.baseline, undefined],
    ['KPI', 'C3', '<c r="C3" t="str"><f>IF(Z2="","",Z2)</f><v/></c>', (c) => c.kpis[1]?.baseline, undefined],
    ['会議', 'F2', '<c r="F2" t="str"><f>IF(Z2="","",Z2)</f><v></v></c>', (c) => c.meetings[0]?.place, ''],
    ['会議', 'F2', '<c r="F2" t="str"><f>A1</f><v>_x0041_棟</v></c>', (c) => c.meetings[0]?.place, 'A棟'],
  ])('%s %s %s', async (sheet, at, xml, of, value) => {
    const { content } = await (await open()).cell(sheet, at, xml).read();
    expect(of(content)).toEqual(value);
  });

  test('formulas filled down below the last row are blank rows', async () => {
    const sample = await open();
    for (let row = 4; row < 504; row++) {
      const empty = (letter: string) => `<c r="${letter}${row}" t="str"><f>IF(Z${row}="","",Z${row})</f><v></v></c>`;
      sample.cell('会議', `A${row}`, empty('A') + empty('B') + empty('C'));
    }
    expect((await sample.read()).content.meetings).toHaveLength(2);
  });

  test.each(['<c r="C3"><f>A1</f></c>', '<c r="C3"><f>A1</f><v/></c>', '<c r="C3" t="str"><f>A1</f></c>'])(
    '%s was never worked out',
    async (xml) => {
      expect(await (await open()).cell('KPI', 'C3', xml).faults()).toEqual([expect.stringContaining('計算結果なし')]);
    },
  );
});

describe('days and times are the ones that are seen', () => {
  const day = letterOf('会議', '日付');
  const start = letterOf('会議', '開始');
  const meeting = async (at: string, format: string, attributes: string, value: string, sample?: OpenedSample) => {
    const opened = sample ?? (await open());
    const style = opened.style(format);
    opened.cell('会議', `${at}2`, `<c r="${at}2" s="${style}" ${attributes}><v>${value}</v></c>`);
    const faults = await opened.faults();
    if (faults.length > 0) return faults.join('\n');
    const { content, notes } = await opened.read();
    const [first] = content.meetings;
    return [at === day ? first?.day : first?.start, ...notes.map(({ problem }) => problem)];
  };

  test.each<[string, string, string, string, unknown]>([
    [day, 'General', 't="d"', '2024-09-20', ['2024-09-20']],
    [day, 'yyyy/m/d', 't="d"', '2024-09-20T00:00:00', ['2024-09-20']],
    [day, 'yyyy/m/d', 't="d"', '2024-09-20T10:30:00.000Z', ['2024-09-20']],
    [day, 'General', '', '45555', ['2024-09-20']],
    [day, '[$-411]ge.m.d', '', '45555', ['2024-09-20']],
    [day, '0000"/"00"/"00', '', '20240920', ['2024-09-20']],
    [start, 'h:mm', 't="d"', '10:00:00', ['10:00']],
    [start, 'General', 't="d"', 'T10:00:00', ['10:00']],
    [start, 'h:mm', '', String(10 / 24), ['10:00']],
    [start, 'h:mm', '', String((10 * 3600 + 59 * 60 + 59) / 86_400), ['10:59']],
    [start, '[$-411]h"時"mm"分"', '', String(10.5 / 24), ['10:30']],
    [start, 'h"時"', '', String(10 / 24), ['10:00']],
    [start, '0":"00', '', '1330', ['13:30']],
    [start, 'h:mm', '', '0', ['00:00', '真夜中の0時に始まります']],
  ])('%s as %p %s: %s', async (at, format, attributes, value, seen) => {
    expect(await meeting(at, format, attributes, value)).toEqual(seen);
  });

  test.each<[string, string, string, string, RegExp]>([
    [start, 'h:mm', '', '9', /「9」は時刻ではありません → 「9:00」/],
    [start, 'General', '', '9', /「9」は時刻ではありません → 「9:00」/],
    [start, 'h:mm', '', '1330', /「1330」は時刻ではありません → 「13:30」/],
    [start, 'h:mm', '', '45555.5', /「2024-09-20 12:00」は時刻ではありません/],
    [start, 'h:mm', 't="d"', '2024-09-20T10:00:00', /「2024-09-20 10:00」は時刻ではありません/],
    [start, '[h]:mm', '', '1.5', /は時刻ではありません/],
    [start, 'h"時"', '', String(10.5 / 24), /セルの中は10:30です/],
    [start, 'mm:ss', '', String(10 / 24), /セルの中は10:00です/],
    [start, '0', '', '0.4', /「0」は時刻ではありません/],
    [day, 'h:mm', '', String(10 / 24), /「10:00」は読み取れません/],
    [day, 'h:mm', '', '45555', /日にちまで表示されていません（セルの中は2024-09-20です）/],
    [day, 'yyyy"年"m"月"', '', '45555', /日にちまで表示されていません（セルの中は2024-09-20です）/],
    [day, 'aaa', '', '45555', /日にちまで表示されていません/],
    [day, 'General', 't="d"', '2024-09-31', /エラー/],
    [day, 'General', 't="d"', '2024-09-20T10:00+09:00', /エラー/],
  ])('%s as %p %s: %s is refused', async (at, format, attributes, value, says) => {
    expect(await meeting(at, format, attributes, value)).toMatch(says);
  });

  test.each([
    ['44093', 'General'],
    ['44093', 'yyyy/m/d'],
  ])('a workbook that counts from 1904: %s as %s', async (value, format) => {
    const from1904 = (await open()).change('xl/workbook.xml', (x) =>
      x.replace(/<workbookPr[^>]*>/, '<workbookPr date1904="1"/>'),
    );
    from1904.cell('事業', 'B5', '<c r="B5" t="inlineStr"><is><t>2024/8/15</t></is></c>');
    from1904.cell('取組', 'D5', '<c r="D5"/>');
    expect(await meeting(day, format, '', value, from1904)).toEqual(['2024-09-20']);
  });
});

describe('texts are the ones that are seen', () => {
  const place = async (cell: string) =>
    (await (await open()).cell('会議', 'F2', cell).read()).content.meetings[0]?.place;

  test.each([
    ['県庁_x000D_\n西庁舎', '県庁 西庁舎'],
    ['県庁&#10;西庁舎', '県庁 西庁舎'],
    ['_x005F_x0041_棟', '_x0041_棟'],
    ['第_x0031_会議室', '第1会議室'],
    ['<![CDATA[県庁]]>', '県庁'],
  ])('%p', async (written, seen) => {
    expect(await place(`<c r="F2" t="inlineStr"><is><t>${written}</t></is></c>`)).toBe(seen);
  });

  test('a number in its format', async () => {
    const sample = await open();
    const cell = `<c r="F2" s="${sample.style('0"号室"')}"><v>301</v></c>`;
    expect((await sample.cell('会議', 'F2', cell).read()).content.meetings[0]?.place).toBe('301号室');
  });

  test('merged cells are one to the eye: what they cover is not taken for empty', async () => {
    const merged = (range: string) => async () =>
      (await open())
        .sheet('取組', (x) =>
          x.replace('</sheetData>', `</sheetData><mergeCells><mergeCell ref="${range}"/></mergeCells>`),
        )
        .faults();
    expect(await merged('D2:D3')()).toEqual([expect.stringMatching(/^「取組」3行目「期限」: 上か左のセルと結合/)]);
    expect(await merged('H2:H5')()).toEqual([]);
    expect(await merged('A1:XFD1048576')()).toHaveLength(3);
  });

  test('what is hidden is read, and said', async () => {
    const sample = (await open()).sheet('名簿', (x) => x.replace('<row r="3"', '<row hidden="1" r="3"'));
    sample.change('xl/workbook.xml', (x) => x.replace('name="KPI" state="visible"', 'name="KPI" state="veryHidden"'));
    const { content, notes } = await sample.read();
    expect(content.members).toHaveLength(6);
    const told = notes.map(({ sheet, problem }) => `${sheet}: ${problem}`);
    expect(told).toEqual(['名簿: 隠れている行が1行あります', 'KPI: シートが隠れています']);
  });
});
