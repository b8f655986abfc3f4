import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { heldOf, readEverything } from '../../bot/hand-over/everything.ts';
import { importVerb } from '../../bot/operator/import-workbook.ts';
import { workbookVerb } from '../../bot/operator/workbook.ts';
import { HOME, OFFICER } from '../../demo/programme.ts';
import { faultText } from '../../documents/workbook/fault.ts';
import { readWorkbook } from '../../documents/workbook/read.ts';
import { writtenOut } from '../../documents/workbook/written-out.ts';
import { kinds, MEMBERS, PROGRAMME } from '../../storage/collections.ts';
import { kpiAt } from '../../storage/progress.ts';
import { type House, openHouse } from '../house.ts';
import { terminal } from '../operations/verbs.ts';

const NOW = '2026-11-24T12:00:00+09:00';
let house: House;
let folder: string;
let files = 0;
const fileOf = () => join(folder, `${++files}.xlsx`);
const store = () => house.service.store;
/** Everything but the traces of who did what: those are added to by design. */
async function everything() {
  const all = await readEverything(store(), new Date(NOW));
  const { audit: _, leases: _leases, interviews: _asked, ...rest } = kinds;
  return Object.fromEntries(
    Object.values(rest).map((kind) => [kind.name, heldOf(all, kind as never).map(({ value }) => value)]),
  );
}
const run = terminal.bind(undefined);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bansou-workbook-'));
  house = await openHouse();
});
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true });
});

const out = async (file = fileOf(), at = NOW) => {
  const told = await run(house.file, new Date(at))(workbookVerb, { rest: [file] });
  expect(told.text).toContain('書き出しました');
  return file;
};
const take = (file: string, undo = false) => run(house.file, new Date(NOW))(importVerb, { rest: [file], undo });
const say = async (words: string, minute: number) => {
  house.at(`2026-11-24T10:${String(minute).padStart(2, '0')}:00+09:00`);
  const office = house.secretariat();
  await office.say(words);
  expect((await office.press('はい、変える')).words).toContain('変えました');
};
const target = async () => {
  const { partition, id } = kpiAt(HOME, 2026, 'K0-03');
  return (await store().kpis.get(partition, id))?.value.target;
};

it('written out and imported again, nothing has changed; every line of it can be read', async () => {
  const file = await out();
  const read = await readWorkbook(readFileSync(file));
  if (!read.ok) throw new Error(read.faults.map(faultText).join('\n'));
  expect(read.notes.map(faultText).filter((note) => note.includes('読みません'))).toEqual([]);
  const before = await everything();
  const told = await take(file);
  expect(told.text).toContain('変わったところはありません');
  expect(JSON.stringify(await everything())).toBe(JSON.stringify(before));
});

it('says what it refuses to write over, and what there is not yet', async () => {
  const file = fileOf();
  writeFileSync(file, 'mine');
  expect((await run(house.file, new Date(NOW))(workbookVerb, { rest: [file] })).text).toContain('すでにあります');
  expect(readFileSync(file, 'utf8')).toBe('mine');
  expect((await run(join(folder, 'none.sqlite'), new Date(NOW))(workbookVerb, { rest: [fileOf()] })).ok).toBe(false);
});

describe('a workbook that is older than what was decided in chat', () => {
  let old: string;
  let before: number | undefined;
  beforeAll(async () => {
    old = await out(fileOf(), '2026-11-24T10:00:30+09:00');
    before = await target();
    await say('KPI設定 K0-03 目標 91 小海町', 1);
    await say('閉庁日 12/28 小海町', 2);
    await say('名簿追加 新井 一郎 市町村職員 小海町 Teams 所属 小海町 税務課', 3);
    await say('名簿変更 山田 花子 氏名 小海 花子', 4);
    await say('名簿変更 小海 花子 メール koumi@town.example.jp', 5);
    const expert = house.content.members.find(({ email }) => email === 'expert-2@expert.example.jp')?.name;
    await say(`派遣決定 小海町 ${expert} 12/1-3/12 計画 12 協議 11/20 理由 市町村の希望`, 6);
  });

  it('is refused with all that it would undo, and nothing is written', async () => {
    const all = await everything();
    const told = await take(old);
    expect(told.ok).toBe(false);
    expect(told.text).toMatch(/K0-03 目標値[\s\S]*閉庁日 12\/28[\s\S]*名簿追加 新井 一郎/);
    expect(told.text).toMatch(/小海 花子[\s\S]*koumi@town.example.jp/);
    expect(told.text).toMatch(/派遣決定[\s\S]*12\/1\(火\)〜3\/12\(金\)/);
    expect(told.text).toMatch(/--undo/);
    expect(JSON.stringify(await everything())).toBe(JSON.stringify(all));
  });

  it('written out anew it knows them, and may change them', async () => {
    const file = await out();
    expect((await take(file)).text).toContain('変わったところはありません');
    const read = await readWorkbook(readFileSync(file));
    if (!read.ok) throw new Error('faults');
    const kpis = read.content.kpis.map((kpi) =>
      kpi.kpi === 'K0-03' && kpi.municipality === HOME ? { ...kpi, target: 93 } : kpi,
    );
    const edited = fileOf();
    writeFileSync(edited, await writtenOut({ ...read.content, kpis }, new Date(NOW)));
    expect((await take(edited)).text).toContain('KPI: 新規 0、変更 1');
    expect(await target()).toBe(93);
  });

  it('counts all the same where the operator says so: the same people, and what was decided is recorded as undone', async () => {
    const ids = async () => (await store().members.list(MEMBERS)).map(({ value }) => value.id);
    const known = await ids();
    const told = await take(old, true);
    expect(told.text).toContain('取込表のとおりに戻した');
    expect(await target()).toBe(before);
    expect(await ids()).toEqual(known);
    const yamada = (await store().members.list(MEMBERS)).find(({ value }) => value.email === OFFICER)?.value;
    expect(yamada).toMatchObject({ name: '山田 花子', active: true });
    const programme = await store().programmes.get(PROGRAMME, 'programme');
    expect(programme?.value.closures.map(({ day }) => day)).not.toContain('2026-12-28');
    const standing = (await store().settingChanges.list(PROGRAMME)).filter(({ value }) => !value.undone);
    expect(standing.map(({ value }) => value.title)).toEqual([expect.stringContaining('K0-03')]);
    expect((await take(old)).ok).toBe(true);
  });
});

it('a visit of the workbook is one that is recorded, and written out and taken in again nothing changes', async () => {
  const file = await out();
  const expert = house.content.members.find(
    ({ role, municipalities }) => role === 'expert' && municipalities.includes(HOME),
  );
  const book = new exceljs.Workbook();
  await book.xlsx.readFile(file);
  const sheet = book.getWorksheet('会議');
  const town = house.content.municipalities.find(({ code }) => code === HOME)?.name;
  const whom = `${town}、${expert?.office} ${expert?.name}`;
  sheet?.addRow([`${town} 訪問支援`, '訪問', '2026/12/3', '13:30', '16:00', '役場', whom]);
  const more = fileOf();
  await book.xlsx.writeFile(more);
  expect((await take(more)).ok).toBe(true);
  const visit = (await store().meetings.list(PROGRAMME)).map(({ value }) => value).find(({ kind }) => kind === 'visit');
  expect(visit).toMatchObject({ place: '役場', visit: { mode: 'in-person', expert: visit?.audience.at(-1) } });
  const before = JSON.stringify(await everything());
  expect((await take(await out())).text).toContain('変わったところはありません');
  expect(JSON.stringify(await everything())).toBe(before);
});
