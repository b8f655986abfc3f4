import { performance } from 'node:perf_hooks';
import { gatherDigest } from '../../bot/features/digest/gather-digest.ts';
import { createKnown } from '../../bot/outbox/known.ts';
import { editionOf } from '../../programme/catalogue.ts';
import { instantOf } from '../../programme/day.ts';
import { recordOf } from '../../programme/digest/digest-record.ts';
import { type Meeting, meetingId } from '../../programme/meetings/meeting.ts';
import type { Programme } from '../../programme/programme.ts';
import { stepStandings } from '../../programme/progress/step-standing.ts';
import { addWeeks } from '../../programme/week.ts';
import { CHANGES, LEASES, municipal, type OpenStore, type Store } from '../../storage/collections.ts';
import { openEmbedded } from '../../storage/embedded.ts';
import { progressIn } from '../../storage/progress.ts';
import { counting } from './counting-store.ts';
import { codeOf, fillMunicipalities, fillProgress, fillRecords, from } from './filled-store.ts';

/** How long a digest takes to build over a year of weekly reports, and how many times it asks the store. */
const SIZES = [25, 77, 1741];
const WEEKS = 52;
const CLOSED_YEARS = 5;
const [HELPS_A_YEAR, MEETINGS_A_YEAR, DIGESTS_A_YEAR] = [6, 12, 45];
const [TURNS, WARM] = [400, 40];
const NOW = instantOf('2025-03-12', '10:00');
const WEEK = '2025-03-10';
const PROGRAMME: Programme = {
  name: '計測',
  prefecture: '長野県',
  fiscalYear: 2024,
  start: addWeeks(WEEK, -WEEKS),
  end: addWeeks(WEEK, 4),
  checkIn: { weekday: 1, time: '09:00' },
  nudge: { weekday: 3, time: '09:00' },
  digest: { weekday: 5, time: '16:00' },
  closures: [],
};

console.log('ダイジェストの組み立て（SQLite、14 KPI・25 項目 × 52週、1回ごとに1つの報告が加わる）');
console.log(['団体', '読み方', 'p50 ms', 'p95 ms', 'CPU ms（平均）', '初回 ms', '保存先への要求', 'RSS MB'].join('\t'));
for (const size of SIZES) for (const row of await measure(size)) console.log(row.join('\t'));
const years = await besideClosedYears(SIZES[0] ?? 0);
console.log(`終わった年度が${CLOSED_YEARS}つあるとき、ないときの何倍か（25団体、同じ実行の中で交互に）`);
for (const [what, ratio] of years) console.log(`${what}\t${ratio.toFixed(3)}`);

type Way = {
  readonly called: string;
  readonly turn: () => Promise<number>;
  readonly times: number[];
  first: number;
  cpu: number;
  asked: number;
};

/** Turn by turn: read anew each time, and of what is known to the instance that plans; each after one more report. */
async function measure(size: number): Promise<string[][]> {
  const { store, close } = openEmbedded(':memory:');
  await fill(store, size);
  for (const { value, etag } of await store.changes.list(CHANGES)) await store.changes.remove(CHANGES, value.id, etag);
  const { counted, reads } = counting(store);
  // As beside the lease: one more read in each turn.
  const isOurs = async () => (await counted.leases.get(LEASES, 'dispatcher')) === undefined;
  const clock = { now: () => NOW, steady: () => performance.now(), sleep: async () => undefined };
  const known = createKnown({ store: counted, clock, isOurs, onFault: () => undefined });
  known.begin(1);
  await known.refresh();
  const nothing = { first: 0, cpu: 0, asked: 0 };
  const ways: readonly Way[] = [
    { called: '保存先から', turn: () => timed(counted), times: [], ...nothing },
    { called: '知っているものから', turn: async () => timed(await known.asOfNow()), times: [], ...nothing },
  ];
  for (let turn = 0; turn <= (size > 100 ? 20 : 100); turn++) {
    for (const way of ways) {
      await reportAgain(store, turn % size);
      const before = reads();
      await clocked(way, turn === 0);
      way.asked = reads() - before;
    }
    if (turn % 10 === 9) await known.refresh();
  }
  await close();
  return ways.map((way) => rowOf(size, way));
}

async function clocked(way: Way, isFirst: boolean): Promise<void> {
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  await way.turn();
  const spent = performance.now() - began;
  const { user, system } = process.cpuUsage(cpu);
  if (isFirst) way.first = spent;
  else way.times.push(spent);
  if (!isFirst) way.cpu += (user + system) / 1_000;
}

