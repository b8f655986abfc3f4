import exceljs from 'exceljs';
import { sheets } from '../../documents/workbook/sheets.ts';
import { template } from '../../documents/workbook/template.ts';

/** DESIGN §7: the contract with whoever prepares workbooks. */
const CONTRACT: Readonly<Record<string, readonly string[]>> = {
  事業: ['項目', '値'],
  市町村: ['団体コード', '市町村名', '圏域', '区分'],
  名簿: [
    ...['氏名', '役割', '所属', '担当市町村', 'メール', 'チャット', '主担当'],
    ...['専門', '圏域', '自治体実務経験', '役目', '再委託先', '誓約日'],
  ],
  取組: ['団体コード', '項目ID', '実施年度', '期限', '開始時の段階', '出典', '確度'],
  KPI: ['団体コード', 'KPI ID', '基準値', '目標値', '期限', '週次'],
  会議: ['会議名', '種別', '日付', '開始', '終了', '場所', '対象'],
  閉庁日: ['日付', '対象', '理由'],
  派遣: ['団体コード', '派遣人材', '開始日', '終了日', '計画日数', 'テーマ', '県協議日'],
};

type Validated = {
  readonly dataValidations: { readonly model: Readonly<Record<string, { formulae?: readonly string[] }>> };
};

let workbook: exceljs.Workbook;
beforeAll(async () => {
  workbook = new exceljs.Workbook();
  const bytes = (await template()) as unknown as Parameters<typeof workbook.xlsx.load>[0];
  await workbook.xlsx.load(bytes);
});

test('has the sheets between how to fill them in and what to look up', () => {
  const names = workbook.worksheets.map(({ name }) => name);
  expect(names).toEqual(['使い方', ...Object.keys(CONTRACT), '一覧']);
  expect(sheets.map(({ name }) => name)).toEqual(Object.keys(CONTRACT));
});

test.each(Object.entries(CONTRACT))(
  '%s has its headings in order, in sight and on every printed page',
  (name, headings) => {
    const sheet = workbook.getWorksheet(name);
    expect(sheet?.getRow(1).values).toEqual([undefined, ...headings]);
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sheet?.pageSetup).toMatchObject({ paperSize: 9, fitToWidth: 1, printTitlesRow: '1:1' });
  },
);

test('事業 names its rows', () => {
  const rows = workbook.getWorksheet('事業')?.getColumn(1).values.slice(2);
  expect(rows).toEqual([
    '事業名',
    '県',
    '年度',
    '開始日',
    '終了日',
    '週次報告',
    '催促',
    'ダイジェスト',
    '事務局の連絡先',
    '県の担当課',
  ]);
});

test('cells with a choice offer it', () => {
  const offered = (sheet: string, cell: string) =>
    (workbook.getWorksheet(sheet) as unknown as Validated).dataValidations.model[cell]?.formulae?.[0];
  expect(offered('名簿', 'B2')).toBe('"市町村,派遣人材,事務局,県,閲覧"');
  expect(offered('市町村', 'D601')).toBe('"支援対象,支援対象外"');
  expect(offered('会議', 'B2')).toBe('"進捗状況確認会議,打合せ,研修,訪問,その他"');
  expect(offered('取組', 'B2')).toBe("'一覧'!$A$2:$A$26");
  expect(offered('取組', 'C2')).toBe("'一覧'!$K$2:$K$4");
});

test('the lookup sheet holds what those choices point at', () => {
  const lists = workbook.getWorksheet('一覧');
  expect([lists?.getCell('A26').value, lists?.getCell('D2').value, lists?.getCell('K4').value]).toEqual([
    'S3-9',
    'K0-01',
    '対象外',
  ]);
  expect(lists?.getCell('D63').value).toBe('K3-904');
});
