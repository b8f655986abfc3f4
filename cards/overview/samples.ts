import { ask } from '../../programme/asks.ts';
import { editionOf } from '../../programme/catalogue.ts';
import { addDays, fullDate, instantOf } from '../../programme/day.ts';
import { asOf, digestOf } from '../../programme/digest/digest.ts';
import { digestTotals } from '../../programme/digest/digest-totals.ts';
import { compareDays } from '../../programme/overview/day-comparison.ts';
import { momentOf } from '../../programme/overview/day-standing.ts';
import { kpiEverywhere, kpiSums } from '../../programme/overview/kpi-everywhere.ts';
import { onePageOf } from '../../programme/overview/one-page.ts';
import { townStanding } from '../../programme/overview/town-standing.ts';
import { pageOf } from '../../programme/page.ts';
import { progressOf } from '../../programme/progress/step-standing.ts';
import { townsPicture } from '../../programme/progress/town-picture.ts';
import { alsoAsWorkbook } from '../also-as-workbook.ts';
import type { Samples } from '../card.ts';
import * as example from '../example.ts';
import { samplePicture } from '../sample-picture.ts';
import { compareCard } from './compare-days.ts';
import { compareTownCard, daysTroubleCard, vagueDayCard } from './compare-town.ts';
import { kpiEverywhereCard, kpiSumsCard } from './kpi-everywhere.ts';
import { onePageCard } from './one-page.ts';
import { areasCard, overviewCard, whichOverviewCard } from './overview.ts';
import { papersCard } from './papers.ts';
import { plansEverywhereCard } from './plans-everywhere.ts';
import { wholePictureCard } from './whole-picture.ts';
import { workbooksCard } from './workbooks.ts';

const { town, records, today, week, programme } = example;
const silent = progressOf([], [], editionOf(programme));
const named = (code: string, name: string, area: string) => ({
  municipality: { code, name, area, supported: true },
  records: code === '203041' ? silent : records,
});
const towns = [
  { municipality: town, records },
  named('203041', '川上村', '佐久'),
  named('203491', '青木村', '上田'),
  named('203831', '箕輪町', '上伊那'),
];
const standings = towns.map((each) => townStanding(each, today));
const many = Array.from({ length: 25 }, (_, at) => {
  const [first] = standings as [(typeof standings)[number]];
  return { ...first, municipality: { ...town, code: String(203_000 + at * 11), name: `小海町${at + 1}` } };
});
const [kpi] = example.kpiPairs[0] as (typeof example.kpiPairs)[number];
const everywhere = kpiEverywhere(kpi, towns, { week, start: programme.start, today });
const { fiscalYear } = programme;
const picture = townsPicture(towns, { start: programme.start, today, week });
const page = pageOf(picture.towns, 1, 80);
const shown = { closed: undefined, week, today, page: 1 };

const before = addDays(today, -75);
const now = instantOf(today, '12:00');
const comparison = compareDays(
  [...towns, ...many.map(({ municipality }) => ({ municipality, records }))].map((each) => ({ ...each, requests: [] })),
  {
    ...{ from: momentOf(before, now), until: momentOf(today, now) },
    ...{ start: programme.start, settings: new Map(), isOver: false },
  },
);
const compared = { closed: undefined, comparison, page: 1, swapped: true, isToday: true };
const [comparedTown] = comparison.towns as [(typeof comparison.towns)[number]];
const instead = [{ from: before, until: today, ask: ask('compare-days', { from: before, until: today }) }];
const since = '2024-10-06';
const then = example.region.map((each) => ({ ...each, records: asOf(each.records, example.at(since, '00:00')) }));
const progress = {
  before: then.map((each) => each.records),
  after: example.region.map((each) => each.records),
};
const onePage = onePageOf(
  { before: then, after: example.region },
  {
    ...{ programme, since, until: example.now, lines: [] },
    totals: digestTotals(progress, { week, start: programme.start, today, all: true }),
    waiting: [{ what: '承認待ち', count: 2, since: '2024-10-29', parts: ['月次報告 2'] }],
    digest: digestOf(programme, week, { since: example.at(since, '00:00'), until: example.now }, example.region),
  },
);

