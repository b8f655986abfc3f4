import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { importWorkbook } from '../../bot/hand-over/import/import-workbook.ts';
import { summaryText } from '../../bot/hand-over/import/summary.ts';
import { invite } from '../../bot/operator/give-codes.ts';
import type { ProgrammeContent } from '../../documents/workbook/content.ts';
import { readWorkbook } from '../../documents/workbook/read.ts';
import { CODE_ALPHABET } from '../../programme/people/invitation.ts';
import {
  ACQUAINTANCES,
  INVITATIONS,
  MEMBERS,
  municipal,
  type OpenStore,
  PROGRAMME,
  type Store,
} from '../../storage/collections.ts';
import { openEmbedded } from '../../storage/embedded.ts';
import { acquaintanceId } from '../../storage/ids.ts';
import { type Collection, change } from '../../storage/store.ts';
import { bytesOf, workbookOf } from './sample.ts';

const MONDAY = new Date('2024-09-02T00:00:00Z');
const TUESDAY = new Date('2024-09-03T00:00:00Z');
const CODES = ['203033', '203041', '202011'];

let folder: string;
let files = 0;
const opened: OpenStore[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bansou-import-'));
});
afterAll(async () => {
  for (const { close } of opened) await close();
  rmSync(folder, { recursive: true });
});

function emptyStore(): Store {
  const open = openEmbedded(join(folder, `${files++}.sqlite`));
  opened.push(open);
  return open.store;
}

async function content(): Promise<ProgrammeContent> {
  const read = await readWorkbook(await bytesOf(workbookOf()));
  if (!read.ok) throw new Error('the sample has faults');
  return read.content;
}

/** Everything but the audit, with or without etags. */
async function kept(store: Store, etags = true): Promise<unknown> {
  const lists = await Promise.all([
    store.programmes.list(PROGRAMME),
    store.municipalities.list(PROGRAMME),
    store.meetings.list(PROGRAMME),
    store.members.list(MEMBERS),
    ...CODES.flatMap((code) => [store.items.list(municipal(code)), store.kpis.list(municipal(code))]),
  ]);
  return lists.map((list) =>
    list.map(({ value, etag, effects }) => ({ value, effects, ...(etags ? { etag } : {}) }) as unknown),
  );
}

async function audited(store: Store): Promise<readonly string[]> {
  const lists = await Promise.all(
    [PROGRAMME, ...CODES.map(municipal)].map((partition) => store.audit.list(`${partition}-2024`)),
  );
  return lists.flat().map(({ value }) => value.record);
}

async function imported(): Promise<{ store: Store; workbook: ProgrammeContent }> {
  const [store, workbook] = [emptyStore(), await content()];
  await importWorkbook(store, workbook, MONDAY);
  return { store, workbook };
}

const memberOf = async (store: Store, name: string) =>
  (await store.members.list(MEMBERS)).map(({ value }) => value).filter((member) => member.name === name);

describe('importing', () => {
  test.each([
    [2025, '令和7年度に移るときは、年度更新（npm run bansou -- new-year 取込表.xlsx）'],
    [2023, '前の年度の記録は、取込表では変えられません。'],
  ])('refuses a workbook of %i and writes nothing', async (fiscalYear, said) => {
    const { store, workbook } = await imported();
    const [before, records] = [await kept(store), await audited(store)];
    const other = { ...workbook, programme: { ...workbook.programme, fiscalYear } };
    await expect(importWorkbook(store, other, TUESDAY)).rejects.toThrow(said);
    expect(await kept(store)).toEqual(before);
    expect(await audited(store)).toEqual(records);
  });

  test('keeps everything, and an audit entry of every record', async () => {
    const [store, workbook] = [emptyStore(), await content()];
    const summary = await importWorkbook(store, workbook, MONDAY);
    expect(summary.counts).toMatchObject({
      programme: { created: 1 },
      municipalities: { created: 3 },
      members: { created: 6 },
      items: { created: 4 },
      kpis: { created: 4 },
      meetings: { created: 2 },
    });
    const records = await audited(store);
    expect(records).toHaveLength(20);
    expect(new Set(records).size).toBe(20);
    expect(summaryText(summary)).toContain('名簿: 新規 6、変更 0、変更なし 0');
    const [entry] = await store.audit.list('m-203033-2024');
    expect(entry?.value).toMatchObject({ by: 'operator', via: 'cli', command: 'import', municipality: '203033' });
  });

  test('twice changes no etag and audits nothing', async () => {
    const { store, workbook } = await imported();
    const [before, records] = [await kept(store), await audited(store)];
    const summary = await importWorkbook(store, workbook, TUESDAY);
    expect(await kept(store)).toEqual(before);
    expect(await audited(store)).toEqual(records);
    expect(summaryText(summary)).toContain('変わったところはありません');
  });

  test('refuses what lists a record twice, before writing anything', async () => {
    const [store, workbook] = [emptyStore(), await content()];
    const twice = { ...workbook, items: [...workbook.items, ...workbook.items] };
    await expect(importWorkbook(store, twice, MONDAY)).rejects.toThrow(/listed twice/);
    expect((await store.members.list(MEMBERS)).length).toBe(0);
  });

  test('cut short anywhere and run again ends where an undisturbed import ends', async () => {
    const workbook = await content();
    const whole = emptyStore();
    await importWorkbook(whole, workbook, MONDAY);
    const [wanted, records] = [await kept(whole, false), [...(await audited(whole))].sort()];
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 62 }), async (writes) => {
        const store = emptyStore();
        await importWorkbook(failingAfter(store, writes), workbook, MONDAY).catch(() => undefined);
        await importWorkbook(store, workbook, MONDAY);
        expect(await kept(store, false)).toEqual(wanted);
        expect([...(await audited(store))].sort()).toEqual(records);
      }),
      { numRuns: 15 },
    );
  });
});

