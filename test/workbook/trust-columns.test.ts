import { admission } from '../../bot/features/admission.ts';
import { importWorkbook } from '../../bot/hand-over/import/import-workbook.ts';
import { keptOut } from '../../bot/hand-over/import/kept-out.ts';
import { workbookContent } from '../../bot/hand-over/workbook-content.ts';
import { faultText } from '../../documents/workbook/fault.ts';
import { filledTemplate } from '../../documents/workbook/filled-template.ts';
import { readWorkbook } from '../../documents/workbook/read.ts';
import { writtenOut } from '../../documents/workbook/written-out.ts';
import { MEMBERS, type OpenStore } from '../../storage/collections.ts';
import { openEmbedded } from '../../storage/embedded.ts';
import { type Cells, withBinding as rosterWith } from '../staffing/access-rows.ts';
import { bytesOf, good, type Rows, workbookOf } from './sample.ts';

const NOW = new Date('2024-11-06T10:00:00+09:00');
const said: Readonly<Record<string, Cells>> = {
  '小海 花子': ['承諾者', null, null],
  '派遣 一郎': [null, '株式会社まちの支援', '令和6年8月20日'],
  '事務 局子': ['連絡窓口、PM', '自社', '2024/8/15'],
};

let opened: OpenStore;
beforeEach(async () => {
  opened = await openEmbedded(':memory:');
});
afterEach(() => opened.close());

const read = async (rows: Rows) => readBytes(await bytesOf(workbookOf(rows)));
async function readBytes(bytes: Uint8Array) {
  const found = await readWorkbook(bytes);
  if (!found.ok) throw new Error(found.faults.map(faultText).join('\n'));
  return found;
}
const take = async (rows: Rows) => importWorkbook(opened.store, (await read(rows)).content, NOW);
const member = async (name: string) =>
  (await opened.store.members.list(MEMBERS)).find(({ value }) => value.name === name)?.value;

it('an empty cell binds where the column is there, and nothing binds where it is not', async () => {
  await take(rosterWith(said));
  expect(await member('小海 花子')).toMatchObject({ duties: ['consenter'], party: '', pledged: 'none' });
  expect(await member('派遣 一郎')).toMatchObject({ duties: [], party: '株式会社まちの支援', pledged: '2024-08-20' });
  expect(await member('事務 局子')).toMatchObject({ duties: ['pm', 'contact'], party: '', pledged: '2024-08-15' });
  const plain = (await read(good)).content.members;
  expect(plain.every((one) => !('duties' in one || 'party' in one || 'pledged' in one))).toBe(true);
});

it('twice, or written out and imported, changes nothing, with the columns and without', async () => {
  for (const rows of [good, rosterWith(said)]) {
    await take(rows);
    const before = await opened.store.members.list(MEMBERS);
    await take(rows);
    expect(await opened.store.members.list(MEMBERS)).toEqual(before);
    const content = await workbookContent(opened.store);
    if (!content) throw new Error('nothing was imported');
    await importWorkbook(opened.store, (await readBytes(await writtenOut(content, NOW))).content, NOW);
    expect(await opened.store.members.list(MEMBERS)).toEqual(before);
  }
});

it('an older workbook leaves what is known as it is, and lets nobody new in by it', async () => {
  await take(rosterWith(said));
  const before = await member('派遣 一郎');
  const newcomer = ['派遣 次郎', '派遣人材', '株式会社デジタル', '小海町', null, 'Teams', null];
  await take({ ...good, 名簿: [...(good['名簿'] ?? []), newcomer] });
  expect(await member('派遣 一郎')).toEqual(before);
  expect(await member('派遣 次郎')).toMatchObject({ duties: [], party: '', pledged: 'none' });
});

it('a template filled with an older workbook has no column that nobody has filled in', async () => {
  const rosterOf = async (rows: Rows) => {
    const made = await filledTemplate(await bytesOf(workbookOf(rows)));
    if (!made.ok) throw new Error('the sample has faults');
    return (await readBytes(made.bytes)).content.members;
  };
  expect(await rosterOf(good)).toEqual((await read(good)).content.members);
  expect(await rosterOf(rosterWith(said))).toEqual((await read(rosterWith(said))).content.members);
});

it('a roster with the columns and without anybody is not said to lack them, and lacks a secretariat', async () => {
  const { content, notes } = await read({ ...good, 名簿: [Array.from({ length: 13 }, () => null)], 会議: [] });
  expect(content.members).toEqual([]);
  await importWorkbook(opened.store, content, NOW);
  expect((await keptOut(opened.store, admission, NOW)).join('\n')).not.toContain('列がない');
  expect(notes.map(faultText)).toContainEqual(
    '「名簿」: 「事務局」の方が1人もいません → 相談や催促を受け取る方を足してください',
  );
  await take(good);
  expect((await keptOut(opened.store, admission, NOW)).join('\n')).toContain(
    '「役目」「再委託先」「誓約日」の列がない',
  );
});

it('a missing secretariat is the sheet’s, not that of its first row', async () => {
  const { notes } = await read({ ...good, 名簿: (good['名簿'] ?? []).filter(([, role]) => role !== '事務局') });
  expect(notes.map(faultText)).toContainEqual(expect.stringMatching(/^「名簿」: 「事務局」の方が1人もいません/));
});

it.each<[string, Readonly<Record<string, Cells>>, RegExp]>([
  ['承諾者 of the secretariat', { '事務 局子': ['承諾者', null, null] }, /「名簿」5行目「役目」.*市町村職員の方の役目/],
  ['PM of a municipality', { '小海 花子': ['ＰＭ', null, null] }, /「名簿」2行目「役目」.*事務局の方の役目/],
  [
    'no 役目 at all',
    { '小海 花子': ['決裁者', null, null] },
    /「名簿」2行目「役目」.*「決裁者」という役目はありません/,
  ],
  ['a day that is none', { '派遣 一郎': [null, null, '2024/2/30'] }, /「名簿」4行目「誓約日」/],
])('%s is a fault of its row', async (_what, cells, sentence) => {
  const found = await readWorkbook(await bytesOf(workbookOf(rosterWith(cells))));
  expect(found.ok ? '' : found.faults.map(faultText).join('\n')).toMatch(sentence);
});
