import { answerSheetOf } from '../../bot/features/check-in/answer-sheet-document.ts';
import { importWorkbook } from '../../bot/hand-over/import/import-workbook.ts';
import { fictionalProgramme, HOME } from '../../demo/programme.ts';
import type { KpiEntry } from '../../programme/progress/kpi-record.ts';
import { type Week, weekOf } from '../../programme/week.ts';
import { PROGRAMME, type Store } from '../../storage/collections.ts';
import { municipalityIn } from '../../storage/municipalities.ts';
import { kpiAt, progressIn } from '../../storage/progress.ts';
import { change } from '../../storage/store.ts';

export const NOW = new Date('2026-11-24T10:00:00+09:00');
export const WEEK = weekOf(NOW);
/** Where the headings of the sheet stand. */
export const HEADINGS = 4;

export async function programmeIn(store: Store) {
  const found = (await store.programmes.get(PROGRAMME, 'programme'))?.value;
  if (!found) throw new Error('no programme');
  return found;
}

/** Somebody reports a rate of 20 in the chat. */
export async function reported(
  store: Store,
  id: string,
  { numerator, ...said }: Pick<KpiEntry, 'number' | 'week' | 'by' | 'at' | 'ask'> & { readonly numerator: number },
): Promise<void> {
  await change(store.kpis, kpiAt(HOME, (await programmeIn(store)).fiscalYear, id), (known) => {
    if (!known) throw new Error(`no ${id}`);
    const value = (numerator / 20) * 100;
    const entry = { ...said, via: 'teams', kind: 'value' as const, value, numerator, denominator: 20 };
    return { value: { ...known, entries: [...known.entries, entry] } };
  });
}

/** The fictional programme; what two of its KPIs were the week before. Without it nobody could say 変更なし. */
export async function plantAnswers(store: Store): Promise<void> {
  await importWorkbook(store, fictionalProgramme(NOW), NOW);
  await plantLastWeek(store);
}

export async function plantLastWeek(store: Store): Promise<void> {
  for (const id of ['K0-03', 'K1-03']) {
    const before = { by: 'somebody', at: '2026-11-17T01:00:00.000Z', ask: `before-${id}` };
    await reported(store, id, { ...before, number: 1, week: '2026-11-16', numerator: 10 });
  }
}

/** The sheet of a week as it goes out at a moment. */
export async function exportedAnswers(store: Store, week: Week = WEEK, now = NOW): Promise<Uint8Array> {
  return answerSheetOf(await municipalityIn(store, HOME), week, { store, programme: await programmeIn(store), now });
}

/** Everything that a sheet could change. */
export async function answersThere(store: Store) {
  const { kpis, items } = await progressIn(store, HOME, await programmeIn(store));
  return { kpis: [...kpis.values()], items: [...items.values()] };
}
