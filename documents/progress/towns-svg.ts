import type { Kpi } from '../../programme/catalogue.ts';
import { type Day, shortDate } from '../../programme/day.ts';
import { valueText } from '../../programme/progress/kpi-value.ts';
import type { Signal } from '../../programme/progress/plan-line.ts';
import type { KpiPicture, StepPicture, TownPicture, TownsPicture } from '../../programme/progress/town-picture.ts';
import { stateNames } from '../../programme/provenance.ts';
import type { Colour } from '../picture/colours.ts';
import { between, shortFigure } from '../picture/scale.ts';
import {
  type MarkShape,
  type Spot,
  type SvgPart,
  svgBox,
  svgLine,
  svgMark,
  svgPicture,
  svgWords,
} from '../picture/svg.ts';
import { fitted, type Layout, townsLayoutOf } from './towns-layout.ts';

/** Pixels; a phone shows half of them. */
const WIDTH = 800;
const HEAD = 108;
const FOOT = 84;

const SIGNALS = {
  green: ['circle', 'blue'],
  yellow: ['triangle', 'ink'],
  red: ['square', 'red'],
} as const satisfies Record<Signal, readonly [MarkShape, Colour]>;

type Titled = {
  readonly title: string;
  readonly today: Day;
  /** Where much else stands beside it. */
  readonly small?: true;
};

/** The first is how large it is meant; the others are for what is too full to stay light. */
const SHRUNK = [1, 0.84, 0.7, 0.58];

/** The same picture in several sizes, the largest first. */
export const townsSvgs = (picture: TownsPicture, of: Titled): readonly string[] =>
  SHRUNK.map((by) => townsSvg(picture, of, by));

/**
 * Every municipality in a small field of its own, by 団体コード: its four steps, what is late, and one KPI.
 * @param shrunk how much smaller than meant it is painted
 */
export function townsSvg({ kpi, towns }: TownsPicture, of: Titled, shrunk = 1): string {
  const layout = townsLayoutOf(towns.length, of.small === true);
  const rows = Math.max(1, Math.ceil(towns.length / layout.columns));
  const height = HEAD + rows * layout.height + FOOT;
  const width = (WIDTH - 16) / layout.columns;
  const parts = [
    ...head(kpi, towns.length, of),
    ...towns.flatMap((town, at) => {
      const corner = {
        x: 8 + (at % layout.columns) * width,
        y: HEAD + Math.floor(at / layout.columns) * layout.height,
      };
      return field(town, kpi, corner, { ...layout, width });
    }),
    ...foot(height, kpi !== undefined, layout),
  ];
  return svgPicture({ width: WIDTH, height }, parts, layout.scale * shrunk);
}

function head(kpi: Kpi | undefined, towns: number, of: Titled): SvgPart[] {
  const shown = kpi ? `STEP0〜3 と ${kpi.id} ${kpi.name}` : 'STEP0〜3';
  return [
    svgWords(of.title, { x: 16, y: 34 }, { size: 28, bold: true }),
    svgWords(
      `${towns}団体・${shortDate(of.today)} 現在`,
      { x: WIDTH - 16, y: 34 },
      { size: 22, anchor: 'end', colour: 'grey' },
    ),
    svgWords(shown, { x: 16, y: 68 }, { size: shown.length > 32 ? 20 : 22 }),
    svgLine(
      [
        { x: 8, y: HEAD - 22 },
        { x: WIDTH - 8, y: HEAD - 22 },
      ],
      { colour: 'faint', width: 2 },
    ),
  ];
}

type Sized = Layout & { readonly width: number };

function field(town: TownPicture, kpi: Kpi | undefined, corner: Spot, layout: Sized): SvgPart[] {
  const { name, width, bar } = layout;
  const [left, right] = [corner.x + 8, corner.x + width - 8];
  const top = corner.y + name;
  const bars = top + (layout.curve ? 12 : 6);
  const called = town.municipality.name;
  const size = fitted(called, name, right - left - lateRoom(town.late, layout.figure));
  return [
    svgWords(called, { x: left, y: top }, { size, ...(layout.curve ? { bold: true } : {}) }),
    ...lateMark(town.late, { x: right, y: top }, layout.figure),
    ...town.steps.flatMap((step, at) => stepBar(step, { x: left + at * bar.apart, y: bars }, bar)),
    ...(kpi && town.kpi ? kpiParts(kpi, town.kpi, { left, right, bars }, layout) : []),
  ];
}

