import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readEverything } from '../../bot/hand-over/everything.ts';
import { exportFiles } from '../../bot/hand-over/export.ts';
import { ofFiscalYear } from '../../bot/hand-over/fiscal-year.ts';
import { OlderWorkbook } from '../../bot/hand-over/import/decisions.ts';
import { importWorkbook } from '../../bot/hand-over/import/import-workbook.ts';
import { begunNewYear, carryOutNewYear, dropNewYear } from '../../bot/hand-over/new-year/carry-out.ts';
import { finishNewYear } from '../../bot/hand-over/new-year/finish.ts';
import { NotNextYear } from '../../bot/hand-over/new-year/not-next-year.ts';
import { prepare } from '../../bot/hand-over/new-year/prepare.ts';
import { workbookContent } from '../../bot/hand-over/workbook-content.ts';
import type { ProgrammeContent } from '../../documents/workbook/content.ts';
import { readWorkbook } from '../../documents/workbook/read.ts';
import { writtenOut } from '../../documents/workbook/written-out.ts';
import type { ItemDecision } from '../../programme/year/going-on.ts';
import { MEMBERS, type OpenStore, PROGRAMME, type Store } from '../../storage/collections.ts';
import { openEmbedded } from '../../storage/embedded.ts';
import { itemsIn, kpisIn, progressIn } from '../../storage/progress.ts';
import type { Collection } from '../../storage/store.ts';
import { takeAlong } from '../../storage/take-along.ts';
import { embeddedHarness, type Planted } from '../storage/harness.ts';
import { AT, HOME, NEIGHBOUR, NEWCOMER, nextYear, oneYearOn, settle, thisYear } from './closing-programme.ts';

const LATER = new Date('2028-04-01T00:00:00+09:00');
const by = { now: AT, operator: '山田' };
const decisions: readonly ItemDecision[] = [{ municipality: HOME, item: 'S3-3', goesOn: 'this', due: '2025-12-26' }];

let opened: OpenStore;
let store: Store;
beforeEach(async () => {
  opened = openEmbedded(':memory:');
  store = opened.store;
  await settle(store);
});
afterEach(() => opened.close());

const goOn = async (content: ProgrammeContent = nextYear, into: Store = store) =>
  carryOutNewYear(into, await prepare(into, content, decisions), by);

/** All that is there, but for the traces of how it came there. */
async function allIn(one: Store) {
  const { audit: _audit, changes: _changes, ...all } = await readEverything(one, LATER);
  return Object.fromEntries(
    Object.entries(all).map(([name, held]) => [
      name,
      held.map(({ partition, id, value }: { partition: string; id: string; value: unknown }) => ({
        partition,
        id,
        value,
      })),
    ]),
  );
}

async function exported(one: Store, year: number): Promise<string> {
  const all = await readEverything(one, LATER);
  const scope = { programme: '事業', year };
  const { files } = await exportFiles(ofFiscalYear(all, year), scope, {
    ...{ members: all.members, municipalities: all.municipalities, jobs: [] },
  });
  return files.map(({ name, bytes }) => `${name} ${Buffer.from(bytes).toString('base64')}`).join('\n');
}

/** A store that dies at its nth write: what came before is written, and nothing after it. */
function dyingAt(nth: number, whole: Store): { readonly dying: Store; readonly writes: () => number } {
  let writes = 0;
  const dies =
    <A extends readonly unknown[], R>(write: (...given: A) => Promise<R>) =>
    async (...given: A): Promise<R> => {
      writes++;
      if (writes >= nth) throw new Error('died');
      return write(...given);
    };
  const dying = Object.fromEntries(
    Object.entries(whole as unknown as Record<string, Collection<unknown>>).map(([name, docs]) => [
      name,
      { ...docs, put: dies(docs.put), remove: dies(docs.remove) },
    ]),
  );
  return { dying: dying as unknown as Store, writes: () => writes };
}

it('goes on to the next year, with what was decided, and who comes and leaves', async () => {
  await goOn();
  const programme = (await store.programmes.get(PROGRAMME, 'programme'))?.value;
  expect(programme).toMatchObject({ fiscalYear: 2025, name: '2025の事業' });
  expect(programme?.closed).toMatchObject([{ fiscalYear: 2024, name: '2024の事業', lateUntil: '2025-05-31' }]);
  expect(
    (await itemsIn(store, HOME, 2025)).map(({ value: { item, year, due, carried } }) => [
      item,
      year,
      due,
      carried?.goesOn,
    ]),
  ).toEqual([
    ['S1-3', 'this', '2026-02-27', 'this'],
    ['S2-1', 'none', undefined, 'end'],
    ['S3-3', 'this', '2025-12-26', 'this'],
  ]);
  expect(await itemsIn(store, NEIGHBOUR, 2025)).toEqual([]);
  expect((await kpisIn(store, NEWCOMER, 2025)).map(({ value }) => value.target)).toEqual([50]);
  const people = (await store.members.list(MEMBERS)).map(({ value: { name, active } }) => [name, active]);
  expect(people.toSorted()).toEqual([
    ['hanako', true],
    ['jiro', true],
    ['taro', false],
  ]);
  const meetings = (await store.meetings.list(PROGRAMME)).map(({ value }) => value.title);
  expect(meetings).toEqual(['反省会', '第1回']);
  expect(await begunNewYear(store)).toBeUndefined();
});