describe('a newer workbook', () => {
  test('people it no longer lists lose access and keep their record; listed again they are back', async () => {
    const { store, workbook } = await imported();
    const without = { ...workbook, members: workbook.members.filter(({ name }) => name !== '派遣 一郎') };
    const summary = await importWorkbook(store, without, TUESDAY);
    expect(summary.counts.members).toMatchObject({ ended: 1, unchanged: 5 });
    expect(await memberOf(store, '派遣 一郎')).toMatchObject([{ active: false, role: 'expert' }]);
    await importWorkbook(store, workbook, TUESDAY);
    expect(await memberOf(store, '派遣 一郎')).toMatchObject([{ active: true }]);
  });

  test('who gets an e-mail stays who they were, and keeps the chat account', async () => {
    const { store, workbook } = await imported();
    const [before] = await memberOf(store, '川上 太郎');
    const id = acquaintanceId('line-works', 'u-1');
    const account = { id, channel: 'line-works', person: 'u-1', metAt: MONDAY.toISOString() } as const;
    await store.acquaintances.put({ ...account, member: before?.id ?? '' }, 'absent');
    const email = 'taro@vill.example.jp';
    const members = workbook.members.map((one) => (one.name === '川上 太郎' ? { ...one, email } : one));
    await importWorkbook(store, { ...workbook, members }, TUESDAY);
    const [active, ...others] = (await memberOf(store, '川上 太郎')).filter((member) => member.active);
    expect(others).toEqual([]);
    expect(active).toMatchObject({ id: before?.id, email });
    expect((await store.acquaintances.get(ACQUAINTANCES, id))?.value.member).toBe(active?.id);
  });

  test('reports survive; what was set changes; what is gone is kept', async () => {
    const { store, workbook } = await imported();
    const at = { partition: municipal('203033'), id: 'item-2024-S1-3' };
    const from = { by: 'x', at: MONDAY.toISOString(), via: 'teams', ask: 'a' };
    await change(store.items, at, (now) => {
      if (!now) throw new Error('no item');
      return { value: { ...now, versions: [{ ...from, number: 1, stage: 'done' }] } };
    });
    const items = workbook.items.flatMap((item) => {
      if (item.item === 'S3-3') return [];
      const { due: _, ...others } = item;
      return [item.item === 'S1-3' ? { ...others, year: 'later' as const } : item];
    });
    const summary = await importWorkbook(store, { ...workbook, items, kpis: workbook.kpis.slice(1) }, TUESDAY);
    expect(summary.counts.items).toMatchObject({ changed: 2, unchanged: 1, kept: 1 });
    expect(summary.counts.kpis).toMatchObject({ ended: 1, unchanged: 3 });
    const item = (await store.items.get(at.partition, at.id))?.value;
    expect(item).toMatchObject({ year: 'later', versions: [{ stage: 'done' }] });
    expect(item).not.toHaveProperty('due');
    expect((await store.items.get(municipal('203033'), 'item-2024-S3-3'))?.value.year).toBe('later');
    expect((await store.kpis.get(municipal('203033'), 'kpi-2024-K1-01'))?.value).toMatchObject({
      weekly: false,
      target: 100,
    });
    expect(summaryText(summary)).toContain('「対象外」と書いてください');
  });

  test('a municipality that is gone is no longer supported, and is asked nothing', async () => {
    const { store, workbook } = await imported();
    const others = <T extends { municipality: string }>(all: readonly T[]) =>
      all.filter(({ municipality }) => municipality !== '203041');
    const municipalities = workbook.municipalities.filter(({ code }) => code !== '203041');
    const less = { ...workbook, municipalities, items: others(workbook.items), kpis: others(workbook.kpis) };
    const summary = await importWorkbook(store, less, TUESDAY);
    expect(summary.counts.municipalities).toMatchObject({ ended: 1, unchanged: 2 });
    const [kawakami] = (await store.municipalities.list(PROGRAMME)).filter(({ value }) => value.code === '203041');
    expect(kawakami?.value.supported).toBe(false);
    expect((await store.kpis.get(municipal('203041'), 'kpi-2024-K0-03'))?.value.weekly).toBe(false);
  });

  test('meetings ahead are removed, past ones and those made in chat stay', async () => {
    const { store, workbook } = await imported();
    const [first] = workbook.meetings;
    if (!first) throw new Error('no meeting');
    await store.meetings.put({ ...first, id: 'meeting-chat', day: '2024-12-02', scheduledBy: 'member-x' }, 'absent');
    const afterTheFirst = new Date('2024-09-24T00:00:00Z');
    const summary = await importWorkbook(store, { ...workbook, meetings: [] }, afterTheFirst);
    expect(summary.counts.meetings).toMatchObject({ ended: 1 });
    const left = await store.meetings.list(PROGRAMME);
    expect(left.map(({ value }) => value.id)).toEqual([first.id, 'meeting-chat']);
    expect((await audited(store)).filter((record) => record.includes('meeting-20241003'))).toHaveLength(2);
  });
});

