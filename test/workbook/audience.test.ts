import { faultText } from '../../documents/workbook/fault.ts';
import { readWorkbook } from '../../documents/workbook/read.ts';
import { bytesOf, edited, good, workbookOf } from './sample.ts';

/** Whom the first meeting is for when its 対象 says this; or what is wrong with it, or worth a look. */
async function meant(said: string | null, rows = good) {
  const read = await readWorkbook(await bytesOf(workbookOf(rows, { 会議: { 2: { 7: said } } })));
  if (!read.ok) return read.faults.map(faultText).join('\n');
  const [meeting] = read.content.meetings;
  const notes = read.notes.map(({ problem }) => problem);
  return [...(meeting?.audience ?? []), ...(meeting?.people ?? []).map(({ name }) => name), ...notes];
}

const withPeople = (...people: (string | null)[][]) => ({ ...good, 名簿: [...(good['名簿'] ?? []), ...people] });

describe('対象 of 会議', () => {
  test.each([
    ['県、事務局、全市町村', ['prefecture', 'secretariat', 'all']],
    ['事務局、203033', ['secretariat', '203033']],
    ['小海町・川上村；２０３０４１', ['203033', '203041']],
    ['小海町 川上村', ['203033', '203041']],
    ['県と事務局', ['prefecture', 'secretariat']],
    ['派遣人材,支援対象', ['supported', 'experts']],
    ['長野県南佐久郡小海町、小海　花子', ['203033', '小海 花子']],
    ['県、川上 太郎さん、派遣一郎', ['prefecture', '川上 太郎', '派遣 一郎']],
    ['小海町 総務課 小海 花子 県', ['prefecture', '小海 花子']],
  ])('%s', async (said, expected) => {
    expect(await meant(said)).toEqual(expected);
  });

  test('is 県・事務局 for a 進捗状況確認会議 that does not say it', async () => {
    expect(await meant(null)).toEqual(['prefecture', 'secretariat']);
  });

  test('tells two of one name apart by their offices', async () => {
    const rows = withPeople([
      '小海 花子',
      '市町村',
      '川上村 企画課',
      '川上村',
      'kawakami@town.example.jp',
      'Teams',
      null,
    ]);
    const faults = await meant('県、小海 花子', rows);
    expect(faults).toContain('「小海 花子」は名簿に2人います（2・8行目）');
    expect(faults).toContain('「小海町 総務課 小海 花子」のように所属を付けて');
    expect(await meant('県、川上村 企画課 小海 花子', rows)).toEqual(['prefecture', '小海 花子']);
  });

  test('names nobody who is not there, or who only looks', async () => {
    expect(await meant('県、川下 次郎')).toContain('「川下」は「市町村」シートにも「名簿」にもありません');
    expect(await meant('長野 閲子')).toContain('役割が「閲覧」の方です');
    const strangers = await meant('あ、い、う、え、お、か、き、く');
    expect(String(strangers).split('\n')).toHaveLength(5);
  });

  test('that is nobody is worth a look', async () => {
    const rows = { ...good, 名簿: (good['名簿'] ?? []).filter(([, role]) => role !== '派遣人材') };
    expect(await meant('派遣人材', rows)).toEqual(['experts', 'この会議に呼ばれる方が「名簿」にいません']);
  });

  test('of enormous cells is read in no time', async () => {
    const long = Array.from({ length: 900 }, (_, at) => `x${at}`).join(' ');
    const before = performance.now();
    const bytes = await edited({ 会議: { 2: { 7: long }, 3: { 7: '小海町 '.repeat(200) } } });
    expect((await readWorkbook(bytes)).ok).toBe(false);
    expect(performance.now() - before).toBeLessThan(2000);
  });
});
