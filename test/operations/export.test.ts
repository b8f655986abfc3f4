import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { collectionNames } from '../../bot/hand-over/everything.ts';
import { BOOK, MARKER } from '../../bot/hand-over/export.ts';
import { exportVerb } from '../../bot/operator/export.ts';
import { HOME } from '../../demo/programme.ts';
import { closingYear } from '../../programme/programme.ts';
import { municipal, PROGRAMME } from '../../storage/collections.ts';
import { itemsIn } from '../../storage/progress.ts';
import type { House } from '../house.ts';
import { livedInHouse } from './lived-in.ts';
import { terminal } from './verbs.ts';

const NOW = new Date('2026-11-27T17:00:00+09:00');
const folder = mkdtempSync(join(tmpdir(), 'bansou-export-'));
const to = (name: string) => join(folder, name);
const read = (name: string, file: string) => readFileSync(join(folder, name, file));
const json = (name: string, file: string) => JSON.parse(String(read(name, `${file}.json`)));
const dangerous = ['=1+1', '+81-3', '-2', '@SUM(A1)', "'=cmd", '\t=1', '=HYPERLINK("http://x.example.jp","y")'];

/** Who is sending just now, what was just received and what is half done is no record of the programme. */
const leftOut = [
  'changes',
  'leases',
  'upkeep',
  'received',
  'interviews',
  'yearsUnderWay',
  'visitRemarks',
  'mismatches',
  'takenFiles',
];

let house: House;
let run: ReturnType<typeof terminal>;
beforeAll(async () => {
  house = await livedInHouse();
  run = terminal(house.file, NOW);
  for (const [number, text] of dangerous.entries()) {
    const from = { by: '=member', at: '2026-11-24T00:00:00.000Z', via: 'teams', ask: `ask-${number}` };
    await house.service.store.helpRequests.put({ ...from, id: `help-x${number}`, municipality: HOME, text }, 'absent');
  }
  await run(exportVerb, { rest: [to('first')] });
}, 60_000);
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true });
});

const book = async (name: string) => {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(join(folder, name, BOOK));
  return workbook;
};
const rowsOf = (workbook: exceljs.Workbook, name: string): string[][] => {
  const rows: string[][] = [];
  workbook.getWorksheet(name)?.eachRow((row) => rows.push((row.values as unknown[]).slice(1).map(String)));
  return rows;
};

it('is a file for every kind of record, in the order of ids, and says how many', async () => {
  const { ok, text, data } = await run(exportVerb, { rest: [to('counted')] });
  expect(ok).toBe(true);
  expect(text).toMatch(/書き出しました.*\n[\s\S]*市町村\t28件/);
  const counts = data['counts'] as Record<string, number>;
  const names = collectionNames.filter((name) => !leftOut.includes(name));
  expect(Object.keys(counts)).toEqual(names);
  expect(readdirSync(to('counted')).toSorted()).toEqual(
    [...names.map((name) => `${name}.json`), BOOK, MARKER].toSorted(),
  );
  for (const name of names) {
    const documents = json('counted', name) as { id: string; partition: string }[];
    expect(documents).toHaveLength(counts[name] ?? -1);
    expect(counts[name]).toBeGreaterThan(0);
    const keys = documents.map(({ id, partition }) => `${id} ${partition}`);
    expect(keys).toEqual([...new Set(keys)].toSorted());
  }
  const kpis = await house.service.store.kpis.list(municipal(HOME));
  const {
    id: _id,
    partition: _partition,
    ...same
  } = json('counted', 'kpis').find(
    (kpi: { id: string; municipality: string }) => kpi.id === 'kpi-2026-K0-03' && kpi.municipality === HOME,
  );
  expect(same).toEqual(kpis.find(({ value }) => value.kpi === 'K0-03')?.value);
});

it('has the same bytes each time, and no word of the store’s own', async () => {
  await new Promise((resolve) => setTimeout(resolve, 2_100));
  await run(exportVerb, { rest: [to('second')] });
  for (const file of readdirSync(to('first'))) expect(read('second', file).equals(read('first', file))).toBe(true);
  const everything = readdirSync(to('first'))
    .map((file) => String(read('first', file)))
    .join('\n');
  const found = await house.service.store.members.list('_members');
  for (const { etag } of found) expect(everything).not.toContain(etag);
  expect(everything).not.toMatch(/"(etag|_etag|before|after|leaseUntil|owner)": ?"[0-9a-f-]{36}/);
});

it('has a workbook for people, in which nothing is a formula', async () => {
  const workbook = await book('first');
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['市町村', '項目', 'KPI', '履歴', '会議', '宿題', '相談', '名簿', '議事録', '出欠', '議題']),
  );
  for (const worksheet of workbook.worksheets) {
    worksheet.eachRow((row) =>
      row.eachCell((cell) => {
        expect([exceljs.ValueType.String, exceljs.ValueType.Number]).toContain(cell.type);
        if (cell.type === exceljs.ValueType.String && Number(cell.row) > 1) expect(cell.numFmt).toBe('@');
      }),
    );
  }
  const said = rowsOf(workbook, '相談').map((row) => row[2]);
  expect(said).toEqual(expect.arrayContaining(dangerous));
  expect(rowsOf(workbook, '宿題')[1]?.slice(0, 3)).toEqual([
    '2026-11-19 第6回 市町村連絡会議',
    expect.stringMatching(/ひな形を配る|工程表の素案を送る/),
    expect.stringMatching(/（/),
  ]);
  expect(rowsOf(workbook, '履歴').length).toBeGreaterThan(500);
});

