import { readEverything } from '../../bot/hand-over/everything.ts';
import { exportFiles } from '../../bot/hand-over/export.ts';
import { kpiGraphSvg } from '../../documents/progress/kpi-graph-svg.ts';
import { townsSvg } from '../../documents/progress/towns-svg.ts';
import { editionOf, findKpi } from '../../programme/catalogue.ts';
import { dayOf } from '../../programme/day.ts';
import { kpiGraph } from '../../programme/progress/kpi-graph.ts';
import { townsPicture } from '../../programme/progress/town-picture.ts';
import { weekOfDay } from '../../programme/week.ts';
import { openEmbedded } from '../../storage/embedded.ts';
import { supportedMunicipalities } from '../../storage/municipalities.ts';
import { progressIn } from '../../storage/progress.ts';
import { FILLED_END, fillFinalYear } from '../bench/filled-final.ts';

type Entry = { week: string; kind: string; value?: number; undone?: unknown };
type KpiOf = { municipality: string; fiscalYear: number; kpi: string; target?: number; entries: readonly Entry[] };

const [TOWNS, WEEKS] = [5, 12];

describe('pictures beside an export of the same records', () => {
  const { store, close } = openEmbedded(':memory:');
  let exported: readonly KpiOf[];
  let all: Parameters<typeof townsPicture>[0];
  let programme: Awaited<ReturnType<typeof fillFinalYear>>;
  const today = dayOf(FILLED_END);
  const week = weekOfDay(today);

  beforeAll(async () => {
    programme = await fillFinalYear(store, TOWNS, WEEKS);
    const everything = await readEverything(store, FILLED_END);
    const { files } = await exportFiles(everything, { programme: programme.name }, { ...everything, jobs: [] });
    const kpis = files.find(({ name }) => name === 'kpis.json');
    const kept = JSON.parse(Buffer.from(kpis?.bytes ?? '').toString()) as KpiOf[];
    exported = kept.filter(({ fiscalYear }) => fiscalYear === programme.fiscalYear);
    const towns = await supportedMunicipalities(store);
    all = await Promise.all(
      towns.map(async (municipality) => ({
        municipality,
        records: await progressIn(store, municipality.code, programme),
      })),
    );
  });
  afterAll(close);

  /** What each week says, told from the JSON alone: a value, or what was last said before it. */
  function weeksOf({ entries }: KpiOf): ReadonlyMap<string, number | undefined> {
    const said = new Map<string, number | undefined>();
    let last: number | undefined;
    for (const entry of entries.filter(({ undone }) => undone === undefined)) {
      if (entry.kind !== 'unchanged') last = entry.kind === 'value' ? entry.value : undefined;
      said.set(entry.week, last);
    }
    return said;
  }

  const graphOf = ({ municipality: code, kpi: id }: KpiOf) => {
    const records = all.find(({ municipality }) => municipality.code === code)?.records;
    const [kpi, record] = [findKpi(id, editionOf(programme)), records?.kpis.get(id)];
    if (!kpi || !record) throw new Error(`no ${id} in ${code}`);
    return { kpi, graph: kpiGraph(kpi, record, { start: programme.start, today, week }) };
  };

  it('draws the values of every week as the export has them, and no others', () => {
    let compared = 0;
    for (const kept of exported) {
      const { graph } = graphOf(kept);
      const drawn = graph.points.flatMap((point) => (point.value === undefined ? [] : [[point.week, point.value]]));
      expect(drawn).toEqual([...weeksOf(kept)].filter(([, value]) => value !== undefined));
      expect(graph.target).toBe(kept.target);
      compared += drawn.length;
    }
    expect(compared).toBeGreaterThan(TOWNS * WEEKS);
  });

  it('holds a mark for each value, and the last one in words', () => {
    const kept = exported.find(({ entries }) => entries.length > 2) as KpiOf;
    const { kpi, graph } = graphOf(kept);
    const svg = kpiGraphSvg(graph, { municipality: '団体' });
    const values = [...weeksOf(kept).values()].filter((value) => value !== undefined);
    // And two in the key: a report, and unchanged.
    expect(svg.match(/<circle /g)).toHaveLength(values.length + 2);
    expect(svg).toContain(`>${values.at(-1)?.toLocaleString('ja-JP')}${kpi.unit}</text>`);
  });

  it('shows of every municipality what the export says of it, by 団体コード', () => {
    const picture = townsPicture(all, { start: programme.start, today, week });
    const codes = picture.towns.map(({ municipality }) => municipality.code);
    expect(codes).toEqual(codes.toSorted());
    const svg = townsSvg(picture, { title: '全体図', today });
    expect(picture.kpi).toBeDefined();
    for (const { municipality, kpi } of picture.towns) {
      const kept = exported.find((one) => one.municipality === municipality.code && one.kpi === picture.kpi?.id);
      const last = kept && [...weeksOf(kept).values()].at(-1);
      expect(kpi?.value).toBe(last);
      expect(svg).toContain(`>${municipality.name}</text>`);
      if (last !== undefined) expect(svg).toContain(`>${last.toLocaleString('ja-JP')}${picture.kpi?.unit}</text>`);
    }
  });
});