const planned = [
  { initiatives: 5, decided: 5, decidedOn: '2024-11-05', plan: 'decided' },
  { initiatives: 12, decided: 3, decidedOn: '2024-10-20', plan: 'next' },
  { initiatives: 2, decided: 0, decidedOn: undefined, plan: 'draft' },
  { initiatives: 0, decided: 0, decidedOn: undefined, plan: undefined },
].map(({ plan, ...roadmap }, at) => ({
  municipality: (towns[at] as (typeof towns)[number]).municipality,
  roadmap: { ...roadmap, year: fiscalYear + 1 },
  plan:
    plan === undefined
      ? undefined
      : {
          edition: plan === 'decided' ? '第1版' : plan === 'next' ? '第2版（案）' : '第1版（案）',
          grade: plan === 'decided' ? '100%（策定・公表）' : '40%（現状・課題の整理）',
          decided: plan === 'draft' ? undefined : { on: '2024-11-05', at: '庁議' },
          isDraft: plan !== 'decided',
        },
}));

/** The cards of all municipalities beside each other, filled in. */
export const overviewSamples: Samples = {
  overview: () => overviewCard({ closed: undefined, fiscalYear, today, towns: standings, page: 1 }),
  'overview-of-many': () => overviewCard({ closed: undefined, fiscalYear, today, towns: many, page: 2 }),
  'overview-of-an-area': () =>
    overviewCard({ closed: undefined, fiscalYear, today, towns: standings.slice(0, 2), area: '佐久', page: 1 }),
  'overview-areas': () => areasCard(standings, '圏域', undefined),
  'one-page': () => onePageCard(onePage, new Uint8Array([0x50, 0x4b]), samplePicture.png),
  'one-page-without-picture': () => onePageCard(onePage, new Uint8Array([0x50, 0x4b]), undefined),
  'kpi-everywhere': () => kpiEverywhereCard(everywhere, shown),
  'overview-as-workbook-next': () =>
    alsoAsWorkbook(
      overviewCard({ closed: undefined, fiscalYear, today, towns: standings, page: 1 }),
      ask('show-overview', { form: 'excel' }),
    ),
  'compare-days': () => compareCard(compared),
  'compare-days-last-page': () => compareCard({ ...compared, page: 9, swapped: false }),
  'compare-days-of-one': () => compareTownCard({ ...compared, town: comparedTown, isOnly: false }),
  'compare-days-of-one-next': () => compareTownCard({ ...compared, town: comparedTown, isOnly: true, page: 2 }),
  'compare-days-trouble': () =>
    daysTroubleCard(`${fullDate(today)}はまだ来ていません。今日か、それより前の日を送ってください。`, instead),
  'plans-everywhere': () => plansEverywhereCard({ towns: planned, opens: 'roadmap', page: 1 }),
  'plans-everywhere-of-plans': () => plansEverywhereCard({ towns: planned, opens: 'plan', page: 1 }),
  'compare-days-vague': () =>
    vagueDayCard('前回', [{ day: before, called: '前の進捗状況確認会議', ask: ask('compare-days', { from: before }) }]),
  papers: () => papersCard([{ title: '月次報告', typed: '月次報告書', ask: ask('monthly-report-file') }]),
  'overview-which': () => whichOverviewCard(),
  workbooks: () =>
    workbooksCard(
      [{ title: '状況', typed: '状況 Excel', ask: ask('show-status', { form: 'excel' }) }],
      [{ label: '項目やKPIの履歴を選ぶ', ask: ask('show-history') }],
      true,
    ),
  'whole-picture': () => wholePictureCard({ picture, today, page, closed: undefined, png: samplePicture.png }),
  'whole-picture-in-words': () => wholePictureCard({ picture, today, page, closed: undefined, png: undefined }),
  'kpi-sums': () =>
    kpiSumsCard(
      kpiSums(
        towns.map((each) => each.records),
        week,
      ),
      { ...shown, towns: towns.length },
    ),
};
