import { performance } from 'node:perf_hooks';
import { paint } from '../../documents/picture/paint.ts';
import { kpiGraphSvg } from '../../documents/progress/kpi-graph-svg.ts';
import { townsSvg } from '../../documents/progress/towns-svg.ts';
import { findKpi } from '../../programme/catalogue.ts';
import { dayOf } from '../../programme/day.ts';
import { kpiGraph } from '../../programme/progress/kpi-graph.ts';
import { townsPicture } from '../../programme/progress/town-picture.ts';
import { weekOfDay } from '../../programme/week.ts';
import { openEmbedded } from '../../storage/embedded.ts';
import { supportedMunicipalities } from '../../storage/municipalities.ts';
import { progressIn } from '../../storage/progress.ts';
import { FILLED_END, fillFinalYear } from './filled-final.ts';

/** `npx tsx test/bench/pictures.ts`: what a picture takes, the first one and those after it, and how large it is. */
const [TIMES, WEEKS, LIMIT_MS] = [9, 31, 500];

async function measure(name: string, draw: () => string): Promise<boolean> {
  const times: { readonly wall: number; readonly cpu: number }[] = [];
  let bytes = 0;
  for (let at = 0; at < TIMES; at++) {
    const [began, before] = [performance.now(), process.cpuUsage()];
    bytes = (await paint(draw())).length;
    const used = process.cpuUsage(before);
    times.push({ wall: performance.now() - began, cpu: (used.user + used.system) / 1000 });
  }
  const [first = { wall: 0, cpu: 0 }, ...rest] = times;
  const middle = (of: 'wall' | 'cpu') => rest.map((each) => each[of]).toSorted((a, b) => a - b)[rest.length >> 1] ?? 0;
  const said = (wall: number, cpu: number) => `${Math.round(wall)} ms（CPU ${Math.round(cpu)} ms）`;
  const later = said(middle('wall'), middle('cpu'));
  console.log(`${name}: 初回 ${said(first.wall, first.cpu)}・2回目から ${later}・${bytes} バイト`);
  return middle('cpu') <= LIMIT_MS;
}

async function measureTowns(towns: number): Promise<boolean> {
  const { store, close } = openEmbedded(':memory:');
  const programme = await fillFinalYear(store, towns, WEEKS);
  const today = dayOf(FILLED_END);
  const of = { start: programme.start, today, week: weekOfDay(today) };
  const all = await Promise.all(
    (await supportedMunicipalities(store)).map(async (municipality) => ({
      municipality,
      records: await progressIn(store, municipality.code, programme),
    })),
  );
  await close();
  const record = all.flatMap(({ records }) => [...records.kpis.values()]).find(({ entries }) => entries.length > 2);
  const kpi = findKpi(record?.kpi ?? '');
  if (!record || !kpi) throw new Error('nothing was filled in');
  const whole = { title: '全市町村の状況', today };
  const kept = [
    await measure(`グラフ ${record.entries.length}週`, () =>
      kpiGraphSvg(kpiGraph(kpi, record, of), { municipality: '小海町' }),
    ),
    await measure(`全体図 ${towns}団体`, () => townsSvg(townsPicture(all, of), whole)),
    await measure(`ダイジェストの図 ${towns}団体`, () => townsSvg(townsPicture(all, of), { ...whole, small: true })),
  ];
  return kept.every(Boolean);
}

const kept = [await measureTowns(25), await measureTowns(77)];
process.exitCode = kept.every(Boolean) ? 0 : 1;
