import { NationalFigure } from '../../programme/indicators/national-figure.ts';
import { IndicatorTerms, indicatorTermsFor } from '../../programme/national-indicator.ts';
import type { Store } from '../../storage/collections.ts';

/** Plants what is published of a municipality: a figure in two versions, and what the secretariat knows of its indicator. */
export async function published(store: Store, municipality: string, office: string): Promise<void> {
  const from = (ask: string) => ({ by: 'operator', at: '2026-11-19T07:00:00.000Z', via: 'cli', ask });
  const figure = {
    ...{ municipality, indicator: 'NI-13', surveyedOn: '2026-04-01' },
    versions: [
      { ...from('national-1'), reading: { unpublished: '…' }, edition: '市区町村比較.csv' },
      {
        ...from('national-2'),
        ...{ reading: { value: 62.5, numerator: 15, denominator: 24 }, edition: '市区町村比較（改）.csv' },
        importedBy: '鈴木 一郎',
      },
    ],
  };
  await store.nationalFigures.put(NationalFigure.parse(figure), 'absent');
  const terms = indicatorTermsFor('NI-13', 2026, []);
  const kept = { ...terms, year: 2026, surveyedOn: '2026-04-01', checkedOn: '2026-11-16', checkedBy: office };
  await store.indicatorTerms.put(IndicatorTerms.parse(kept), 'absent');
}
