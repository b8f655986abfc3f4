import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { readEverything } from '../../bot/hand-over/everything.ts';
import { importVerb } from '../../bot/operator/import-workbook.ts';
import { newYearVerb } from '../../bot/operator/new-year.ts';
import { LEASES, municipal } from '../../storage/collections.ts';
import { openEmbedded } from '../../storage/embedded.ts';
import { itemsIn } from '../../storage/progress.ts';
import { terminal } from '../operations/verbs.ts';
import { bytesOf, good, type Rows, workbookOf } from '../workbook/sample.ts';

const folder = mkdtempSync(join(tmpdir(), 'bansou-new-year-'));
const to = (name: string) => join(folder, name);
const STORE = to('store.sqlite');
const HOME = '203033';
const AT = new Date('2025-03-27T17:00:00+09:00');
const run = terminal(STORE, AT);

const yearOf = (year: number, rows: Rows = {}): Rows => ({
  ...good,
  ...{ 取組: [], 会議: [], 閉庁日: [] },
  事業: [
    ['事業名', `令和${year}年度の事業`],
    ['県', '長野県'],
    ['年度', `令和${year}年度`],
    ['開始日', `令和${year}年4月15日`],
    ['終了日', `令和${year + 1}年3月13日`],
    ['週次報告', '月 09:00'],
    ['催促', '水 09:00'],
    ['ダイジェスト', '金 16:00'],
  ],
  KPI: [[HOME, 'K0-03', 40, 90, null, '○']],
  ...rows,
});
async function workbook(name: string, rows: Rows): Promise<string> {
  writeFileSync(to(name), await bytesOf(workbookOf(rows)));
  return to(name);
}

/** Changes cells of the plan: by row and column, as Excel counts. */
async function edit(name: string, cells: readonly (readonly [row: number, column: number, value: unknown])[]) {
  const book = new exceljs.Workbook();
  await book.xlsx.readFile(to('計画.xlsx'));
  const sheet = book.getWorksheet('年度更新');
  if (!sheet) throw new Error('no sheet');
  for (const [row, column, value] of cells) sheet.getCell(row, column).value = value as exceljs.CellValue;
  await book.xlsx.writeFile(to(name));
  return to(name);
}
async function inStore<T>(look: (store: ReturnType<typeof openEmbedded>['store']) => Promise<T>): Promise<T> {
  const opened = openEmbedded(STORE, { mayCreate: false });
  try {
    return await look(opened.store);
  } finally {
    await opened.close();
  }
}

let next: string;
beforeAll(async () => {
  expect((await run(importVerb, { rest: [await workbook('r6.xlsx', good)] })).ok).toBe(true);
  next = await workbook('r7.xlsx', yearOf(7));
});
afterAll(() => rmSync(folder, { recursive: true }));

it('shows per municipality what goes on, and changes nothing', async () => {
  await run(newYearVerb, { rest: [next] });
  const before = await inStore((store) => readEverything(store, AT));
  const { ok, text, data } = await run(newYearVerb, { rest: [next] });
  expect([ok, data['applied'], data['next']]).toEqual([true, false, 2025]);
  expect(text).toContain('令和6年度から令和7年度への年度更新');
  expect(text).toMatch(/小海町\n {2}未完了 1件\n {4}S1-3 .* → 継続（令和7年度に実施）　理由: 年度更新で継続　※未決/);
  expect(text).toMatch(/令和7年度以降 1件\n {4}S3-3 .* → 継続（令和8年度以降）/);
  expect(text).toContain('取込表にないため続かない: K1-01、K2-01');
  expect(text).toContain('未決 3件');
  expect(text).toContain('何も変えていません');
  expect(await inStore((store) => readEverything(store, AT))).toEqual(before);
});

it('takes no other year’s workbook', async () => {
  const later = await run(newYearVerb, { rest: [await workbook('r8.xlsx', yearOf(8))], apply: true });
  expect([later.ok, later.text]).toEqual([false, expect.stringContaining('先に令和7年度の取込表で')]);
  const same = await run(newYearVerb, { rest: [to('r6.xlsx')], apply: true });
  expect([same.ok, same.text]).toEqual([false, expect.stringContaining('年度更新に使うのは令和7年度の取込表です')]);
  expect((await run(newYearVerb, { rest: [to('no.xlsx')] })).text).toContain('読めません');
  const bad = await run(newYearVerb, { rest: [await workbook('bad.xlsx', yearOf(7, { KPI: [['小海町', 'K9-99']] }))] });
  expect([bad.ok, bad.text]).toEqual([false, expect.stringContaining('「KPI」2行目「KPI ID」')]);
});