/** What the mark below takes beside a name. */
const lateRoom = (late: number, size: number): number =>
  late === 0 ? 0 : (String(late).length * 0.62 + 0.7) * size + 8;

/** How many items are past their date, behind a mark that nothing else has. */
function lateMark(late: number, { x, y }: Spot, size: number): SvgPart[] {
  if (late === 0) return [];
  const said = String(late);
  return [
    svgMark('diamond', { x: x - said.length * size * 0.6 - 10, y: y - size * 0.36 }, size * 0.34, 'red'),
    svgWords(said, { x, y }, { size, anchor: 'end', colour: 'red', bold: true }),
  ];
}

/** From below: settled, reported and not settled, not reported. A step without items is a dash, one that is achieved has a mark. */
function stepBar(
  step: StepPicture,
  { x, y }: Spot,
  { width, height }: Pick<Layout['bar'], 'width' | 'height'>,
): SvgPart[] {
  const middle = { x: x + width / 2, y: y + height / 2 };
  if (step.items === 0 && !step.earlier) return [svgMark('dash', middle, width / 2 - 1, 'grey')];
  const share = (count: number) => (step.items === 0 ? 1 : count / step.items) * height;
  const [settled, reported] = [share(step.earlier ? step.items : step.settled), share(step.reported)];
  return [
    svgBox({ x, y }, { width, height }, 'white', 'grey'),
    svgBox({ x: x + 1, y: y + height - reported }, { width: width - 2, height: reported }, 'faint'),
    svgBox({ x: x + 1, y: y + height - settled }, { width: width - 2, height: settled }, 'blue'),
    ...(step.achieved ? [tick(middle, width)] : []),
  ];
}

const tick = ({ x, y }: Spot, width: number): SvgPart => {
  const reach = width * 0.32;
  const spots = [
    { x: x - reach, y },
    { x: x - reach * 0.2, y: y + reach * 0.8 },
    { x: x + reach, y: y - reach * 0.8 },
  ];
  return svgLine(spots, { colour: 'white', width: 3 });
};

/** Between the bars and a figure, for the mark of its signal. */
const MARK_ROOM = 17;

type Edges = { readonly left: number; readonly right: number; readonly bars: number };

function kpiParts(kpi: Kpi, of: KpiPicture, { left, right, bars }: Edges, layout: Sized): SvgPart[] {
  const said = of.value === undefined ? stateText(of) : figureText(kpi, of.value);
  const [shape, colour] = of.signal === undefined ? [undefined, 'ink' as const] : SIGNALS[of.signal];
  const small = said.length > 8 ? layout.figure - 4 : layout.figure;
  const look = { size: small, ...(of.value === undefined ? { colour: 'grey' as const } : {}) };
  if (!layout.curve) {
    if (of.value === undefined) return stateMark(of, { x: right - 8, y: bars + layout.bar.height / 2 });
    const y = bars + layout.bar.height - 2;
    const mark = shape ? [svgMark(shape, { x: left + 4 * layout.bar.apart + 7, y: y - 7 }, 6, colour)] : [];
    const room = right - left - 4 * layout.bar.apart - MARK_ROOM;
    return [...mark, svgWords(said, { x: right, y }, { ...look, size: fitted(said, small, room), anchor: 'end' })];
  }
  const y = bars + layout.bar.height + layout.figure + 4;
  const mark = shape ? [svgMark(shape, { x: left + 8, y: y - 8 }, 8, colour)] : [];
  const curveLeft = left + 4 * layout.bar.apart + 10;
  return [
    ...mark,
    svgWords(said, { x: left + (shape ? 24 : 0), y }, look),
    ...curve(of, [curveLeft, right], [bars + layout.bar.height, bars]),
  ];
}