it('of one municipality has what is its own, and nothing of another', async () => {
  const { ok, data } = await run(exportVerb, { rest: [to('town')], municipality: '小海町' });
  expect([ok, data['municipality']]).toEqual([true, HOME]);
  expect(json('town', 'municipalities')).toMatchObject([{ code: HOME }]);
  expect(
    json('town', 'members')
      .map(({ email }: { email: string }) => email)
      .toSorted(),
  ).toEqual([`second-${HOME}@town.example.jp`, 'yamada@town.example.jp']);
  expect(json('town', 'meetings')).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ title: '個別相談', audience: [HOME] }),
      expect.objectContaining({ title: '合同勉強会', audience: [HOME] }),
    ]),
  );
  for (const name of [
    'kpis',
    'items',
    'helpRequests',
    'deliveries',
    'audit',
    'digests',
    'acquaintances',
    'invitations',
  ])
    expect(json('town', name).length).toBeGreaterThan(0);
  const all = readdirSync(to('town'))
    .filter((file) => file.endsWith('.json'))
    .map((file) => String(read('town', file)));
  for (const { code, name } of house.content.municipalities.filter(({ code }) => code !== HOME)) {
    expect(all.join('\n')).not.toContain(code);
    expect(all.join('\n')).not.toContain(name);
  }
  const sheets = (await book('town')).worksheets.flatMap(({ name }) => name);
  const words = (await Promise.all(sheets.map(async (name) => rowsOf(await book('town'), name)))).flat(2).join('\n');
  expect(words).toContain('例規の改正で止まっています');
  expect(words).not.toMatch(/川上村|来年度の体制/);
  expect((await run(exportVerb, { rest: [to('town-again')], municipality: HOME })).ok).toBe(true);
  expect(await run(exportVerb, { rest: [to('nowhere')], municipality: '川下村' })).toMatchObject({ ok: false });
  expect(existsSync(to('nowhere'))).toBe(false);
});

it('takes the place of an earlier export, and of nothing else', async () => {
  writeFileSync(join(folder, 'file-of-mine'), 'x');
  expect((await run(exportVerb, { rest: [folder] })).text).toContain('空のフォルダー');
  mkdirSync(to('empty'));
  expect((await run(exportVerb, { rest: [to('empty')] })).ok).toBe(true);
  expect((await run(exportVerb, { rest: [to('empty')], municipality: HOME })).ok).toBe(true);
  expect(json('empty', 'municipalities')).toHaveLength(1);
  writeFileSync(join(to('empty'), 'メモ.txt'), '大切');
  expect((await run(exportVerb, { rest: [to('empty')] })).data).toMatchObject({ why: 'not-empty' });
  expect(readFileSync(join(to('empty'), 'メモ.txt'), 'utf8')).toBe('大切');
  expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  expect((await run(exportVerb)).ok).toBe(false);
});

describe('of one year', () => {
  /** As the next year begins: this one is closed, and nothing of it is touched. */
  async function closeTheYear(): Promise<void> {
    const { programmes } = house.service.store;
    const found = await programmes.get(PROGRAMME, 'programme');
    if (!found) throw new Error('no programme');
    const at = new Date('2027-04-01T00:00:00+09:00');
    const closed = [closingYear(found.value, at)];
    await programmes.put({ ...found.value, closed, fiscalYear: 2027, name: '翌年度の事業' }, found.etag);
  }

  it('has the records of that year, and the same ones once it is closed and the next has begun', async () => {
    const { data } = await run(exportVerb, { rest: [to('year')], year: '2026' });
    expect(data).toMatchObject({ year: 2026, programme: '市町村DX伴走支援事業（架空）' });
    const counts = data['counts'] as Record<string, number>;
    for (const name of ['items', 'kpis', 'helpRequests', 'meetings', 'minutes', 'digests', 'audit'])
      expect(counts[name]).toBeGreaterThan(0);
    expect([counts['members'], counts['municipalities']]).toEqual([0, 0]);
    expect(rowsOf(await book('year'), '項目')[1]).toEqual(expect.arrayContaining(['小海町', '令和8年度']));
    await closeTheYear();
    const { store } = house.service;
    const [item] = await itemsIn(store, HOME, 2026);
    if (!item) throw new Error('no item');
    await store.items.put({ ...item.value, fiscalYear: 2027, versions: [] }, 'absent');
    const after = await run(exportVerb, { rest: [to('year-closed')], year: '2026' });
    expect(after.text).toContain('市町村DX伴走支援事業（架空）の令和8年度の記録');
    for (const file of readdirSync(to('year')))
      expect([file, read('year-closed', file).equals(read('year', file))]).toEqual([file, true]);
    const next = await run(exportVerb, { rest: [to('next')], year: '2027' });
    expect(json('next', 'items')).toMatchObject([{ fiscalYear: 2027, versions: [] }]);
    expect(next.text).toContain('翌年度の事業の令和9年度の記録');
  });

  it('says which years there are where it is none of them', async () => {
    const { ok, text } = await run(exportVerb, { rest: [to('none')], year: '2020' });
    expect(ok).toBe(false);
    expect(text).toBe('--year 2020 の年度はありません。2026（令和8年度）、2027（令和9年度）から選んでください。');
  });
});
