import { type Day, fiscalYearName, fullDate, shortDate } from '../../programme/day.ts';
import type { DayComparison, KpiOnDay, KpiPair, TownComparison } from '../../programme/overview/day-comparison.ts';
import { signalNames } from '../../programme/progress/plan-line.ts';
import { stateNames } from '../../programme/provenance.ts';
import type { TableBook } from '../table-book.ts';
import type { SheetTable, TableCell } from '../table-sheet.ts';

/** `town`: the one that it is of, or the 圏域, where it is not of all. */
type Made = {
  readonly title: string;
  readonly town: string | undefined;
  readonly fiscalYear: number;
  readonly now: Date;
  readonly isToday: boolean;
};

const TOWN = ['団体コード', '市町村', '圏域'];

/** Two days of municipalities beside each other: counts, items, KPIs, and what is late or achieved. */
export function compareBook(comparison: DayComparison, { title, town, fiscalYear, now, isToday }: Made): TableBook {
  const { from, until, towns } = comparison;
  const end = isToday ? '作成した時点' : '終わり';
  return {
    title,
    tables: [countTable(towns), itemTable(comparison), kpiTable(comparison), standingTable(towns)],
    made: now,
    file: ['変化', ...(town ? [town] : []), `${from.day}から${until.day}`].join(' '),
    asOf: `${fullDate(from.day)}の終わりと${fullDate(until.day)}の${end}（${fiscalYearName(fiscalYear)}）`,
    definitions: [
      'それぞれの日の記録は、その時点までに報告され、取り消されていなかったものです。あとからの報告や訂正は入りません。',
      '期限・実施年度・目標も、チャットで変えたものはその日のものです。取込表で変えたものは変えた日が残らないため、今のものです。',
      '「値」は、その日の週までに最後に報告された値です。計画線は、その日の計画線です。',
      '状態は、報告済・未報告・未実施（確認済）・対象外・未確認の5つで、互いに足しません。空欄は0ではありません。',
      '「期限を過ぎた項目」は、期限の日が過ぎていて、段階が80%に届いていない項目です。期限の当日は含みません。',
      '「相談」は件数だけです。2つの日の間に相談され、その間に取り下げられたものは数えません。',
      '市町村は団体コードの順です。順位ではありません。',
    ],
  };
}

const townCells = ({ municipality: { code, name, area } }: TownComparison): TableCell[] => [code, name, area];

function countTable(towns: readonly TownComparison[]): SheetTable {
  return {
    name: '変化の数',
    headings: [
      ...TOWN,
      ...[
        '段階が変わった項目（件）',
        '変わったKPI（件）',
        '新しく期限を過ぎた項目（件）',
        '遅れがなくなった項目（件）',
      ],
      ...['新しく達成したステップ', '達成でなくなったステップ', '新しい相談（件）', '終わった相談（件）'],
    ],
    rows: towns.map((town) => [
      ...townCells(town),
      ...[town.items.length, town.kpis.filter(({ isChanged }) => isChanged).length],
      ...[town.newlyLate.length, town.noLongerLate.length],
      ...[stepsText(town.achieved), stepsText(town.noLongerAchieved)],
      ...[town.requests.opened, town.requests.ended],
    ]),
  };
}

const stepsText = (steps: readonly number[]): string => steps.map((step) => `ステップ${step}`).join('、');

function itemTable({ from, until, towns }: DayComparison): SheetTable {
  return {
    name: '項目',
    headings: [...TOWN, '項目', '項目名', shortDate(from.day), shortDate(until.day)],
    rows: towns.flatMap((town) =>
      town.items.map(({ item, before, after }): TableCell[] => [
        ...townCells(town),
        ...[item.id, item.short, before.name, after.name],
      ]),
    ),
  };
}

const KPI_ON_DAY = ['状態', '値', '分子', '分母', '計画線', '計画との差'];

function kpiTable({ from, until, towns }: DayComparison): SheetTable {
  const headings = (day: Day) => KPI_ON_DAY.map((each) => `${shortDate(day)} ${each}`);
  return {
    name: 'KPI',
    headings: [...TOWN, 'KPI', '指標名', '単位', ...headings(from.day), ...headings(until.day), '変化'],
    rows: towns.flatMap((town) => town.kpis.map((pair): TableCell[] => [...townCells(town), ...kpiCells(pair)])),
  };
}

const kpiCells = ({ kpi, before, after, isChanged }: KpiPair): TableCell[] => [
  ...[kpi.id, kpi.name, kpi.type === 'boolean' ? '1は有、0は無' : kpi.unit],
  ...dayCells(before),
  ...dayCells(after),
  isChanged ? '変わった' : '変わりなし',
];

function dayCells({ state, said, planned, signal }: KpiOnDay): TableCell[] {
  return [
    ...[stateNames[state], said?.value, said?.numerator, said?.denominator],
    planned === undefined ? undefined : Math.round(planned * 10) / 10,
    signal && signalNames[signal],
  ];
}

function standingTable(towns: readonly TownComparison[]): SheetTable {
  const lateCells = (what: string, all: TownComparison['newlyLate']) =>
    all.map(({ item, day }): TableCell[] => [what, item.id, item.short, { day }]);
  const stepCells = (what: string, all: readonly number[]) =>
    all.map((step): TableCell[] => [what, `ステップ${step}`, '', undefined]);
  return {
    name: '期限と達成',
    headings: [...TOWN, 'こと', '項目・ステップ', '項目名', '期限'],
    rows: towns.flatMap((town) =>
      [
        ...lateCells('新しく期限を過ぎた', town.newlyLate),
        ...lateCells('遅れがなくなった', town.noLongerLate),
        ...stepCells('新しく達成した', town.achieved),
        ...stepCells('達成でなくなった', town.noLongerAchieved),
      ].map((cells) => [...townCells(town), ...cells]),
    ),
  };
}
