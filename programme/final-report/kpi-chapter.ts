import { findKpi, type Kpi } from '../catalogue.ts';
import { type DigestTotal, digestTotals, togetherText, totalText } from '../digest/digest-totals.ts';
import { computedToTell, mayTellSatisfaction } from '../reports/monthly-quality.ts';
import { satisfactionToldAt } from '../reports/monthly-report.ts';
import { computedText } from '../support/figure-texts.ts';
import { type ComputedKpi, programmeKpis } from '../support/programme-kpis.ts';
import { countedFigure } from './drawn-figure.ts';
import type { ReportBlock, ReportCell, ReportPart, ReportRow } from './figure.ts';
import { type FinalRecords, type FinalSources, lastDayOf, lastDayOver, reportWeek } from './final-records.ts';
import { judged } from './judged-kpi.ts';

const NONE = '―';

/** KPI達成状況: the sums over the municipalities, and the KPIs of the programme as 事業KPI has them. */
export const kpiChapter = (records: FinalSources): ReportPart => ({
  chapter: 5,
  title: 'KPI達成状況',
  blocks: [
    { heading: '分析', text: { key: 'analysis', drafted: '' } },
    totalsBlock(records),
    judgedBlock(records),
    programmeBlock(records),
  ],
});

function totalsBlock(records: FinalRecords): ReportBlock {
  const progress = records.towns.map((town) => town.records);
  const asked = { week: reportWeek(records), start: records.programme.start, today: lastDayOf(records), all: true };
  const totals = digestTotals({ before: [], after: progress }, { ...asked, all: true });
  return {
    heading: '市町村のKPIの合計',
    table: {
      head: ['KPI', '合計', '目標の合計', '値のない団体'],
      shares: [9, 8, 6, 4],
      rows: totals.map((total) => totalRow(total, records)),
    },
    note: '率は分子と分母をそれぞれ合算してから割ります。値のない団体は0とみなしません。',
  };
}

const keysOf = (what: string, { id }: Kpi, { towns }: FinalRecords): string[] =>
  towns.flatMap(({ municipality, records }) => (records.kpis.has(id) ? [`${what}/${municipality.code}/${id}`] : []));

function totalRow({ kpi, total, target }: DigestTotal, records: FinalRecords): ReportRow {
  const of = keysOf('kpi', kpi, records);
  const { value } = total;
  const sum: ReportCell = {
    ...{ key: `kpi/${kpi.id}`, what: `${kpi.id} 合計`, text: totalText(kpi, total), of },
    ...(value === undefined ? {} : { value }),
    ...(kpi.denominator === undefined ? {} : { rule: '分子の合計÷分母の合計' }),
  };
  const aim: ReportCell =
    target === undefined
      ? NONE
      : {
          key: `target/${kpi.id}`,
          what: `${kpi.id} 目標の合計`,
          text: togetherText(kpi, target),
          value: target,
          of: keysOf('target', kpi, records),
          rule: '値のある団体の目標。率は分母で重み付け',
        };
  const lacking = countedFigure({
    key: `lacking/${kpi.id}`,
    what: `${kpi.id} 値のない団体`,
    count: total.notReported,
    unit: '団体',
    of,
  });
  return { cells: [`${kpi.id} ${kpi.name}`, sum, aim, lacking] };
}

/** How many municipalities reached their target of each KPI; who did stands in their own parts, and nobody is ranked. */
function judgedBlock(records: FinalRecords): ReportBlock {
  const week = reportWeek(records);
  const edition = records.towns[0]?.records.catalogue;
  const rows = (edition?.kpis ?? []).flatMap((kpi): ReportRow[] => {
    const own = records.towns.flatMap(({ records: { kpis } }) => kpis.get(kpi.id) ?? []);
    if (own.length === 0) return [];
    const said = own.map((record) => judged(kpi, record, week));
    const of = keysOf('kpi', kpi, records);
    const count = (what: string, name: string, isIt: (word: string) => boolean) =>
      countedFigure({
        key: `${what}/${kpi.id}`,
        what: `${kpi.id} ${name}`,
        count: said.filter(isIt).length,
        unit: '団体',
        of,
      });
    return [
      {
        cells: [
          `${kpi.id} ${kpi.name}`,
          count('met', '目標を達成した団体', (word) => word === '達成'),
          count('unmet', '目標に届いていない団体', (word) => word === '未達成'),
          count('unjudged', '判定できない団体', (word) => word !== '達成' && word !== '未達成'),
        ],
      },
    ];
  });
  return {
    heading: '目標の達成',
    table: { head: ['KPI', '達成', '未達成', '判定できない'], shares: [9, 4, 4, 5], rows },
    note: '値か目標のないKPIは「判定できない」とし、達成に数えません。',
  };
}

function programmeBlock(records: FinalSources): ReportBlock {
  const { support, monthly } = records;
  const told = computedToTell(computedOf(records), mayTellSatisfaction(support, satisfactionToldAt(monthly)));
  const edition = records.towns[0]?.records.catalogue;
  const rows = told.flatMap((each): ReportRow[] => {
    const kpi = findKpi(each.id, edition);
    return kpi ? [{ cells: [`${kpi.id} ${kpi.name}`, programmeCell(kpi, each), suggestedText(kpi)] }] : [];
  });
  return { heading: '事業全体のKPI', table: { head: ['KPI', '実績', '目安'], shares: [8, 8, 4], rows } };
}

const suggestedText = ({ suggested, unit }: Kpi): string => (suggested ? `${suggested.target}${unit}` : NONE);

/** From which records each is counted. */
const RULES: Readonly<Record<string, string>> = {
  'KP-01': '訪問記録の対面の回数÷回数',
  'KP-02': '訪問記録の日数÷派遣の計画日数',
  'KP-03': '満足度の点の合計÷回答数。団体が分かる数では示さない',
  'KP-05': '相談のうち期限内に解決したもの÷期限の来たもの',
  'KP-06': '相談の開庁日数の合計÷件数',
  'KP-12': 'ミスマッチの報告の件数',
  'KP-13': '交代の決定から最初の訪問までの日数÷交代の数',
};

function programmeCell(kpi: Kpi, computed: ComputedKpi): ReportCell {
  const text = computedText(kpi, computed);
  const value = computed.count ?? computed.parts?.numerator;
  if (value === undefined) return text;
  const rule = RULES[kpi.id];
  return {
    key: `programme/${kpi.id}`,
    what: `${kpi.id} ${kpi.name}`,
    text,
    value,
    of: ofProgramme(kpi),
    ...(rule ? { rule } : {}),
  };
}

const ofProgramme = ({ id }: Kpi): string[] =>
  id === 'KP-01' ? ['in-person', 'visits'] : id === 'KP-02' ? ['consumption'] : [];

function computedOf(records: FinalSources): readonly ComputedKpi[] {
  const { programme, support, towns, mismatches } = records;
  const { fiscalYear, closures } = programme;
  const requests = towns.flatMap(({ helps }) => helps);
  const today = lastDayOf(records);
  return programmeKpis(
    { support, requests, mismatches },
    { fiscalYear, today, lastOver: lastDayOver(records), closures },
  );
}
