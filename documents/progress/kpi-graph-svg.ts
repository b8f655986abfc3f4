import { daysBetween, laterDay, shortDate } from '../../programme/day.ts';
import type { GraphPoint, KpiGraph } from '../../programme/progress/kpi-graph.ts';
import { valueText } from '../../programme/progress/kpi-value.ts';
import { boxOf, freest, pixelsOf, spotsAlong } from '../picture/free-place.ts';
import { between, evenSteps, shortFigure } from '../picture/scale.ts';
import { type Spot, type SvgPart, svgBox, svgLine, svgMark, svgPicture, svgWords } from '../picture/svg.ts';

/** Pixels; a phone shows half of them. */
const [WIDTH, HEIGHT] = [800, 640];
const PLOT = { right: 776, top: 128, bottom: 480 } as const;
/** How large the names of lines are, and the latest value. */
const NAME = 24;
/** Where the weeks stand of which no value was said. */
const STRIP = 504;

type Scales = {
  /** Where the plot begins: behind the longest figure of its axis. */
  readonly left: number;
  readonly x: (day: string) => number;
  readonly y: (value: number) => number;
};

/**
 * A KPI over the weeks of the programme: what was reported, with gaps where nothing was, beside the plan line and the
 * target. What a line is stands beside it; each kind of week has a shape of its own.
 */
export function kpiGraphSvg(graph: KpiGraph, of: { readonly municipality: string }): string {
  const steps = stepsOf(graph);
  const [low, high] = [steps[0] ?? 0, steps.at(-1) ?? 1];
  const last = laterDay(graph.due ?? graph.today, graph.points.at(-1)?.week ?? graph.today);
  const first = graph.points[0]?.week ?? graph.start;
  const left = 36 + Math.max(...steps.map((value) => pixelsOf(stepText(graph, value), 22)));
  const days = between([0, Math.max(7, daysBetween(first, last))], [left + 16, PLOT.right - 16]);
  const scales: Scales = {
    left,
    x: (day) => days(daysBetween(first, day)),
    y: between([low, high], [PLOT.bottom, PLOT.top]),
  };
  return svgPicture({ width: WIDTH, height: HEIGHT }, [
    ...titles(graph, of.municipality),
    ...axes(graph, steps, scales, [first, last]),
    ...lines(graph, scales),
    ...values(graph, scales),
    ...key(),
  ]);
}

/** Zero always belongs to it; what is yes or no, or graded, has its own steps. */
function stepsOf({ kpi, points, baseline, target }: KpiGraph): readonly number[] {
  if (kpi.type === 'boolean') return [0, 1];
  const all = [0, ...points.map(({ value }) => value), baseline, target].filter((each) => each !== undefined);
  const high = Math.max(...all);
  const isShare = kpi.type === 'percent' || kpi.type === 'stage';
  const steps = evenSteps(Math.min(...all), isShare ? Math.max(100, high) : high, 4);
  return kpi.type === 'count' ? steps.filter((each) => Number.isInteger(each)) : steps;
}

function titles({ kpi }: KpiGraph, municipality: string): SvgPart[] {
  const name = `${kpi.id} ${kpi.name}`;
  const unit = kpi.type === 'boolean' ? '有・無' : `単位 ${kpi.unit || 'なし'}`;
  return [
    svgWords(municipality, { x: 24, y: 36 }, { size: 24, colour: 'grey' }),
    svgWords(name, { x: 24, y: 74 }, { size: name.length > 26 ? 22 : 28, bold: true }),
    svgWords(unit, { x: 24, y: 108 }, { size: 22, colour: 'grey' }),
  ];
}

function axes(
  { kpi }: KpiGraph,
  steps: readonly number[],
  { left, x, y }: Scales,
  span: readonly [string, string],
): SvgPart[] {
  return [
    ...steps.flatMap((value) => [
      svgLine(
        [
          { x: left, y: y(value) },
          { x: PLOT.right, y: y(value) },
        ],
        { colour: 'faint', width: 2 },
      ),
      svgWords(
        stepText({ kpi }, value),
        { x: left - 12, y: y(value) + 8 },
        { size: 22, colour: 'grey', anchor: 'end' },
      ),
    ]),
    ...monthsOf(span).map(([day, name]) =>
      svgWords(name, { x: x(day), y: STRIP + 44 }, { size: 22, colour: 'grey', anchor: 'middle' }),
    ),
  ];
}

