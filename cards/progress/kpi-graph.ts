import { ask } from '../../programme/asks.ts';
import { shortDate } from '../../programme/day.ts';
import type { Municipality } from '../../programme/municipality.ts';
import type { GraphPoint, KpiGraph } from '../../programme/progress/kpi-graph.ts';
import { valueText } from '../../programme/progress/kpi-value.ts';
import { stateNames } from '../../programme/provenance.ts';
import { weekName } from '../../programme/week.ts';
import { buttons, type Card, card, facts, type Node, text } from '../card.ts';
import { closedYearLine, type OfClosedYear, ofClosedYear } from './closed-year.ts';

/** Weeks whose values stand below the picture one by one; those before are in the history. */
const WEEKS_LISTED = 12;

export type KpiGraphView = OfClosedYear & {
  readonly municipality: Municipality;
  readonly graph: KpiGraph;
  /** Absent where it could not be drawn: the words say all of it. */
  readonly png: Uint8Array | undefined;
};

/** A KPI as a picture, and its figures below: nothing is in the picture alone. */
export function kpiGraphCard(view: KpiGraphView): Card {
  const { municipality, graph, png, closed } = view;
  const { kpi } = graph;
  const said = factsOf(graph);
  const of = { kpi: kpi.id, municipality: municipality.code, ...ofClosedYear(closed) };
  const summary = `${municipality.name} ${kpi.id} ${kpi.name}: ${said.map((pair) => pair.join(' ')).join('、')}`;
  return card(
    `${kpi.id} のグラフ`,
    summary,
    closedYearLine(view),
    text(`${municipality.name}　${kpi.name}`, 'strong'),
    png === undefined ? [] : pictureOf(view, png, summary),
    facts(...said),
    trendOf(graph),
    buttons(
      { label: '履歴', ask: ask('show-history', of) },
      { label: '定義', ask: ask('show-definition', { kpi: kpi.id, municipality: municipality.code }) },
      { label: 'KPIに戻る', ask: ask('show-kpis', { municipality: municipality.code, ...ofClosedYear(closed) }) },
    ),
  );
}

function pictureOf({ municipality, graph: { kpi, points } }: KpiGraphView, png: Uint8Array, summary: string): Node {
  const values = points.flatMap(({ week, value }) =>
    value === undefined ? [] : [`${shortDate(week)} ${valueText(kpi, value)}`],
  );
  const all = values.length === 0 ? '' : `。週ごとの値: ${values.join('、')}`;
  return { kind: 'image', name: `グラフ ${municipality.name} ${kpi.id}.png`, png, alt: `${summary}${all}` };
}

/** 最新・計画線・目標・基準, and how many weeks said what: each by itself. */
function factsOf({ kpi, points, today, planned, target, due, baseline }: KpiGraph): (readonly [string, string])[] {
  const latest = points.findLast(({ value }) => value !== undefined);
  const value = (said: number) => valueText(kpi, Math.round(said * 10) / 10);
  const until = due === undefined ? '' : `（${shortDate(due)}まで）`;
  return [
    ['最新', latest?.value === undefined ? 'まだ値がありません' : `${value(latest.value)}（${weekName(latest.week)}）`],
    ...(planned === undefined ? [] : [[`計画線（${shortDate(today)}）`, value(planned)] as const]),
    ['目標', target === undefined ? '未設定' : `${value(target)}${until}`],
    ['基準', baseline === undefined ? '未設定' : value(baseline)],
    ['週の数', statesText(points)],
  ];
}

const STATES = {
  reported: stateNames.reported,
  unchanged: '変更なし',
  confirmedNone: stateNames.confirmedNone,
  notReported: stateNames.notReported,
} as const;

/** 報告済 12・変更なし 3・未実施（確認済） 0・未報告 4: absence is not zero. */
const statesText = (points: readonly GraphPoint[]): string =>
  (Object.keys(STATES) as GraphPoint['state'][])
    .map((state) => `${STATES[state]} ${points.filter((each) => each.state === state).length}`)
    .join('・');

function trendOf({ kpi, points, target }: KpiGraph): Node {
  const shown = points.slice(-WEEKS_LISTED);
  return {
    kind: 'trend',
    label: `直近${shown.length}週の値`,
    unit: kpi.type === 'boolean' ? '' : kpi.unit,
    points: shown.map(({ week, value, state }) => ({
      label: `${Number(week.slice(5, 7))}/${Number(week.slice(8))}`,
      value,
      ...(state === 'confirmedNone' ? { instead: STATES.confirmedNone } : {}),
    })),
    target,
  };
}