function rowOf(size: number, { called, times, first, cpu, asked }: Way): string[] {
  const sorted = times.toSorted((a, b) => a - b);
  const share = (part: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(1);
  const mean = (cpu / times.length).toFixed(1);
  const mb = String(Math.round(process.memoryUsage().rss / 1e6));
  return [String(size), called, share(0.5), share(0.95), mean, first.toFixed(1), String(asked), mb];
}

/** A municipality reports a KPI once more, with the note that goes before it. */
async function reportAgain({ kpis }: Store, index: number): Promise<void> {
  const [record] = await kpis.list(municipal(codeOf(index)), { limit: 1 });
  if (!record) throw new Error('nothing to report');
  const { value, etag } = record;
  const entries = value.entries.map((entry, at) => (at === 0 ? { ...entry, note: String(Math.random()) } : entry));
  await kpis.put({ ...value, entries }, etag);
}

/** The same asked of a store with closed years behind it and of one without, turn by turn. */
async function besideClosedYears(size: number): Promise<readonly (readonly [what: string, ratio: number])[]> {
  const stores: Pair = [openEmbedded(':memory:'), openEmbedded(':memory:')];
  for (const [at, { store }] of stores.entries()) {
    await fill(store, size);
    for (let ago = 1; ago <= (at === 0 ? 0 : CLOSED_YEARS); ago++) await fillClosed(store, size, ago);
  }
  const standings = async (store: Store) => stepStandings(await progressIn(store, codeOf(0), PROGRAMME));
  const ratios = [
    ['状況の記録を読む', await ratioOf(stores, standings)],
    ['ダイジェスト', await ratioOf(stores, timed)],
  ] as const;
  for (const { close } of stores) await close();
  return ratios;
}

type Pair = readonly [alone: OpenStore, behind: OpenStore];

/** Each is asked first every other time; of many times the fast ones tell least of what else the machine did. */
async function ratioOf(stores: Pair, work: (store: Store) => Promise<unknown>): Promise<number> {
  const times: [number[], number[]] = [[], []];
  for (let turn = 0; turn < TURNS * 2; turn++) {
    const at = turn % 4 === 0 || turn % 4 === 3 ? 0 : 1;
    const began = performance.now();
    await work(stores[at].store);
    if (turn >= WARM) times[at].push(performance.now() - began);
  }
  const [alone = 1, behind = 0] = times.map((all) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 10)]);
  return behind / alone;
}

/** A year that was over so long ago: its items, KPIs, 相談, digests and meetings. */
async function fillClosed(store: Store, size: number, ago: number): Promise<void> {
  const back = (day: string) => addWeeks(day, -WEEKS * ago);
  for (let i = 0; i < size; i++) {
    const code = codeOf(i);
    const fiscalYear = PROGRAMME.fiscalYear - ago;
    await fillRecords(store, code, { fiscalYear, week: WEEK, weeks: WEEKS });
    for (let at = 0; at < HELPS_A_YEAR; at++) {
      const said = from(back(addWeeks(WEEK, -at * 8)), `help-${code}-${ago}-${at}`);
      const help = { ...said, id: `help-${said.ask}`, municipality: code, text: '例規の改正', answered: said };
      await store.helpRequests.put(help, 'absent');
    }
  }
  for (let at = 0; at < MEETINGS_A_YEAR; at++)
    await store.meetings.put(meetingOn(back(addWeeks(WEEK, -at * 4))), 'absent');
  const { digest } = await gatherDigest(store, PROGRAMME, { week: WEEK, now: NOW });
  for (let at = 0; at < DIGESTS_A_YEAR; at++)
    await store.digests.put(recordOf({ ...digest, week: back(addWeeks(WEEK, -at)) }, editionOf(PROGRAMME)), 'absent');
}

async function timed(store: Store): Promise<number> {
  const began = performance.now();
  const { digest } = await gatherDigest(store, PROGRAMME, { week: WEEK, now: NOW });
  const spent = performance.now() - began;
  if (digest.municipalities.length === 0) throw new Error('the digest is empty');
  return spent;
}

async function fill(store: Store, size: number): Promise<void> {
  await fillMunicipalities(store, size);
  await fillProgress(store, size, { fiscalYear: 2024, week: WEEK, weeks: WEEKS });
}

function meetingOn(day: string): Meeting {
  const when = { title: '進捗状況確認会議', day, start: '13:30' };
  return { ...when, id: meetingId(when), kind: 'progress', end: '15:00', place: '県庁', audience: ['all'] };
}
