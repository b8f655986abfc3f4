import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerSheetOf } from '../../bot/features/check-in/answer-sheet-document.ts';
import { documentVerb } from '../../bot/operator/document.ts';
import { takeVerb } from '../../bot/operator/take.ts';
import { HOME } from '../../demo/programme.ts';
import { currentInitiative } from '../../programme/initiatives/initiative.ts';
import { entryOf } from '../../programme/progress/kpi-record.ts';
import { PROGRAMME, type Store } from '../../storage/collections.ts';
import { openEmbedded } from '../../storage/embedded.ts';
import { municipalityIn } from '../../storage/municipalities.ts';
import { kpiAt, progressIn } from '../../storage/progress.ts';
import { change } from '../../storage/store.ts';
import { editedBook } from '../files/edited-book.ts';
import {
  changedMeanwhile,
  exportedRoadmap,
  HEADINGS,
  initiativesThere,
  NOW,
  plantRoadmap,
} from '../initiatives/planted-roadmap.ts';
import { terminal } from './verbs.ts';

const WEEK = '2026-11-23';
const folder = mkdtempSync(join(tmpdir(), 'bansou-take-'));
const file = join(folder, 'store.sqlite');
afterAll(() => rmSync(folder, { recursive: true }));

const operate = terminal(file, NOW);
const within = async <T>(work: (store: Store) => Promise<T>): Promise<T> => {
  const { store, close } = openEmbedded(file);
  try {
    return await work(store);
  } finally {
    await close();
  }
};
const kept = (name: string, bytes: Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};
const programmeOf = async (store: Store) => {
  const found = (await store.programmes.get(PROGRAMME, 'programme'))?.value;
  if (!found) throw new Error('no programme');
  return found;
};
const weekly = async (id: string) =>
  within(async (store) => {
    const record = (await progressIn(store, HOME, await programmeOf(store))).kpis.get(id);
    if (!record) throw new Error(`no ${id}`);
    return record;
  });

beforeAll(() => within(plantRoadmap));

describe('take, with a 工程表', () => {
  let path: string;
  beforeAll(async () => {
    const exported = await within(exportedRoadmap);
    path = kept(
      '工程表.xlsx',
      await editedBook(exported, HEADINGS, ({ cell }) => {
        cell('目指す姿・目標', HEADINGS + 1).value = '1件10分にする';
        cell('優先度', HEADINGS + 3).value = '高';
      }),
    );
    await within((store) => changedMeanwhile(store, '1件20分にする'));
  });

  it('prints the differences and changes nothing', async () => {
    const before = await within(initiativesThere);
    const { ok, text, data } = await operate(takeVerb, { rest: [path] });
    expect(ok).toBe(true);
    expect(text).toContain('優先度: 低 → 高');
    expect(text).toContain('重なり（今のままにします）');
    expect(text).toContain('何も変えていません');
    expect(data).toMatchObject({ kind: '工程表', municipality: HOME, conflicts: 1, applied: false });
    expect(await within(initiativesThere)).toEqual(before);
  });

  it('with --apply writes what nothing stands against, leaves the conflict, and the second time changes nothing', async () => {
    const { text } = await operate(takeVerb, { rest: [path], apply: true });
    expect(text).toContain('1件を記録しました');
    const after = await within(initiativesThere);
    expect(after.map((one) => currentInitiative(one).content)).toMatchObject([
      { goal: '1件20分にする' },
      {},
      { priority: 'high' },
    ]);
    const again = await operate(takeVerb, { rest: [path], apply: true });
    expect(again.text).toContain('記録するものはありませんでした');
    expect(await within(initiativesThere)).toEqual(after);
  });
});

describe('take, with a 週次回答表', () => {
  let path: string;
  beforeAll(async () => {
    // What is counted from: without it nobody could say 変更なし.
    await within(async (store) => {
      for (const [id, numerator] of [
        ['K0-03', 10],
        ['K1-03', 10],
      ] as const)
        await change(store.kpis, kpiAt(HOME, (await programmeOf(store)).fiscalYear, id), (known) => {
          if (!known) throw new Error('no record');
          const from = { by: 'somebody', at: '2026-11-17T01:00:00.000Z', via: 'teams', ask: `before-${id}` };
          const entry = {
            ...from,
            number: 1,
            week: '2026-11-16',
            kind: 'value' as const,
            value: 50,
            numerator,
            denominator: 20,
          };
          return { value: { ...known, entries: [entry] } };
        });
    });
    const bytes = await within(async (store) =>
      answerSheetOf(await municipalityIn(store, HOME), WEEK, { store, programme: await programmeOf(store), now: NOW }),
    );
    path = kept(
      '週次回答表.xlsx',
      await editedBook(bytes, HEADINGS, ({ cell, rowOf }) => {
        cell('分子', rowOf('番号', 'K0-03')).value = 12;
        cell('分子', rowOf('番号', 'K1-03')).value = 11;
      }),
    );
    await within(async (store) => {
      await change(store.kpis, kpiAt(HOME, (await programmeOf(store)).fiscalYear, 'K1-03'), (known) => {
        if (!known) throw new Error('no record');
        const from = { by: 'other', at: '2026-11-24T00:30:00.000Z', via: 'teams', ask: 'meanwhile' };
        const entry = {
          ...from,
          number: 2,
          week: WEEK,
          kind: 'value' as const,
          value: 90,
          numerator: 18,
          denominator: 20,
        };
        return { value: { ...known, entries: [...known.entries, entry] } };
      });
    });
  });

  it('prints the differences and changes nothing', async () => {
    const { text, data } = await operate(takeVerb, { rest: [path] });
    expect(text).toContain('K0-03 DX基礎研修受講率: 50%（10/20） → 60%（12/20）');
    expect(text).toMatch(/重なり（今のままにします）: K1-03 .*18\/20.*11\/20/);
    expect(data).toMatchObject({ kind: '週次回答表', conflicts: 1, applied: false });
    expect(entryOf(await weekly('K0-03'), WEEK)).toBeUndefined();
  });

  it('with --apply keeps it as 代理入力, leaves the conflict, and the second time changes nothing', async () => {
    expect((await operate(takeVerb, { rest: [path], apply: true })).text).toContain('1件を記録しました');
    const after = await weekly('K0-03');
    expect(entryOf(after, WEEK)).toMatchObject({ numerator: 12, via: 'cli', by: 'operator', proxy: {} });
    expect(entryOf(await weekly('K1-03'), WEEK)).toMatchObject({ numerator: 18, by: 'other' });
    const again = await operate(takeVerb, { rest: [path], apply: true });
    expect(again.text).toContain('記録するものはありませんでした');
    expect(await weekly('K0-03')).toEqual(after);
    expect(await within((store) => store.takenFiles.list(PROGRAMME))).toHaveLength(1);
  });

  it('is written out by the operator for a municipality and the week of a day', async () => {
    const out = join(folder, 'out.xlsx');
    const { ok } = await operate(documentVerb, { rest: ['週次回答表'], municipality: HOME, day: '2026-11-25', out });
    expect(ok).toBe(true);
    expect((await operate(takeVerb, { rest: [out] })).text).toContain('違うところはありません');
  });
});

it('takes none of 50 MB, and says so', async () => {
  const { ok, text } = await operate(takeVerb, { rest: [kept('大きい表.xlsx', new Uint8Array(50_000_000))] });
  expect(ok).toBe(false);
  expect(text).toMatch(/10MBまで.*ください/);
});