describe('inviting', () => {
  test('gives those nobody has met a code that works, once', async () => {
    const { store } = await imported();
    const [met] = await memberOf(store, '小海 花子');
    const id = acquaintanceId('teams', 'u-2');
    const account = {
      id,
      channel: 'teams',
      person: 'u-2',
      metAt: MONDAY.toISOString(),
      member: met?.id ?? '',
    } as const;
    await store.acquaintances.put(account, 'absent');
    const first = await invite(store, undefined, MONDAY);
    expect(first.map(({ name }) => name).sort()).toEqual(
      ['川上 太郎', '派遣 一郎', '事務 局子', '県 職員', '長野 閲子'].sort(),
    );
    for (const { code, expires } of first) {
      expect([...code].every((letter) => CODE_ALPHABET.includes(letter))).toBe(true);
      expect(code).toHaveLength(8);
      expect(expires).toBe('2024-09-16T00:00:00.000Z');
    }
    expect(await invite(store, undefined, TUESDAY)).toEqual(first);
    const entries = await store.audit.list(`${PROGRAMME}-2024`);
    expect(entries.filter(({ value }) => value.command === 'invite')).toHaveLength(5);
    expect(JSON.stringify(entries)).not.toContain(first[0]?.code);
    const kept = await store.invitations.list(INVITATIONS);
    expect(kept.every(({ effects }) => effects.length === 0)).toBe(true);
  });

  test('a code that has expired is replaced; who has left gets none', async () => {
    const { store } = await imported();
    const [taro] = await memberOf(store, '川上 太郎');
    if (!taro) throw new Error('nobody');
    const [old] = await invite(store, [taro], MONDAY, 1);
    const [fresh] = await invite(store, [taro], new Date('2024-09-05T00:00:00Z'), 1);
    expect(fresh?.code).not.toBe(old?.code);
    expect(await invite(store, [{ ...taro, active: false }], MONDAY)).toEqual([]);
  });
});

/** A store that dies after so many writes, as if its process had been killed. */
function failingAfter(store: Store, writes: number): Store {
  let left = writes;
  const spend = () => {
    if (left-- <= 0) throw new Error('killed');
  };
  const dying = <T>(docs: Collection<T>): Collection<T> => ({
    ...docs,
    put: async (value, was, effects) => {
      spend();
      return docs.put(value, was, effects);
    },
    remove: async (partition, id, was) => {
      spend();
      return docs.remove(partition, id, was);
    },
  });
  return Object.fromEntries(
    Object.entries(store).map(([name, docs]) => [name, dying(docs as Collection<unknown>)]),
  ) as unknown as Store;
}
