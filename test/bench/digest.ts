import { performance } from 'node:perf_hooks';
import { gatherDigest } from '../../bot/features/digest/gather-digest.ts';
import { catalogue } from '../../programme/catalogue.ts';
import { addDays, instantOf } from '../../programme/day.ts';
import type { Programme } from '../../programme/programme.ts';
import type { ItemRecord } from '../../programme/progress/item-record.ts';
import type { KpiRecord } from '../../programme/progress/kpi-record.ts';
import { addWeeks } from '../../programme/week.ts';
import type { Store } from '../../storage/collections.ts';
import { openEmbedded } from '../../storage/embedded.ts';
import { counting } from './counting-store.ts';

/** How long a digest takes to build over a year of weekly reports, and how many times it asks the store. */
const SIZES = [25, 77, 1741];
const WEEKS = 52;
const NOW = instantOf('2025-03-12', '10:00');
const WEEK = '2025-03-10';
const WEEKLY = catalogue.kpis.filter(({ weekly, step }) => weekly && step !== 'PROGRAM').slice(0, 5);
const OTHERS = catalogue.kpis.filter(({ weekly, step }) => !weekly && step !== 'PROGRAM').slice(0, 9);
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

const rows: string[][] = [];
for (const size of SIZES) rows.push(await measure(size));
console.log('ダイジェストの組み立て（SQLite、14 KPI・25 項目 × 52週）');
console.log(['団体', 'p50 ms', 'p95 ms', '初回 ms', '読み取り回数'].join('\t'));
for (const row of rows) console.log(row.join('\t'));

async function measure(size: number): Promise<string[]> {
  const { store, close } = openEmbedded(':memory:');
  await fill(store, size);
  const { counted, reads } = counting(store);
  const first = await timed(counted);
  const once = reads();
  const times: number[] = [];
  for (let i = 0; i < (size > 100 ? 5 : 200); i++) times.push(await timed(counted));
  times.sort((a, b) => a - b);
  await close();
  const at = (share: number) => (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(1);
  return [String(size), at(0.5), at(0.95), first.toFixed(1), String(once)];
}

async function timed(store: Store): Promise<number> {
  const began = performance.now();
  const { digest } = await gatherDigest(store, PROGRAMME, { week: WEEK, now: NOW });
  const spent = performance.now() - began;
  if (digest.municipalities.length === 0) throw new Error('the digest is empty');
  return spent;
}

async function fill(store: Store, size: number): Promise<void> {
  for (let i = 0; i < size; i++) {
    const code = codeOf(i);
    await store.municipalities.put({ code, name: `町${code}`, area: '計測', supported: true }, 'absent');
    for (const item of catalogue.items) await store.items.put(itemOf(code, item.id), 'absent');
    for (const kpi of [...WEEKLY, ...OTHERS]) await store.kpis.put(kpiOf(code, kpi.id, WEEKLY.includes(kpi)), 'absent');
  }
}

/** Any five digits and the check digit that belongs to them. */
function codeOf(index: number): string {
  const digits = String(20_000 + index);
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (6 - at), 0);
  return `${digits}${(11 - (sum % 11)) % 10}`;
}

function from(day: string, ask: string) {
  return { by: 'member-x', at: instantOf(day, '10:00').toISOString(), via: 'teams', ask };
}

function itemOf(municipality: string, item: string): ItemRecord {
  const stages = ['considering', 'inProgress', 'decided'];
  const versions = stages.map((stage, at) => ({
    ...from(addWeeks(WEEK, at * 20 - 40), `${item}-${at}`),
    number: at + 1,
    stage,
    evidence: '議事録',
  }));
  return { municipality, fiscalYear: 2024, item, year: 'this', due: addDays(WEEK, 5), versions };
}

function kpiOf(municipality: string, kpi: string, weekly: boolean): KpiRecord {
  const entries = Array.from({ length: WEEKS }, (_, at) => at)
    .filter((at) => weekly || at % 4 === 0)
    .map((at) => {
      const week = addWeeks(WEEK, at - WEEKS + 1);
      const parts = { numerator: at, denominator: 60, value: Math.round((at / 60) * 1000) / 10 };
      return { ...from(addDays(week, 1), `${kpi}-${at}`), number: at + 1, week, kind: 'value' as const, ...parts };
    });
  return { municipality, fiscalYear: 2024, kpi, baseline: 0, target: 80, due: addWeeks(WEEK, 3), weekly, entries };
}