it('leaves the closed year byte for byte as it was, three years in a row', async () => {
  let content = nextYear;
  const before: string[] = [];
  for (const year of [2024, 2025, 2026]) {
    before.push(await exported(store, year));
    await goOn(content);
    content = oneYearOn(content);
  }
  for (const [n, year] of [2024, 2025, 2026].entries()) expect(await exported(store, year)).toBe(before[n]);
  const programme = (await store.programmes.get(PROGRAMME, 'programme'))?.value;
  expect([programme?.fiscalYear, programme?.closed?.map(({ fiscalYear }) => fiscalYear)]).toEqual([
    2027,
    [2024, 2025, 2026],
  ]);
});

it('is carried out once: the same workbook again is told so, and changes nothing', async () => {
  await goOn();
  const once = await allIn(store);
  const again = await goOn().catch((error: unknown) => error);
  expect(again).toBeInstanceOf(NotNextYear);
  expect(again).toMatchObject({ isDone: true, message: expect.stringContaining('済んでいます') });
  expect(await allIn(store)).toEqual(once);
});

it('takes the workbook of the next year and no other', async () => {
  const refused = async (fiscalYear: number) =>
    goOn({ ...nextYear, programme: { ...nextYear.programme, fiscalYear } }).catch((error: Error) => error.message);
  expect(await refused(2024)).toContain('年度更新に使うのは令和7年度の取込表です');
  expect(await refused(2023)).toContain('前の年度には戻せません');
  expect(await refused(2026)).toContain('1年度ずつです');
});

describe('a run that died', () => {
  /** A run in a store of its own that dies at its nth write; undefined where it had no such write. */
  async function runDyingAt(nth: number): Promise<OpenStore | undefined> {
    const other = openEmbedded(':memory:');
    await settle(other.store);
    const { dying } = dyingAt(nth, other.store);
    try {
      await goOn(nextYear, dying);
    } catch {
      return other;
    }
    await other.close();
    return undefined;
  }

  it('at any write is seen by nobody before the programme has changed, and ends the same once it is done again', async () => {
    const before = await allIn(store);
    await goOn();
    const whole = await allIn(store);
    let nth = 1;
    for (let died = await runDyingAt(nth); died; died = await runDyingAt(++nth)) {
      const left = await allIn(died.store);
      const hasChanged = JSON.stringify(left['programmes']) !== JSON.stringify(before['programmes']);
      const seen = (all: typeof left) => ['members', 'municipalities', 'meetings'].map((name) => all[name]);
      expect(hasChanged || seen(left)).toEqual(hasChanged || seen(before));
      // As the next opening of the store does, and then whoever tries once more.
      expect(await finishNewYear(died.store)).toBe(hasChanged);
      if (!hasChanged) await goOn(nextYear, died.store);
      expect(await allIn(died.store)).toEqual(whole);
      await died.close();
    }
    expect(nth).toBeGreaterThan(20);
  }, 60_000);

  it('is dropped whole, and then it is as if nothing had been', async () => {
    const before = await allIn(store);
    const { dying } = dyingAt(8, store);
    await expect(carryOutNewYear(dying, await prepare(store, nextYear, decisions), by)).rejects.toThrow('died');
    expect(await begunNewYear(store)).toMatchObject({ operator: '山田', fiscalYear: 2025 });
    expect((await dropNewYear(store, AT))?.operator).toBe('山田');
    expect(await allIn(store)).toEqual(before);
    expect(await dropNewYear(store, AT)).toBeUndefined();
  });

  it('leaves nothing to another workbook that is carried out instead', async () => {
    const { dying } = dyingAt(20, store);
    await expect(carryOutNewYear(dying, await prepare(store, nextYear, decisions), by)).rejects.toThrow('died');
    const other = { ...nextYear, kpis: nextYear.kpis.slice(1), items: nextYear.items.slice(0, 1) };
    await goOn(other);
    expect(await kpisIn(store, HOME, 2025)).toEqual([]);
    expect(await itemsIn(store, NEWCOMER, 2025)).toEqual([]);
  });
});

