import type { Kpi } from '../../programme/catalogue.ts';
import { type Day, dayOf, fiscalYearName, fullDate } from '../../programme/day.ts';
import type { KpiEverywhere, KpiSum, TownKpi } from '../../programme/overview/kpi-everywhere.ts';
import { signalNames } from '../../programme/progress/plan-line.ts';
import { stateNames } from '../../programme/provenance.ts';
import type { Week } from '../../programme/week.ts';
import type { TableBook } from '../table-book.ts';
import type { SheetTable, TableCell } from '../table-sheet.ts';

type Made = { readonly fiscalYear: number; readonly week: Week; readonly today: Day; readonly now: Date };

const DEFINITIONS = [
  '「値」は、その週までに最後に報告された値です。どの週の値かは「値の週」にあります。',
  '状態は、報告済・未報告・未実施（確認済）・対象外・未確認の5つで、互いに足しません。空欄は0ではありません。',
  '「未確認」は、その市町村にこのKPIが設定されていないことです。',
  '合計の割合は、分子の合計を分母の合計で割ったものです。分母のない値は入らず、その団体の数を別に示します。',
  '計画線は、基準値から目標値まで、事業の開始日から期限までを直線で結んだ値です。',
  '市町村は団体コードの順です。順位ではありません。',
];

const asOfWeek = ({ fiscalYear, today }: Made): string => `${fullDate(today)}現在（${fiscalYearName(fiscalYear)}）`;

/** One KPI of all municipalities, the sum of them last. */
export function kpiEverywhereBook(everywhere: KpiEverywhere, made: Made): TableBook {
  const { kpi } = everywhere;
  const meaning = [kpi.numerator && `分子: ${kpi.numerator}`, kpi.denominator && `分母: ${kpi.denominator}`];
  return {
    title: `${kpi.id} ${kpi.name} 全市町村`,
    tables: [townTable(everywhere)],
    made: made.now,
    asOf: asOfWeek(made),
    definitions: [...meaning.flatMap((each) => each || []), ...DEFINITIONS],
  };
}

function townTable({ kpi, towns, total, target, planned }: KpiEverywhere): SheetTable {
  const unit = kpi.type === 'boolean' ? '1は有、0は無' : kpi.unit;
  return {
    name: kpi.id,
    headings: [
      ...['団体コード', '市町村', '圏域', '状態', `値（${unit}）`, ...partHeadings(kpi)],
      ...['値の週', '報告日', `計画線（${unit}）`, `目標（${unit}）`, '目標の期限', '計画との差'],
    ],
    rows: [
      ...towns.map(townCells),
      [...['', '合計', '', '', total.value, total.numerator, total.denominator], ...['', '', planned, target, '', '']],
    ],
  };
}

/** 分子（オンライン化した手続数）: what the parts of a rate are; without parts the columns stay empty. */
const partHeadings = ({ numerator, denominator, answers }: Kpi): readonly string[] => [
  numerator ? `分子（${numerator}）` : '分子',
  denominator || answers ? `分母（${denominator ?? answers}）` : '分母',
];

function townCells({ municipality, record, said, state, planned, signal }: TownKpi): readonly TableCell[] {
  const { code, name, area } = municipality;
  return [
    ...[code, name, area, stateNames[state], said?.value, said?.numerator, said?.denominator],
    said && { day: said.week },
    said && { day: dayOf(new Date(said.at)) },
    planned === undefined ? undefined : Math.round(planned * 10) / 10,
    record?.target,
    record?.due && { day: record.due },
    signal && signalNames[signal],
  ];
}

/** Every KPI together. */
export function kpiSumsBook(sums: readonly KpiSum[], made: Made): TableBook {
  return {
    title: 'KPI 全市町村',
    tables: [{ name: 'KPI', ...sumColumns(sums) }],
    made: made.now,
    asOf: asOfWeek(made),
    definitions: DEFINITIONS,
  };
}

const sumColumns = (sums: readonly KpiSum[]): Pick<SheetTable, 'headings' | 'rows'> => ({
  headings: [
    'KPI',
    '指標名',
    '単位',
    '合計',
    '分子',
    '分母',
    '値のある団体（団体）',
    '分母のない団体（団体）',
    '未報告（団体）',
  ],
  rows: sums.map(({ kpi, total, notReported }) => [
    ...[kpi.id, kpi.name, kpi.type === 'boolean' ? '団体' : kpi.unit],
    ...[total.value, total.numerator, total.denominator, total.reported, total.notReported - notReported, notReported],
  ]),
});
