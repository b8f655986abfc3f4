import { importWorkbook } from '../../bot/hand-over/import/import-workbook.ts';
import { workbookContent } from '../../bot/hand-over/workbook-content.ts';
import { faultText } from '../../documents/workbook/fault.ts';
import { readWorkbook } from '../../documents/workbook/read.ts';
import { writtenOut } from '../../documents/workbook/written-out.ts';
import { currentAssignment } from '../../programme/support/assignment.ts';
import { MEMBERS, municipal, type OpenStore } from '../../storage/collections.ts';
import { openEmbedded } from '../../storage/embedded.ts';
import { itemAt } from '../../storage/progress.ts';
import { bytesOf, good, type Rows, workbookOf } from './sample.ts';

const NOW = new Date('2024-11-06T10:00:00+09:00');
const HOME = '203033';
/** The pool: an expert without a municipality, with 専門. */
const withPool: Rows = {
  ...good,
  名簿: [
    ...(good['名簿'] ?? []).map((row) => (row[0] === '派遣 一郎' ? [...row, 'S1-3、s2-1', '佐久', '○'] : row)),
    ['派遣 次郎', '派遣人材', '株式会社待機', null, 'jiro@expert.example.jp', 'Teams', null, 'S3-1', null, null],
  ],
  取組: [['203033', 'S1-3', '令和6年度', '2025/2/28', '検討中・準備中', '着手時の聞き取り', 'B']],
  派遣: [['小海町', '派遣 一郎', '2024/10/1', '令和7年3月14日', 12, 'S1-3、S2-1', '2024/9/20']],
};

const faultsOf = async (rows: Rows): Promise<readonly string[]> => {
  const read = await readWorkbook(await bytesOf(workbookOf(rows)));
  return read.ok ? [] : read.faults.map(faultText);
};

/** A workbook as it was before those columns and that sheet were there. */
async function older(): Promise<Buffer> {
  const workbook = workbookOf(good);
  workbook.removeWorksheet('派遣');
  for (const [name, from, count] of [
    ['名簿', 8, 3],
    ['取組', 5, 3],
  ] as const)
    for (let at = from; at < from + count; at++)
      workbook.getWorksheet(name)?.eachRow((row) => {
        row.getCell(at).value = at === from ? '自由な欄' : null;
      });
  return bytesOf(workbook);
}

describe('columns and a sheet that came later', () => {
  let opened: OpenStore;
  beforeEach(async () => {
    opened = await openEmbedded(':memory:');
  });
  afterEach(() => opened.close());
  const take = async (bytes: Uint8Array, writtenBy?: string) => {
    const read = await readWorkbook(bytes);
    if (!read.ok) throw new Error(read.faults.map(faultText).join('\n'));
    return importWorkbook(opened.store, read.content, NOW, undefined, { writtenOut: writtenBy ?? read.writtenOut });
  };
  const member = async (name: string) =>
    (await opened.store.members.list(MEMBERS)).find(({ value }) => value.name === name)?.value;
  const assigned = async () => (await opened.store.assignments.list(municipal(HOME))).map(({ value }) => value);

  it('say where experts are, what they know, and where an item stood', async () => {
    await take(await bytesOf(workbookOf(withPool)));
    expect(await member('派遣 一郎')).toMatchObject({
      ...{ expertise: ['S1-3', 'S2-1'], area: '佐久', experienced: true, municipalities: [HOME, '203041'] },
      terms: [{ municipality: HOME, from: '2024-10-01', until: '2025-03-14' }],
    });
    expect(await member('派遣 次郎')).toMatchObject({ municipalities: [], expertise: ['S3-1'] });
    const [one] = await assigned();
    expect(one && currentAssignment(one)).toMatchObject({
      planned: 12,
      themes: ['S1-3', 'S2-1'],
      agreed: '2024-09-20',
    });
    const at = itemAt(HOME, 2024, 'S1-3');
    expect((await opened.store.items.get(at.partition, at.id))?.value.start).toEqual({
      ...{ stage: 'considering', source: '着手時の聞き取り', certainty: 'B' },
    });
  });

  it('change nothing when imported twice, or written out and imported', async () => {
    await take(await bytesOf(workbookOf(withPool)));
    const etags = async () => [
      ...(await opened.store.members.list(MEMBERS)),
      ...(await opened.store.assignments.list(municipal(HOME))),
      ...(await opened.store.items.list(municipal(HOME))),
    ];
    const before = await etags();
    await take(await bytesOf(workbookOf(withPool)));
    expect(await etags()).toEqual(before);
    const content = await workbookContent(opened.store);
    if (!content) throw new Error('nothing was imported');
    await take(await writtenOut(content, NOW));
    expect(await etags()).toEqual(before);
  });

  it('are left as they are by a workbook that says nothing of them, whatever stands beside it', async () => {
    await take(await bytesOf(workbookOf(withPool)));
    const before = [await member('派遣 一郎'), await assigned()];
    await take(await older());
    expect([await member('派遣 一郎'), await assigned()]).toEqual(before);
  });

  it('take away what is said to be none', async () => {
    await take(await bytesOf(workbookOf(withPool)));
    const none = (withPool['名簿'] ?? []).map((row) =>
      row[0] === '派遣 一郎' ? [...row.slice(0, 7), 'なし', 'なし', '×'] : row,
    );
    await take(await bytesOf(workbookOf({ ...withPool, 名簿: none })));
    const one = await member('派遣 一郎');
    expect([one?.expertise, one?.area, one?.experienced]).toEqual([undefined, undefined, undefined]);
  });
});

describe('what is wrong is told with its sheet and row', () => {
  const roster = (row: readonly (string | null)[]): Rows => ({ ...good, 名簿: [...(good['名簿'] ?? []), [...row]] });
  const line = (row: readonly (string | number | null)[]): Rows => ({ ...withPool, 派遣: [[...row]] });

  it.each([
    [
      roster(['派遣 三郎', '派遣人材', '待機', null, null, 'Teams', null]),
      /「名簿」8行目「担当市町村」.*「専門」に項目IDを/,
    ],
    [
      roster(['派遣 三郎', '派遣人材', '待機', null, null, 'Teams', null, 'S9-9']),
      /「名簿」8行目「専門」.*「S9-9」という項目はありません/,
    ],
    [line(['小海町', '派遣 四郎', '2024/10/1', '2025/3/14', 12, null, null]), /「派遣」2行目「派遣人材」.*にいません/],
    [line(['小海町', '派遣 一郎', '2025/3/14', '2024/10/1', 12, null, null]), /「派遣」2行目「終了日」.*開始日より前/],
    [line(['小海町', '派遣 一郎', '2024/8/1', '2024/10/1', 12, null, null]), /「派遣」2行目「開始日」.*期間の外/],
    [
      line(['長野市', '派遣 一郎', '2024/10/1', '2025/3/14', 12, null, null]),
      /「派遣」2行目「団体コード」.*支援対象外/,
    ],
    [line(['小海町', '派遣 一郎', '2024/10/1', '2025/3/14', 'たくさん', null, null]), /「派遣」2行目「計画日数」/],
    [
      {
        ...withPool,
        派遣: [...(withPool['派遣'] ?? []), ['小海町', '派遣 一郎', '2024/12/1', '2025/3/1', 3, null, null]],
      },
      /「派遣」3行目「開始日」.*2行目の同じ方の期間と重なります/,
    ],
  ])('%#', async (rows, sentence) => {
    expect((await faultsOf(rows as Rows)).join('\n')).toMatch(sentence);
  });
});
