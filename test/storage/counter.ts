import type { KpiRecord } from '../../programme/progress/kpi-record.ts';
import { Refusal } from '../../programme/refusal.ts';
import { municipal } from '../../storage/collections.ts';
import { openEmbedded } from '../../storage/embedded.ts';
import { type Collection, change } from '../../storage/store.ts';

/** A document that counts: a KPI whose target is the count. */
export const counter = (municipality: string, target = 0): KpiRecord => ({
  municipality,
  fiscalYear: 2024,
  kpi: 'K0-01',
  target,
  weekly: true,
  entries: [],
});

export const counterAt = (municipality: string) => ({ partition: municipal(municipality), id: 'kpi-2024-K0-01' });

/** Adds one so many times. A lost race wrote nothing, so it may be tried again. */
export async function increment(docs: Collection<KpiRecord>, municipality: string, times: number): Promise<void> {
  for (let done = 0; done < times; ) {
    try {
      await change(docs, counterAt(municipality), (now) => ({ value: counter(municipality, (now?.target ?? 0) + 1) }));
      done++;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
}

/** What one of several processes on a file does. */
export async function incrementFile(file: string, municipality: string, times: number): Promise<void> {
  const { store, close } = openEmbedded(file);
  await increment(store.kpis, municipality, times);
  await close();
}