const stepText = ({ kpi }: Pick<KpiGraph, 'kpi'>, value: number): string =>
  kpi.type === 'boolean' ? valueText(kpi, value) : shortFigure(value);

/** The first of each month from one day to another; every second one where there are many. */
function monthsOf([from, to]: readonly [string, string]): (readonly [string, string])[] {
  const [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  const all = Array.from({ length: 24 }, (_, at) => {
    const number = month + at;
    const day = `${year + Math.floor((number - 1) / 12)}-${String(((number - 1) % 12) + 1).padStart(2, '0')}-01`;
    return [day, `${((number - 1) % 12) + 1}月`] as const;
  }).filter(([day]) => day >= from && day <= to);
  const every = all.length > 8 ? 2 : 1;
  return all.filter((_, at) => at % every === 0);
}

function lines(graph: KpiGraph, scales: Scales): SvgPart[] {
  const { target, plan } = graph;
  const { left, x, y } = scales;
  const ends = plan?.map(({ day, value }) => ({ x: Math.max(left, x(day)), y: y(value) })) ?? [];
  const aim = target === undefined ? [] : [left, PLOT.right].map((at) => ({ x: at, y: y(target) }));
  const [from] = ends;
  return [
    svgLine(ends, { colour: 'grey', width: 3, dashes: '4 8' }),
    svgLine(aim, { colour: 'ink', width: 3, dashes: '16 8' }),
    ...(from ? [svgMark('diamond', from, 8, 'grey')] : []),
    ...namesOf(graph, { ends, aim }, scales),
  ];
}

type Drawn = { readonly ends: readonly Spot[]; readonly aim: readonly Spot[] };

/** What each line is, beside it: the target first, then where the plan begins, then the plan. */
function namesOf(graph: KpiGraph, { ends, aim }: Drawn, scales: Scales): SvgPart[] {
  const { kpi, target, due, plan } = graph;
  const values = runsOf(graph.points).map((run) =>
    run.map(({ week, value = 0 }) => ({ x: scales.x(week), y: scales.y(value) })),
  );
  const drawn = [ends, aim, ...values].flatMap(spotsAlong);
  const latest = graph.points.findLast(({ value }) => value !== undefined)?.value;
  const taken = latest === undefined ? [] : [middleBox(figure(kpi, latest), latestSpot(graph, scales))];
  const named = (said: string, spots: readonly Spot[], colour: 'ink' | 'grey'): SvgPart[] => {
    const best = freest(said, spots, { drawn, taken, size: NAME });
    if (!best) return [];
    taken.push(boxOf(said, best, NAME));
    return boxed(said, best, 'start', colour);
  };
  const [from, to] = ends;
  const until = due === undefined ? '' : `（${shortDate(due)}まで）`;
  const aimed = target === undefined ? '' : `目標 ${figure(kpi, target)}${until}`;
  return [
    ...(aim[0] ? named(aimed, besideTarget(aimed, aim[0], scales.left), 'ink') : []),
    ...(plan && from ? named(`基準 ${figure(kpi, plan[0].value)}`, aroundStart(from), 'grey') : []),
    ...(from && to ? named('計画線', alongPlan([from, to]), 'grey') : []),
  ];
}

const middleBox = (said: string, { x, y }: Spot) => boxOf(said, { x: x - pixelsOf(said, NAME) / 2, y }, NAME);

/** Above the line of the target or below it, at either end. Above it on the left may stand the unit. */
function besideTarget(said: string, { y }: Spot, left: number): Spot[] {
  const end = PLOT.right - pixelsOf(said, NAME);
  const lines = y < PLOT.top + 20 ? [y + 34, y + 68] : [y - 14, y + 34, y + 68];
  return lines.flatMap((line) => [left + 4, end].map((x) => ({ x, y: line })));
}

/** Below where the plan begins, or above it; where the values crowd around it, behind them. */
const aroundStart = ({ x, y }: Spot): Spot[] => [
  ...[36, -20, 64, -48, -76].map((below) => ({ x: x + 6, y: Math.min(y + below, PLOT.bottom - 8) })),
  ...[60, 100, 140, 180, 220].map((right) => ({ x: x + right, y: Math.min(y + 8, PLOT.bottom - 8) })),
];

/** Below the plan line and above it, from its middle outwards. */
function alongPlan([from, to]: readonly [Spot, Spot]): Spot[] {
  const width = pixelsOf('計画線', NAME);
  return [0.5, 0.65, 0.35, 0.8, 0.2].flatMap((share) => {
    const at = { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
    const spots = [
      { x: at.x + 16, y: at.y + 36 },
      { x: at.x - width - 16, y: at.y - 16 },
      { x: at.x - width - 16, y: at.y + 36 },
      { x: at.x + 16, y: at.y - 16 },
    ];
    return spots.filter(({ x, y }) => x + width < PLOT.right && y < PLOT.bottom && y > PLOT.top);
  });
}

const figure = (kpi: KpiGraph['kpi'], value: number): string =>
  kpi.type === 'boolean' || kpi.grades ? valueText(kpi, value) : `${shortFigure(value)}${kpi.unit}`;

/** Words on white, so that a line behind them does not cross them out. */
function boxed(said: string, at: Spot, anchor: 'start' | 'middle', colour: 'ink' | 'grey' | 'blue'): SvgPart[] {
  const start = { x: anchor === 'start' ? at.x : at.x - pixelsOf(said, NAME) / 2, y: at.y };
  const { left, right, top, bottom } = boxOf(said, start, NAME);
  return [
    svgBox({ x: left, y: top }, { width: right - left, height: bottom - top }, 'white'),
    svgWords(said, at, { size: NAME, colour, anchor, bold: true }),
  ];
}

/** Runs of weeks with a value; a week without one ends a run. */
function runsOf(points: readonly GraphPoint[]): (readonly GraphPoint[])[] {
  const runs: GraphPoint[][] = [[]];
  for (const point of points) {
    if (point.value === undefined) runs.push([]);
    else runs.at(-1)?.push(point);
  }
  return runs.filter((run) => run.length > 0);
}

function values({ kpi, points }: KpiGraph, { left, x, y }: Scales): SvgPart[] {
  const spotOf = ({ week, value = 0 }: GraphPoint): Spot => ({ x: x(week), y: y(value) });
  const said = points.filter(({ value }) => value !== undefined);
  const latest = said.at(-1);
  if (latest?.value === undefined) {
    const middle = { x: (left + PLOT.right) / 2, y: (PLOT.top + PLOT.bottom) / 2 };
    return [
      ...points.map((point) => markOf(point, middle, x)),
      ...boxed('まだ値がありません', middle, 'middle', 'ink'),
    ];
  }
  return [
    ...runsOf(points).map((run) => svgLine(run.map(spotOf), { colour: 'blue', width: 5 })),
    ...points.map((point) => markOf(point, spotOf(point), x)),
    ...boxed(figure(kpi, latest.value), latestSpot({ kpi, points }, { left, x, y }), 'middle', 'blue'),
  ];
}

function markOf(point: GraphPoint, spot: Spot, x: (day: string) => number): SvgPart {
  const below = { x: x(point.week), y: STRIP };
  if (point.state === 'confirmedNone') return svgMark('diamond', below, 7, 'ink');
  if (point.state === 'notReported') return svgMark('dash', below, 7, 'grey');
  return svgMark(point.state === 'reported' ? 'circle' : 'ring', spot, 7, 'blue');
}

/** Where the last value is said: above it; below it where its line comes from above, or above there is no room. */
function latestSpot({ kpi, points }: Pick<KpiGraph, 'kpi' | 'points'>, { left, x, y }: Scales): Spot {
  const said = points.filter(({ value }) => value !== undefined);
  const [before, latest] = [said.at(-2), said.at(-1)];
  const value = latest?.value ?? 0;
  const at = { x: x(latest?.week ?? ''), y: y(value) };
  const isFalling = (before?.value ?? value) > value;
  const half = pixelsOf(figure(kpi, value), NAME) / 2;
  const isBelow = (isFalling && at.y + 44 < PLOT.bottom) || at.y - 20 < PLOT.top + 30;
  return { x: Math.min(Math.max(at.x, left + half), PLOT.right - half), y: isBelow ? at.y + 38 : at.y - 18 };
}

/** What the shapes are. */
function key(): SvgPart[] {
  const shapes = [
    ['circle', 'blue', '報告', 24],
    ['ring', 'blue', '変更なし', 130],
    ['dash', 'grey', '未報告', 286],
    ['diamond', 'ink', '未実施（確認済）', 414],
  ] as const;
  return shapes.flatMap(([shape, colour, said, x]) => [
    svgMark(shape, { x: x + 8, y: HEIGHT - 36 }, 8, colour),
    svgWords(said, { x: x + 24, y: HEIGHT - 28 }, { size: 22 }),
  ]);
}
