import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { templateVerb } from '../../bot/operator/template.ts';
import { faultText } from '../../documents/workbook/fault.ts';
import { filledTemplate } from '../../documents/workbook/filled-template.ts';
import { readWorkbook } from '../../documents/workbook/read.ts';
import { template } from '../../documents/workbook/template.ts';
import { catalogue } from '../../programme/catalogue.ts';
import { terminal } from '../operations/verbs.ts';
import { bytesOf, type Edits, good, workbookOf } from './sample.ts';

const begun = async (edits: Edits = {}, without: readonly string[] = []) => {
  const workbook = workbookOf(good, edits);
  for (const name of without) workbook.removeWorksheet(name);
  return bytesOf(workbook);
};

async function filled(bytes: Uint8Array) {
  const made = await filledTemplate(bytes);
  if (!made.ok) throw new Error(made.faults.map(faultText).join('\n'));
  const read = await readWorkbook(made.bytes);
  if (!read.ok) throw new Error(read.faults.map(faultText).join('\n'));
  return { ...made, ...read };
}

test('two sheets are enough: every municipality of the programme gets its lines, and they can be imported', async () => {
  const others = ['名簿', '取組', 'KPI', '会議', '閉庁日'];
  const { content, items, kpis, year } = await filled(await begun({}, others));
  expect([items, kpis, year]).toEqual([50, 16, '令和6年度']);
  expect(content.items.filter(({ municipality }) => municipality === '203033')).toEqual(
    catalogue.items.map(({ id }) => ({ municipality: '203033', item: id, year: 'this' })),
  );
  expect(new Set(content.items.map(({ municipality }) => municipality))).toEqual(new Set(['203033', '203041']));
  const weekly = content.kpis.filter((kpi) => kpi.municipality === '203041' && kpi.weekly);
  expect(weekly).toHaveLength(5);
  expect(content.kpis.some(({ target, due }) => target !== undefined && due !== undefined)).toBe(true);
  expect(content.programme).toMatchObject({ start: '2024-08-15', end: '2025-03-14', checkIn: { weekday: 1 } });
});

test('what the workbook says already stays as it is', async () => {
  const before = await readWorkbook(await begun());
  const { content, items, kpis } = await filled(await begun());
  if (!before.ok) throw new Error('the sample has faults');
  expect([items, kpis]).toEqual([46, 0]);
  const { items: lines, ...others } = content;
  expect(others).toEqual({ ...before.content, items: undefined, ...others, kpis: before.content.kpis });
  expect(content.members).toEqual(before.content.members);
  expect(content.meetings).toEqual(before.content.meetings);
  expect(content.programme).toEqual(before.content.programme);
  expect(lines).toEqual(expect.arrayContaining([...before.content.items]));
  expect(lines).toHaveLength(50);
});

test('filled again, nothing is added', async () => {
  const once = await filled(await begun());
  const { items, kpis, content } = await filled(once.bytes);
  expect([items, kpis]).toEqual([0, 0]);
  expect(content).toEqual(once.content);
});

test('suggested dates outside the programme are left empty', async () => {
  const { content } = await filled(
    await begun({ 事業: { 6: { 2: '2024/12/27' } }, KPI: {}, 会議: {} }, ['KPI', '取組', '会議']),
  );
  expect(content.kpis.every(({ due }) => due === undefined || due <= '2024-12-27')).toBe(true);
});

test.each<[string, Uint8Array | Promise<Uint8Array>, RegExp]>([
  ['an empty template', template(), /「事業」/],
  ['a slip in 市町村', begun({ 市町村: { 2: { 1: '203034' } } }), /「市町村」2行目「団体コード」/],
  ['a slip in 事業', begun({ 事業: { 6: { 2: '？' } } }), /「事業」6行目「終了日」/],
  ['moved headings elsewhere', begun({ 名簿: { 1: { 1: '役割' } } }), /「名簿」1行目/],
  ['no workbook', Buffer.from('x'), /Excelブック/],
])('%s is said, and nothing is made', async (_, bytes, says) => {
  const made = await filledTemplate(await bytes);
  expect(made.ok ? '' : made.faults.map(faultText).join('\n')).toMatch(says);
});

test('slips elsewhere are left for the import', async () => {
  const made = await filledTemplate(await begun({ 名簿: { 2: { 5: 'hanako' } } }));
  expect(made.ok).toBe(true);
});

test('at the terminal', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bansou-template-'));
  try {
    const [started, out] = [join(folder, 'started.xlsx'), join(folder, 'next.xlsx')];
    writeFileSync(started, await begun({}, ['取組', 'KPI']));
    const run = terminal(join(folder, 'x.sqlite'), new Date('2024-09-02T00:00:00Z'));
    const { ok, text, data } = await run(templateVerb, { for: started, out });
    expect([ok, data]).toEqual([true, { file: out, written: true, items: 50, kpis: 16 }]);
    expect(text).toMatch(/取組: 50行を足しました。実施年度はどれも令和6年度です/);
    expect((await readWorkbook(readFileSync(out))).ok).toBe(true);
    expect((await run(templateVerb, { for: started, out })).text).toMatch(/すでにあります/);
    expect((await run(templateVerb, { for: join(folder, 'none.xlsx'), out: join(folder, 'y') })).text).toMatch(
      /読めません/,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
