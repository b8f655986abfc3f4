import { dueIn, findKpi, type Item, type Kpi } from '../catalogue.ts';
import { shortDate } from '../day.ts';
import type { MunicipalityWeek } from '../digest/digest.ts';
import { type DigestTotal, digestTotals, togetherText, totalText } from '../digest/digest-totals.ts';
import { itemMoves } from '../digest/moves.ts';
import { type ItemRecord, itemPercent, itemState } from '../progress/item-record.ts';
import { valueText } from '../progress/kpi-value.ts';
import { type Progress, type StepStanding, stepStandings } from '../progress/step-standing.ts';
import { type DataState, stateNames } from '../provenance.ts';
import { computedText } from '../support/figure-texts.ts';
import type { ComputedKpi } from '../support/programme-kpis.ts';
import type { DrawnMonth } from './monthly-records.ts';
import { type MonthlyPart, monthlyFact } from './monthly-report.ts';

const NOTHING = '―';

/** 市町村別ステップ・項目進捗（前月比） */
export function stepPart({ then }: DrawnMonth): MonthlyPart {
  const steps = then[0]?.after.catalogue.steps ?? [];
  const moved = then.map(({ before, after }) => itemMoves(before, after));
  const count = moved.reduce((sum, { length }) => sum + length, 0);
  const towns = moved.filter(({ length }) => length > 0).length;
  return {
    field: 'stepProgress',
    facts: [
      monthlyFact('項目の状態', statesText(then.flatMap(({ after }) => statesIn(after)))),
      monthlyFact('段階が動いた項目', count === 0 ? 'なし' : `${count}件（${towns}団体）`),
    ],
    table: {
      head: ['市町村', ...steps.map(({ order }) => `ステップ${order}`), '項目の状態', '前月からの動き'],
      rows: then.map(({ municipality, before, after }, at) => ({
        municipality: municipality.code,
        cells: [
          municipality.name,
          ...stepStandings(after).map((standing, step) => stepText(standing, stepStandings(before)[step])),
          statesText(statesIn(after)),
          movesText(moved[at] ?? [], before, after) || 'なし',
        ],
      })),
    },
  };
}

/** 25%→50% S1-3・S1-4, a line for each way in which items moved; each move begins with its item's number. */
function movesText(moves: readonly { readonly what: string }[], before: Progress, after: Progress): string {
  const said = (record: ItemRecord | undefined) => {
    const percent = itemPercent(record);
    return percent === undefined ? stateNames[itemState(record)] : `${percent}%`;
  };
  const ways = new Map<string, string[]>();
  for (const { what } of moves) {
    const [id = ''] = what.split(' ');
    const way = `${said(before.items.get(id))}→${said(after.items.get(id))}`;
    ways.set(way, [...(ways.get(way) ?? []), id]);
  }
  return [...ways].map(([way, ids]) => `${way} ${ids.join('・')}`).join('\n');
}

/** 62%・2/5, and what it was where it has moved. */
function stepText(now: StepStanding, before: StepStanding | undefined): string {
  const said = shareText(now);
  const was = before && shareText(before);
  return was === undefined || was === said ? said : `${said}\n前月 ${was.replace('\n', ' ')}`;
}

function shareText({ items, settled, percent, achieved, earlier }: StepStanding): string {
  if (items === 0) return earlier ? '前年度までに完了' : '対象の項目なし';
  return `${achieved ? '達成\n' : ''}${percent}%・${settled}/${items}`;
}

/** The state of every item of the catalogue in one municipality. */
export const statesIn = ({ catalogue, items }: Progress): readonly DataState[] =>
  catalogue.items.map(({ id }: Item) => itemState(items.get(id)));

/** Each of the five states by itself; what there is none of is left out. */
export function statesText(states: readonly DataState[]): string {
  const counted = (Object.keys(stateNames) as DataState[]).flatMap((state) => {
    const count = states.filter((each) => each === state).length;
    return count > 0 ? [`${stateNames[state]} ${count}`] : [];
  });
  return counted.join('・') || NOTHING;
}

/** The steps that were achieved in the month: 3（2団体）; which ones stands with each municipality. */
export function achievedText(weeks: readonly MunicipalityWeek[]): string {
  const towns = weeks.filter(({ achieved }) => achieved.length > 0);
  const steps = towns.reduce((sum, { achieved }) => sum + achieved.length, 0);
  return steps === 0 ? 'なし' : `${steps}（${towns.length}団体）`;
}

/** KPI実績: the sums of the municipalities' KPIs, and the KPIs of the programme. */
export function kpiPart(month: DrawnMonth, computed: readonly ComputedKpi[]): MonthlyPart {
  const { then, week, programme, untilDay } = month;
  const records = { before: then.map(({ before }) => before), after: then.map(({ after }) => after) };
  const totals = digestTotals(records, { week, start: programme.start, today: untilDay, all: true });
  const edition = then[0]?.after.catalogue;
  const own = computed.flatMap((each) => {
    const kpi = findKpi(each.id, edition);
    return kpi ? [{ cells: ownCells(kpi, each, programme.fiscalYear) }] : [];
  });
  return {
    field: 'kpi',
    facts: [],
    table: {
      head: ['KPI', '今月', '前月', '目標（目標比）', '値のない団体'],
      rows: [...totals.map((total) => ({ cells: totalCells(total) })), ...own],
    },
  };
}

function totalCells({ kpi, total, before, target }: DigestTotal): string[] {
  return [
    `${kpi.id} ${kpi.name}`,
    totalText(kpi, total),
    togetherText(kpi, before),
    target === undefined ? NOTHING : `${togetherText(kpi, target)}${ratioText(kpi, total.value, target)}`,
    `${total.notReported}団体`,
  ];
}

/** 目標比: how much of the target was reached; where less is better, how far it is from it. */
function ratioText(kpi: Kpi, value: number | undefined, target: number): string {
  if (value === undefined || kpi.type === 'boolean') return '';
  if (kpi.better === 'lower') {
    const over = Math.round((value - target) * 10) / 10;
    return over > 0 ? `（目標より ${valueText(kpi, over)} 多い）` : '（目標のとおり）';
  }
  return target > 0 ? `（目標比 ${Math.round((value / target) * 100)}%）` : '';
}

/** 年度の初めから, as 事業KPI has it: a month of it is no figure of its own. */
const ownCells = (kpi: Kpi, computed: ComputedKpi, fiscalYear: number): string[] => [
  `${kpi.id} ${kpi.name}`,
  computedText(kpi, computed),
  '年度の初めから',
  kpi.suggested
    ? `目安 ${kpi.suggested.target}${kpi.unit}（${shortDate(dueIn(fiscalYear, kpi.suggested.due))}まで）`
    : NOTHING,
  NOTHING,
];