describe('the plan', () => {
  it('is written as a sheet to edit, with its choices, and never over a file', async () => {
    const { ok, text } = await run(newYearVerb, { rest: [next], plan: to('計画.xlsx') });
    expect([ok, text]).toEqual([true, expect.stringContaining('--apply')]);
    const book = new exceljs.Workbook();
    await book.xlsx.readFile(to('計画.xlsx'));
    const sheet = book.getWorksheet('年度更新');
    const rows: unknown[][] = [];
    sheet?.eachRow((row) => rows.push((row.values as unknown[]).slice(1)));
    expect(rows).toEqual(
      [
        ['団体コード', '項目ID', '今', '翌年度', '実施年度', '期限', '理由'],
        [HOME, 'S1-3', expect.stringContaining('小海町'), '継続', '令和7年度', null, null],
        [HOME, 'S3-3', expect.stringContaining('令和7年度以降'), '継続', '令和8年度以降', null, null],
        ['203041', 'S1-3', expect.stringContaining('川上村'), '継続', '令和7年度', null, null],
      ].map((row) => row.map((cell) => cell ?? undefined)),
    );
    expect(sheet?.getCell('D2').dataValidation.formulae).toEqual(['"継続,終了,対象外"']);
    expect((await run(newYearVerb, { rest: [next], plan: to('計画.xlsx') })).text).toContain('上書きしません');
  });

  it('is refused with every fault at once, and nothing is written', async () => {
    const plan = await edit('誤り.xlsx', [
      [2, 4, '終了'],
      [3, 6, '2026/3/31'],
      [3, 5, '令和7年度'],
      [4, 2, 'S0-1'],
      [4, 4, 'やめる'],
      [5, 1, '川下村'],
      [5, 2, 'S1-3'],
      [5, 4, '継続'],
    ]);
    const { ok, text } = await run(newYearVerb, { rest: [next], plan, apply: true });
    expect(ok).toBe(false);
    for (const fault of [
      '「年度更新」2行目「理由」: 空です → 終了と対象外には理由を書いてください',
      '「年度更新」2行目「実施年度」: 続けない項目に実施年度があります',
      '「年度更新」3行目「期限」: 期限が令和7年度の事業の期間の外です → 2025/04/15から2026/03/13まで',
      '「年度更新」4行目「項目ID」: この市町村の今の年度の取組にありません',
      '「年度更新」4行目「翌年度」: 「やめる」は読み取れません',
      '「年度更新」5行目「団体コード」',
    ])
      expect(text).toContain(fault);
    const other = await run(newYearVerb, { rest: [next], plan: to('r6.xlsx'), apply: true });
    expect(other.text).toContain('「年度更新」: シートがありません');
    expect(await inStore((store) => itemsIn(store, HOME, 2025))).toEqual([]);
    expect((await run(newYearVerb, { rest: [next], plan: to('no.xlsx'), apply: true })).ok).toBe(false);
    expect(existsSync(to('no.xlsx'))).toBe(false);
  });

  it('is carried out by one person at a time: the second is told who is at it, and since when', async () => {
    const since = AT.toISOString();
    const until = new Date(AT.getTime() + 60_000).toISOString();
    const lease = { id: 'import' as const, owner: '山田 1', since, until, fence: 0, bell: 0 };
    await inStore((store) => store.leases.put(lease, 'absent'));
    const { ok, text } = await run(newYearVerb, { rest: [next], apply: true, operator: '佐藤' });
    expect([ok, text]).toEqual([
      false,
      expect.stringMatching(/何も変えていません[\s\S]*山田 さんが 3\/27\(木\) 17:00 から/),
    ]);
    expect(await inStore((store) => itemsIn(store, HOME, 2025))).toEqual([]);
    await inStore(async (store) => {
      const found = await store.leases.get(LEASES, 'import');
      if (found) await store.leases.remove(LEASES, 'import', found.etag);
    });
  });

  it('is carried out with what was decided, once', async () => {
    const plan = await edit('決定.xlsx', [
      [2, 4, '終了'],
      [2, 5, null],
      [2, 7, '広域連合で行うため'],
      [3, 5, '令和7年度'],
      [3, 6, '2025/12/26'],
    ]);
    const { ok, text, data } = await run(newYearVerb, { rest: [next], plan, apply: true, operator: '山田' });
    expect([ok, data['applied'], text]).toEqual([true, true, expect.stringContaining('令和7年度に移りました')]);
    const items = await inStore((store) => itemsIn(store, HOME, 2025));
    expect(items.map(({ value: { item, year, due, carried } }) => [item, year, due, carried?.reason])).toEqual([
      ['S1-3', 'none', undefined, '広域連合で行うため'],
      ['S3-3', 'this', '2025-12-26', '年度更新で継続'],
      ['S3-7', 'none', undefined, '前年度から対象外'],
    ]);
    const again = await run(newYearVerb, { rest: [next], plan, apply: true });
    expect([again.ok, again.data['done'], again.text]).toEqual([true, true, expect.stringContaining('済んでいます')]);
    expect((await run(newYearVerb, { rest: [next] })).ok).toBe(false);
    expect((await run(importVerb, { rest: [next] })).text).toContain('変わったところはありません');
    const audit = await inStore((store) => store.audit.list(`${municipal(HOME)}-2025`));
    expect(audit.filter(({ value }) => value.command === 'new-year').length).toBeGreaterThan(3);
  });

  it('says that there is nothing to drop', async () => {
    expect((await run(newYearVerb, { drop: true })).text).toContain('途中で止まった年度更新はありません');
  });
});
