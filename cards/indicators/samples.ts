import { editionOf, findKpi } from '../../programme/catalogue.ts';
import { townIndicators } from '../../programme/indicators/beside-reported.ts';
import type { FigureReading, NationalFigure } from '../../programme/indicators/national-figure.ts';
import { indicatorParts } from '../../programme/indicators/terms-change.ts';
import { indicatorsIn, surenessOf } from '../../programme/national-indicator.ts';
import { progressOf } from '../../programme/progress/step-standing.ts';
import type { Samples } from '../card.ts';
import * as example from '../example.ts';
import { indicatorEverywhereCard, indicatorSumsCard } from './indicator-everywhere.ts';
import { indicatorListCard, indicatorPartForm, indicatorTermsCard, whichIndicatorPartCard } from './terms.ts';
import { indicatorCard, noIndicatorCard, townIndicatorsCard } from './town-indicators.ts';

const { town, records, today, week, programme, from } = example;
const { fiscalYear } = programme;
const silent = progressOf([], [], editionOf(programme));
const edition = '市区町村毎のDX進捗状況_市区町村比較.xlsx';
const figure = (
  municipality: string,
  indicator: string,
  surveyedOn: string,
  ...readings: readonly FigureReading[]
): NationalFigure => ({
  ...{ municipality, indicator, surveyedOn },
  versions: readings.map((reading, at) => ({
    ...from(`table-${at}`, 20 + at),
    reading,
    edition,
    importedBy: '鈴木 一郎',
  })),
});
const figuresOf = (code: string): NationalFigure[] => [
  figure(code, 'NI-01', '2022-04-01', { value: 0 }),
  figure(code, 'NI-01', '2023-04-01', { value: 0 }, { value: 1 }),
  figure(code, 'NI-03', '2023-04-01', { value: 0 }),
  figure(code, 'NI-07', '2023-04-01', { value: 1 }),
  figure(code, 'NI-11', '2024-03-31', { value: 74 }),
  figure(code, 'NI-13', '2023-04-01', { value: 62.5, numerator: 15, denominator: 24 }),
  figure(code, 'NI-12', '2023-04-01', { unpublished: '…' }),
];
const known = { kept: [], week, fiscalYear };
const own = townIndicators({ municipality: town, figures: figuresOf(town.code), records }, known);
const others = (['203041', '203050'] as const).map((code, at) =>
  townIndicators(
    {
      municipality: { code, name: ['川上村', '南牧村'][at] ?? '', area: '佐久', supported: true },
      figures: at === 0 ? figuresOf(code) : [],
      records: silent,
    },
    known,
  ),
);
const towns = [own, ...others];
const all = indicatorsIn(fiscalYear, []);
const seen = all.map((terms) => ({ terms, sureness: surenessOf(terms, today) }));
const standingOf = (indicator: string) => {
  const standing = own.standings.find(({ terms }) => terms.indicator === indicator);
  if (!standing) throw new Error('no such indicator');
  return { municipality: town, standing };
};
const [first] = seen as [(typeof seen)[number]];
const kpisPart = indicatorParts.find(({ name }) => name === 'kpis') as (typeof indicatorParts)[number];
const rate = all.find(({ indicator }) => indicator === 'NI-13') as (typeof all)[number];
const without = findKpi('K0-04') as NonNullable<ReturnType<typeof findKpi>>;

/** The cards of what is published of municipalities, filled in. */
export const indicatorsSamples: Samples = {
  'indicators-of-a-town': () => townIndicatorsCard(own, 1),
  'indicators-of-a-town-next': () => townIndicatorsCard(own, 2),
  indicator: () => indicatorCard(standingOf('NI-07'), true),
  'indicator-of-versions': () => indicatorCard(standingOf('NI-01'), false),
  'indicator-of-parts': () => indicatorCard(standingOf('NI-13'), true),
  'indicator-not-imported': () => indicatorCard(standingOf('NI-08'), true),
  'indicator-everywhere': () => indicatorEverywhereCard({ terms: rate, towns, page: 1 }),
  'indicator-sums': () => indicatorSumsCard(all, { towns, page: 1 }),
  'indicator-list': () => indicatorListCard(seen, 1),
  'indicator-terms': () => indicatorTermsCard(first, true),
  'indicator-part': () => whichIndicatorPartCard(first.terms),
  'indicator-part-again': () =>
    indicatorPartForm(first.terms, kpisPart, '「K9-99」というKPIはありません。「K2-01」のような番号にしてください。'),
  'no-indicator': () => noIndicatorCard(without, town),
};
