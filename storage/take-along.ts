import type { ItemRecord } from '../programme/progress/item-record.ts';
import type { KpiRecord } from '../programme/progress/kpi-record.ts';
import { UNDATED, yearlyIds } from '../programme/progress/record-year.ts';
import type { Provenance } from '../programme/provenance.ts';
import { municipal, PROGRAMME, type Store } from './collections.ts';
import { municipalitiesIn } from './municipalities.ts';
import { relay } from './relay.ts';
import { type Collection, change } from './store.ts';

/** How the documents lie since the ids of items and KPIs carry their fiscal year. */
const LAYOUT = 2;
const THE_PROGRAMME = { partition: PROGRAMME, id: 'programme' };
/** How many documents are moved side by side. */
const ABREAST = 8;

/**
 * Takes along what an older program left: items and KPIs that do not say their fiscal year belong to the programme's,
 * and move to where its records lie. Done once, which the programme's document remembers; a run that was cut short
 * leaves some documents in both places, and the next one finishes it. The service may serve nobody before.
 */
export async function takeAlong(store: Store): Promise<void> {
  const programme = (await store.programmes.get(THE_PROGRAMME.partition, THE_PROGRAMME.id))?.value;
  if (!programme || programme.layout === LAYOUT) return;
  const { fiscalYear } = programme;
  for (const { code } of await municipalitiesIn(store)) {
    const partition = municipal(code);
    await moveAll(store, store.items, { partition, ...yearlyIds('item', UNDATED) }, (old, there) => ({
      ...old,
      ...there,
      fiscalYear,
      versions: joined(there?.versions, old.versions),
    }));
    await moveAll(store, store.kpis, { partition, ...yearlyIds('kpi', UNDATED) }, (old, there) => ({
      ...old,
      ...there,
      fiscalYear,
      entries: joined(there?.entries, old.entries),
    }));
  }
  await change(
    store.programmes,
    THE_PROGRAMME,
    (now = programme) => ({ value: { ...now, layout: LAYOUT } }),
    (found) => relay(store, store.programmes, found),
  );
}

type Range = { readonly partition: string; readonly from: string; readonly below: string };
/** The record with its year; `there` is what lies in its place already. */
type Dated<T> = (old: T, there: T | undefined) => T;

async function moveAll<T extends ItemRecord | KpiRecord>(
  store: Store,
  docs: Collection<T>,
  { partition, ...range }: Range,
  dated: Dated<T>,
): Promise<void> {
  const ids = (await docs.list(partition, range)).map(({ value }) => docs.idOf(value));
  for (let from = 0; from < ids.length; from += ABREAST) {
    await Promise.all(ids.slice(from, from + ABREAST).map((id) => move(store, docs, { partition, id }, dated)));
  }
}

/** Written in its new place before it goes from the old one, and once more where somebody changed it in between. */
async function move<T extends ItemRecord | KpiRecord>(
  store: Store,
  docs: Collection<T>,
  at: { readonly partition: string; readonly id: string },
  dated: Dated<T>,
): Promise<void> {
  for (let outcome = 'changed-meanwhile'; outcome === 'changed-meanwhile'; ) {
    const found = await docs.get(at.partition, at.id);
    if (!found) return;
    const etag = found.effects.length > 0 ? await relay(store, docs, found) : found.etag;
    const place = { partition: at.partition, id: docs.idOf(dated(found.value, undefined)) };
    await change(
      docs,
      place,
      (there) => ({ value: dated(found.value, there) }),
      (other) => relay(store, docs, other),
    );
    outcome = await docs.remove(at.partition, at.id, etag);
  }
}

type Report = Provenance & { readonly number: number; readonly week?: string };

/** What an older program, still running, reported in the old place after it was copied is taken along too. */
function joined<R extends Report>(kept: readonly R[] = [], old: readonly R[]): R[] {
  const isKept = (report: R) => kept.some(({ ask, week }) => ask === report.ask && week === report.week);
  const newest = Math.max(0, ...kept.map(({ number }) => number));
  const missing = old.filter((report) => !isKept(report));
  const added = kept.length === 0 ? missing : missing.map((report, at) => ({ ...report, number: newest + 1 + at }));
  return [...kept, ...added].sort(({ week: a = '' }, { week: b = '' }) => (a < b ? -1 : a > b ? 1 : 0));
}