describe('the workbook of the year that was begun, imported again', () => {
  const later = new Date('2025-04-10T09:00:00+09:00');
  /** S3-3 was put off to the year after by the workbook, and decided to begin now. */
  const against: ProgrammeContent = {
    ...nextYear,
    items: [...nextYear.items, { municipality: HOME, item: 'S3-3', year: 'later' }],
  };
  const ofS33 = async () => {
    const { year, due, carried } =
      (await itemsIn(store, HOME, 2025)).find(({ value }) => value.item === 'S3-3')?.value ?? {};
    return { year, due, goesOn: carried?.goesOn };
  };

  it('does not undo unseen what was decided against it', async () => {
    await goOn(against);
    const before = await allIn(store);
    const refused = await importWorkbook(store, against, later).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(OlderWorkbook);
    expect((refused as OlderWorkbook).sentences).toEqual([
      expect.stringMatching(
        /^3\/27\(木\) 17:00 の年度更新で決めた「年度更新 033町」（S3-3 .*継続（令和7年度に実施）・期限 令和7年12月26日（金）/,
      ),
    ]);
    expect(await allIn(store)).toEqual(before);
  });

  it('counts where the operator says so, and then there is nothing left to undo', async () => {
    await goOn(against);
    await importWorkbook(store, against, later, undefined, { undo: true });
    expect(await ofS33()).toMatchObject({ year: 'later', due: undefined });
    expect(await store.settingChanges.list(PROGRAMME)).toEqual([]);
    await importWorkbook(store, against, later);
  });

  it('is taken where it says what was decided, was written out afterwards, or does not name the item', async () => {
    await goOn(against);
    await importWorkbook(store, nextYear, later);
    const same = { municipality: HOME, item: 'S3-3', year: 'this' as const, due: '2025-12-26' };
    await importWorkbook(store, { ...nextYear, items: [...nextYear.items, same] }, later);
    expect(await ofS33()).toEqual({ year: 'this', due: '2025-12-26', goesOn: 'this' });
    await importWorkbook(store, against, later, undefined, { writtenOut: '2025-04-05T00:00:00.000Z' });
    expect(await ofS33()).toMatchObject({ year: 'later', due: undefined });
  });
});

it('tells a deadline that was decided for a day outside of the new period', async () => {
  const { faults } = await prepare(store, nextYear, [
    { municipality: HOME, item: 'S1-3', goesOn: 'this', due: '2026-03-31' },
  ]);
  expect(faults).toEqual([expect.stringContaining('033町 S1-3: 決めた期限 2026-03-31 が令和7年度の事業の期間')]);
  expect((await prepare(store, nextYear, decisions)).faults).toEqual([]);
  expect(thisYear.programme.fiscalYear).toBe(2024);
});

describe('a store of before years had numbers', () => {
  const OLD: readonly Planted[] = JSON.parse(
    readFileSync(join(__dirname, '../fixtures/stores/before-years.json'), 'utf8'),
  );

  it('is taken along, goes on to 令和7年度, and still tells 令和6年度 as it did', async () => {
    const harness = await embeddedHarness();
    const old = await harness.open();
    for (const document of OLD) await harness.plant(document);
    await takeAlong(old.store);
    const before = await exported(old.store, 2024);
    const told = await progressIn(old.store, HOME, { fiscalYear: 2024 });
    const towns = (await old.store.municipalities.list(PROGRAMME)).map(({ value }) => value);
    const content = { ...nextYear, municipalities: towns, members: [], items: [], kpis: [] };
    await goOn(content, old.store);
    expect(await exported(old.store, 2024)).toBe(before);
    expect(await progressIn(old.store, HOME, { fiscalYear: 2024 })).toEqual(told);
    const carried = await itemsIn(old.store, HOME, 2025);
    expect(carried.map(({ value }) => value.item)).toEqual([...told.items.keys()]);
    expect(carried.flatMap(({ value }) => value.versions)).toEqual([]);
    await old.close();
    await harness.close();
  });
});

it('leaves the meetings of the closed year alone when the next workbook is imported after it', async () => {
  const before = await exported(store, 2024);
  await goOn();
  await importWorkbook(store, nextYear, AT);
  const titles = (await store.meetings.list(PROGRAMME)).map(({ value }) => value.title);
  expect(titles.toSorted()).toEqual(['反省会', '第1回']);
  expect(await exported(store, 2024)).toBe(before);
});

it('is written out as the workbook of its year, which is read and imported without a change', async () => {
  await goOn();
  const content = await workbookContent(store);
  expect(content?.meetings.map(({ title }) => title)).toEqual(['第1回']);
  if (!content) throw new Error('no programme');
  const read = await readWorkbook(await writtenOut(content, AT));
  expect(read.ok ? [] : read.faults.map(({ problem }) => problem)).toEqual([]);
});
