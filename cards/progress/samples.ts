import { catalogue, editionOf, editions, findKpi, newestEdition } from '../../programme/catalogue.ts';
import { editionChanges } from '../../programme/edition-change.ts';
import { indicatorsIn, indicatorsOfKpi } from '../../programme/national-indicator.ts';
import { withCountingRule } from '../../programme/progress/counting-rule.ts';
import { kpiGraph } from '../../programme/progress/kpi-graph.ts';
import type { KpiEntry } from '../../programme/progress/kpi-record.ts';
import { isOverdue, nextItem, stepStandings } from '../../programme/progress/step-standing.ts';
import { weeklyKpis } from '../../programme/progress/weekly.ts';
import { addWeeks } from '../../programme/week.ts';
import type { Samples } from '../card.ts';
import * as example from '../example.ts';
import { receiptCard } from '../receipt.ts';
import { samplePicture } from '../sample-picture.ts';
import { changedMessage } from './changed-message.ts';
import { correctItemCard, correctKpiCard } from './correct.ts';
import { correctionsCard } from './corrections.ts';
import { definitionCard } from './definition.ts';
import { confirmEditionCard, editionChangedCard, editionsCard } from './edition.ts';
import { historiesCard } from './histories.ts';
import { itemHistoryCard, kpiHistoryCard } from './history.ts';
import { itemCard } from './item.ts';
import { kpisCard } from './kpi.ts';
import { kpiGraphCard } from './kpi-graph.ts';
import { kpiReportCard } from './kpi-report.ts';
import { remainingButtons, remainingNotes } from './remaining.ts';
import { statusCard, stepCard } from './status.ts';

const { town, records, today, week, programme } = example;
const steps = stepStandings(records);
const finishedEarlier = {
  ...(steps[0] as (typeof steps)[number]),
  ...{ items: 0, settled: 0, percent: 0, notReported: 0, later: 0, gaps: [], achieved: false },
  earlier: { fiscalYear: programme.fiscalYear - 1, achieved: true },
};
const status = {
  municipality: town,
  fiscalYear: programme.fiscalYear,
  today,
  steps,
  next: nextItem(steps),
  overdue: catalogue.items.filter(({ id }) => isOverdue(records.items.get(id), today)),
  reportedThisWeek: false,
  mayReport: true,
};
const rest = { municipality: town, week, open: weeklyKpis(records).slice(1, 3) };
const [, record] = example.withRecord('S1-3');
const reported = addWeeks(week, -1);
const itemToCorrect = { item: example.item, record };
const itemView = { municipality: town, item: example.item, record, fiscalYear: 2024, today, mayReport: true };
const [kpi, kpiRecord] = example.kpiPairs[0] as (typeof example.kpiPairs)[number];
const counted = withCountingRule(kpiRecord, '会計年度任用職員を含む', kpiRecord.entries[0] as KpiEntry);
const defined = { kpi, edition: editionOf(programme), today, own: { municipality: town, record: counted } };
const programmeKpi = findKpi('KP-01', editionOf(programme)) ?? kpi;
const graph = kpiGraph(kpi, kpiRecord, { start: programme.start, today, week });
const nameOf = () => example.officer.name;

const besideKpi = indicatorsOfKpi(kpi.id, indicatorsIn(programme.fiscalYear, []));

/** The cards about items and KPIs, filled in. */
export const progressSamples: Samples = {
  status: () => statusCard(status),
  'status-over': () =>
    statusCard({ ...status, closed: programme.fiscalYear, next: undefined, overdue: [], mayReport: false }),
  'status-finished-earlier': () =>
    statusCard({ ...status, steps: [finishedEarlier, ...steps.slice(1)], next: nextItem(steps.slice(1)) }),
  'step-finished-earlier': () => stepCard(status, finishedEarlier, []),
  step: () =>
    stepCard(
      status,
      steps[1] as (typeof steps)[number],
      ['S1-1', 'S1-2', 'S1-3', 'S1-4', 'S1-5'].map(example.withRecord),
    ),
  item: () => itemCard(itemView),
  kpis: () =>
    kpisCard({
      municipality: town,
      kpis: example.kpiPairs,
      week,
      today,
      start: programme.start,
      mayReport: true,
      mayFigures: false,
      page: 1,
    }),
  'kpi-report': () => kpiReportCard({ municipality: town, kpi, record: kpiRecord, week, given: {} }),
  'receipt-partly': () =>
    receiptCard({
      municipality: town,
      title: '11/4(月)の週の実績を受け付けました',
      lines: [{ what: 'K0-03 DX基礎研修受講率', before: '50%（62/124）', after: '77.4%（96/124）' }],
      report: 'x',
      correct: { kpi: 'K0-03', week },
      notes: remainingNotes(rest),
      next: remainingButtons(rest),
    }),
  corrections: () => correctionsCard(town, records, { isOpen: () => true }),
  'correct-kpi': () =>
    correctKpiCard({ municipality: town, kpi, record: kpiRecord, week: reported, given: {}, errors: new Map() }),
  'correct-kpi-again': () =>
    correctKpiCard({
      municipality: town,
      kpi,
      record: kpiRecord,
      week: reported,
      given: { numerator: '140', denominator: '124', reason: '数え直し' },
      errors: new Map([['numerator', '修了者数は、対象職員数の 124 以下で入力してください。']]),
    }),
  'correct-item': () => correctItemCard({ municipality: town, ...itemToCorrect, given: {}, errors: new Map() }),
  histories: () => historiesCard(town, records, { page: 1 }),
  'item-history': () => itemHistoryCard({ municipality: town, item: example.item, record, nameOf }),
  'kpi-graph': () => kpiGraphCard({ municipality: town, closed: undefined, graph, png: samplePicture.png }),
  'kpi-graph-in-words': () => kpiGraphCard({ municipality: town, closed: undefined, graph, png: undefined }),
  'kpi-history': () => kpiHistoryCard({ ...defined, ...defined.own, week, nameOf, mayReport: true }),
  'kpi-definition': () =>
    definitionCard({ ...defined, beside: besideKpi }, { count: true, figures: false, national: 'own' }),
  'programme-kpi-definition': () =>
    definitionCard({ ...defined, own: undefined, kpi: programmeKpi }, { count: false, figures: true }),
  editions: () => editionsCard(newestEdition, editions.slice(0, -1)),
  'edition-confirm': () =>
    confirmEditionCard(newestEdition, editionOf(programme), editionChanges(newestEdition, editionOf(programme))),
  'edition-changed': () => editionChangedCard(newestEdition, editionOf(programme)),
  'changed-message': () =>
    changedMessage({
      how: 'edited',
      standings: [
        {
          municipality: town,
          what: `K0-03 DX基礎研修受講率（9/16(月)の週）`,
          short: 'K0-03',
          now: '62%（124/200）',
          correct: { kpi: 'K0-03', week: '2024-09-16', year: 2024 },
        },
        {
          municipality: town,
          what: `S1-3 全体方針の決定`,
          short: 'S1-3',
          now: '実施中・試行（50%）',
          correct: { item: 'S1-3', year: 2024 },
        },
      ],
      undo: { municipality: town.code, report: 'x' },
    }),
  'changed-message-unread': () => changedMessage({ how: 'edited', standings: [] }),
};
