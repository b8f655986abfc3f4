import { currentWeek } from '../../../programme/asked-year.ts';
import type { IndicatorRecords, TownIndicators } from '../../../programme/indicators/beside-reported.ts';
import { townIndicators } from '../../../programme/indicators/beside-reported.ts';
import { NATIONAL_FIGURES } from '../../../programme/indicators/national-figure.ts';
import type { Municipality } from '../../../programme/municipality.ts';
import { INDICATOR_TERMS, type IndicatorTerms } from '../../../programme/national-indicator.ts';
import type { Programme } from '../../../programme/programme.ts';
import { municipal, PROGRAMME, type Store } from '../../../storage/collections.ts';
import { supportedMunicipalities } from '../../../storage/municipalities.ts';
import { progressIn } from '../../../storage/progress.ts';

type At = { readonly store: Store; readonly programme: Programme; readonly now: Date };

/** What the secretariat has kept of the indicators; `indicatorTermsFor` knows the others. */
export async function keptIndicators(store: Store): Promise<readonly IndicatorTerms[]> {
  return (await store.indicatorTerms.list(PROGRAMME, INDICATOR_TERMS)).map(({ value }) => value);
}

/** Every indicator of a municipality, with what it reports beside. */
export async function indicatorsOf(municipality: Municipality, at: At): Promise<TownIndicators> {
  const [kept, records] = await Promise.all([keptIndicators(at.store), recordsOf(municipality, at)]);
  return townIndicators(records, knownAt(kept, at));
}

/** The same of those that are supported, by 団体コード. @param only these (団体コード); all when absent */
export async function indicatorsEverywhere(
  at: At,
  only: readonly string[] | undefined,
): Promise<readonly TownIndicators[]> {
  const all = await supportedMunicipalities(at.store);
  const chosen = all.filter(({ code }) => only === undefined || only.includes(code));
  const [kept, records] = await Promise.all([
    keptIndicators(at.store),
    Promise.all(chosen.map((municipality) => recordsOf(municipality, at))),
  ]);
  return records
    .toSorted((a, b) => a.municipality.code.localeCompare(b.municipality.code))
    .map((each) => townIndicators(each, knownAt(kept, at)));
}

async function recordsOf(municipality: Municipality, { store, programme }: At): Promise<IndicatorRecords> {
  const [figures, records] = await Promise.all([
    store.nationalFigures.list(municipal(municipality.code), NATIONAL_FIGURES),
    progressIn(store, municipality.code, programme),
  ]);
  return { municipality, figures: figures.map(({ value }) => value), records };
}

const knownAt = (kept: readonly IndicatorTerms[], { programme, now }: At) => ({
  kept,
  week: currentWeek(programme, now),
  fiscalYear: programme.fiscalYear,
});