/** Where there is no room for the words. */
function stateMark({ state }: KpiPicture, at: Spot): SvgPart[] {
  if (state === 'notReported') return [svgMark('dash', at, 8, 'grey')];
  return state === 'confirmedNone' ? [svgMark('ring', at, 8, 'ink')] : [];
}

const stateText = ({ state }: KpiPicture): string => (state === 'confirmedNone' ? '未実施' : stateNames[state]);

const figureText = (kpi: Kpi, value: number): string =>
  kpi.type === 'boolean' || kpi.grades
    ? valueText(kpi, value).replace(/（.*$/, '')
    : `${shortFigure(value)}${kpi.unit}`;

/** The last weeks between zero and the target, or what is higher; the target is dashed. A single week is a dot. */
function curve(
  { recent, target }: KpiPicture,
  xs: readonly [number, number],
  ys: readonly [number, number],
): SvgPart[] {
  const values = recent.filter((value) => value !== undefined);
  if (values.length === 0) return [];
  const all = [0, ...values, ...(target === undefined ? [] : [target])];
  const [x, y] = [between([0, recent.length - 1], xs), between([Math.min(...all), Math.max(...all)], ys)];
  const runs: Spot[][] = [[]];
  recent.forEach((value, at) => {
    if (value === undefined) runs.push([]);
    else runs.at(-1)?.push({ x: x(at), y: y(value) });
  });
  const last = runs.flat().at(-1);
  return [
    svgLine(
      [
        { x: xs[0], y: ys[0] },
        { x: xs[1], y: ys[0] },
      ],
      { colour: 'faint', width: 2 },
    ),
    ...(target === undefined
      ? []
      : [
          svgLine(
            [
              { x: xs[0], y: y(target) },
              { x: xs[1], y: y(target) },
            ],
            { colour: 'ink', width: 2, dashes: '6 5' },
          ),
        ]),
    ...runs.map((run) => svgLine(run, { colour: 'blue', width: 4 })),
    ...runs.flatMap((run) => (run.length === 1 && run[0] ? [svgMark('circle', run[0], 4, 'blue')] : [])),
    ...(last ? [svgMark('circle', last, 5, 'blue')] : []),
  ];
}

/** What the shapes are. */
function foot(height: number, hasKpi: boolean, { curve: hasCurve }: Layout): SvgPart[] {
  const [first, second] = [height - 50, height - 16];
  const words = (said: string, x: number, y: number) => svgWords(said, { x, y }, { size: 20 });
  const bar = (x: number, settled: number, reported: number) =>
    stepBar(
      { order: 0, items: 4, settled, reported, achieved: settled === 4, earlier: false },
      { x, y: first - 20 },
      { width: 14, height: 24 },
    );
  const mark = ([shape, colour]: readonly [MarkShape, Colour], said: string, x: number) => [
    svgMark(shape, { x, y: second - 7 }, 7, colour),
    words(said, x + 14, second),
  ];
  return [
    ...[...bar(16, 4, 4), words('達成', 38, first)],
    ...[...bar(112, 2, 2), words('決定・完了', 134, first)],
    ...[...bar(272, 0, 3), words('報告あり', 294, first)],
    ...[...bar(412, 0, 0), words('未報告', 434, first)],
    ...[svgMark('diamond', { x: 544, y: first - 7 }, 7, 'red'), words('期限を過ぎた項目の数', 560, first)],
    ...(hasKpi
      ? [
          ...mark(SIGNALS.green, 'KPI 計画どおり', 24),
          ...mark(SIGNALS.yellow, 'やや遅れ', 224),
          ...mark(SIGNALS.red, '遅れ', 356),
          ...(hasCurve
            ? targetKey(452, second)
            : [...mark(['dash', 'grey'], '未報告', 440), ...mark(['ring', 'ink'], '未実施（確認済）', 552)]),
        ]
      : []),
  ];
}

const targetKey = (x: number, y: number): SvgPart[] => [
  svgLine(
    [
      { x, y: y - 7 },
      { x: x + 40, y: y - 7 },
    ],
    { colour: 'ink', width: 2, dashes: '6 5' },
  ),
  svgWords('目標', { x: x + 50, y }, { size: 20 }),
];
