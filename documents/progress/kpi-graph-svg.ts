import { daysBetween, laterDay, shortDate } from '../../programme/day.ts';
import type { GraphPoint, KpiGraph } from '../../programme/progress/kpi-graph.ts';
import { valueText } from '../../programme/progress/kpi-value.ts';
import { between, evenSteps, shortFigure } from '../picture/scale.ts';
import { type Spot, type SvgPart, svgBox, svgLine, svgMark, svgPicture, svgWords } from '../picture/svg.ts';

/** Pixels; a phone shows half of them. */
const [WIDTH, HEIGHT] = [800, 640];
const PLOT = { right: 776, top: 128, bottom: 480 } as const;
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

function lines({ kpi, target, due, plan, points }: KpiGraph, { left, x, y }: Scales): SvgPart[] {
  const said: SvgPart[] = [];
  if (plan) {
    const ends = plan.map(({ day, value }) => ({ x: Math.max(left, x(day)), y: y(value) }));
    said.push(svgLine(ends, { colour: 'grey', width: 3, dashes: '4 8' }));
    said.push(...planName(ends, points, { x, y }));
    const [from] = plan;
    said.push(svgMark('diamond', ends[0] ?? { x: 0, y: 0 }, 8, 'grey'));
    said.push(...boxed(`基準 ${figure(kpi, from.value)}`, beside(ends[0], drawnOf(points, { x, y })), 'start', 'grey'));
  }
  if (target !== undefined) {
    const at = y(target);
    said.push(
      svgLine(
        [
          { x: left, y: at },
          { x: PLOT.right, y: at },
        ],
        { colour: 'ink', width: 3, dashes: '16 8' },
      ),
    );
    const until = due === undefined ? '' : `（${shortDate(due)}まで）`;
    // At the end that the values have not come near.
    const isFar = x(points.findLast(({ value }) => value !== undefined)?.week ?? '') > (left + PLOT.right) / 2;
    const [end, anchor] = isFar ? ([left, 'start'] as const) : ([PLOT.right, 'end'] as const);
    // Above it on the left stands the unit.
    const line = anchor === 'start' && at < PLOT.top + 20 ? at + 34 : at - 14;
    said.push(...boxed(`目標 ${figure(kpi, target)}${until}`, { x: end, y: line }, anchor, 'ink'));
  }
  return said;
}

/** Below a spot, or above it where the values come nearer from below. */
function beside({ x, y }: Spot = { x: 0, y: 0 }, drawn: readonly Spot[] = []): Spot {
  const spots = [Math.min(y + 34, PLOT.bottom - 10), y - 18].map((line) => ({ x: x + 4, y: line }));
  const near = (spot: Spot) => drawn.filter((one) => one.x < spot.x + 130 && Math.abs(one.y - spot.y + 9) < 24).length;
  return spots.toSorted((a, b) => near(a) - near(b))[0] ?? { x, y };
}

const drawnOf = (points: readonly GraphPoint[], { x, y }: Pick<Scales, 'x' | 'y'>): readonly Spot[] =>
  points.flatMap(({ week, value }) => (value === undefined ? [] : [{ x: x(week), y: y(value) }]));

/** Beside the plan line, where the values are farthest from it. */
function planName(ends: readonly Spot[], points: readonly GraphPoint[], { x, y }: Pick<Scales, 'x' | 'y'>): SvgPart[] {
  const [from, to] = ends;
  if (!from || !to) return [];
  const drawn = drawnOf(points, { x, y });
  const spots = [0.3, 0.45, 0.6, 0.75].map((share) => ({
    x: from.x + (to.x - from.x) * share,
    y: from.y + (to.y - from.y) * share,
  }));
  const free = (spot: Spot) => Math.min(400, ...drawn.map((one) => Math.hypot(one.x - spot.x, one.y - spot.y)));
  const best = spots.toSorted((a, b) => free(b) - free(a))[0] ?? from;
  return boxed('計画線', { x: best.x + 14, y: best.y + 32 }, 'start', 'grey');
}

const figure = (kpi: KpiGraph['kpi'], value: number): string =>
  kpi.type === 'boolean' || kpi.grades ? valueText(kpi, value) : `${shortFigure(value)}${kpi.unit}`;

/** Words on white, so that a line behind them does not cross them out. */
function boxed(said: string, at: Spot, anchor: 'start' | 'middle' | 'end', colour: 'ink' | 'grey' | 'blue'): SvgPart[] {
  const size = 24;
  const width = pixelsOf(said, size);
  const left = { start: at.x, middle: at.x - width / 2, end: at.x - width }[anchor];
  return [
    svgBox({ x: left - 4, y: at.y - size + 2 }, { width: width + 8, height: size + 4 }, 'white'),
    svgWords(said, at, { size, colour, anchor, bold: true }),
  ];
}

/** About how wide words are. */
const pixelsOf = (said: string, size: number): number =>
  [...said].reduce((sum, sign) => sum + (sign.charCodeAt(0) < 0x100 ? size * 0.6 : size), 0);

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
  const [before, latest] = [said.at(-2), said.at(-1)];
  if (latest?.value === undefined) {
    const middle = { x: (left + PLOT.right) / 2, y: (PLOT.top + PLOT.bottom) / 2 };
    return [
      ...points.map((point) => markOf(point, middle, x)),
      ...boxed('まだ値がありません', middle, 'middle', 'ink'),
    ];
  }
  const isFalling = (before?.value ?? latest.value) > latest.value;
  return [
    ...runsOf(points).map((run) => svgLine(run.map(spotOf), { colour: 'blue', width: 5 })),
    ...points.map((point) => markOf(point, spotOf(point), x)),
    ...latestWords(figure(kpi, latest.value), spotOf(latest), { isFalling, left }),
  ];
}

function markOf(point: GraphPoint, spot: Spot, x: (day: string) => number): SvgPart {
  const below = { x: x(point.week), y: STRIP };
  if (point.state === 'confirmedNone') return svgMark('diamond', below, 7, 'ink');
  if (point.state === 'notReported') return svgMark('dash', below, 7, 'grey');
  return svgMark(point.state === 'reported' ? 'circle' : 'ring', spot, 7, 'blue');
}

/** Above the last value; below it where its line comes from above, or above there is no room. */
function latestWords(
  said: string,
  { x, y }: Spot,
  { isFalling, left }: { readonly isFalling: boolean; readonly left: number },
): SvgPart[] {
  const half = pixelsOf(said, 24) / 2;
  const isBelow = (isFalling && y + 44 < PLOT.bottom) || y - 20 < PLOT.top + 30;
  const at = { x: Math.min(Math.max(x, left + half), PLOT.right - half), y: isBelow ? y + 38 : y - 18 };
  return boxed(said, at, 'middle', 'blue');
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
