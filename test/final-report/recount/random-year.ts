import { catalogue, type Kpi } from '../../../programme/catalogue.ts';
import { addDays } from '../../../programme/day.ts';
import type { ItemRecord } from '../../../programme/progress/item-record.ts';
import type { KpiEntry, KpiRecord } from '../../../programme/progress/kpi-record.ts';
import { assignmentId } from '../../../programme/support/assignment.ts';
import { type Rating, ratings } from '../../../programme/visits/rating.ts';
import { type VisitRecord, visitRecordId } from '../../../programme/visits/visit-record.ts';
import { addWeeks, weekOfDay } from '../../../programme/week.ts';
import type { Store } from '../../../storage/collections.ts';
import { Dice, END, FISCAL_YEAR, START, someone } from './dice.ts';
import { randomPapers } from './random-papers.ts';

const UNDONE = { undone: someone('2027-03-01', 'undone') };

/** A year in which everything happened that may: taken back, said twice, said of another year, or never said. */
export async function randomYear(store: Store, seed: number): Promise<void> {
  const dice = new Dice(seed);
  const towns = ['200000', '200018', '200026', '200034', '200042'].slice(0, 3 + dice.upTo(2));
  await store.programmes.put(
    {
      ...{ name: '伴走支援', prefecture: '長野県', division: 'DX推進課', fiscalYear: FISCAL_YEAR },
      ...{ start: START, end: END, closures: [{ day: '2027-03-05', whom: 'all', reason: '休庁' }] },
      checkIn: { weekday: 1, time: '09:00' },
      nudge: { weekday: 3, time: '09:00' },
      digest: { weekday: 5, time: '16:00' },
    },
    'absent',
  );
  for (const [at, code] of towns.entries()) {
    const supported = at !== 1;
    await store.municipalities.put({ code, name: `第${at + 1}町`, area: '計測', supported }, 'absent');
    for (const { id } of catalogue.items) if (dice.chance(0.9)) await randomItem(store, { code, id, dice });
    for (const kpi of catalogue.kpis.filter(({ item }) => item !== null))
      if (dice.chance(0.6)) await randomKpi(store, { code, kpi, dice });
    await randomSupport(store, code, dice);
  }
  await randomPapers(store, towns, dice);
}

type Of = { readonly code: string; readonly dice: Dice };
const STAGES = [...catalogue.stages.map(({ id }) => id), 'confirmedNone', 'decided', 'done', 'done'];

async function randomItem(store: Store, { code, id, dice }: Of & { readonly id: string }): Promise<void> {
  // Some municipalities get far, so that steps are achieved too.
  const isFar = Number(code) % 4 < 2;
  const versions = Array.from({ length: dice.upTo(3) + (isFar ? 1 : 0) }, (_, at) => ({
    ...someone(dice.day(START, 200), `${id}-${at}`),
    number: at + 1,
    stage: isFar ? 'done' : dice.one(STAGES),
    ...(isFar || dice.chance(0.7) ? { evidence: '庁議の資料' } : {}),
    ...(!isFar && dice.chance(0.2) ? UNDONE : {}),
  }));
  const record: ItemRecord = {
    ...{ municipality: code, fiscalYear: FISCAL_YEAR, item: id },
    year: dice.one(['this', 'this', 'this', 'later', 'none'] as const),
    ...(dice.chance(0.6) ? { start: { stage: dice.one(STAGES) } } : {}),
    versions,
  };
  await store.items.put(record, 'absent');
}

async function randomKpi(store: Store, { code, kpi, dice }: Of & { readonly kpi: Kpi }): Promise<void> {
  const isFar = Number(code) % 4 < 2 && dice.chance(0.9);
  const top = kpi.type === 'boolean' ? 1 : 100;
  const record: KpiRecord = {
    ...{ municipality: code, fiscalYear: FISCAL_YEAR, kpi: kpi.id, weekly: dice.chance(0.5) },
    ...(dice.chance(0.8) ? { baseline: 0 } : {}),
    ...(isFar || dice.chance(0.8) ? { target: isFar ? (kpi.better === 'lower' ? top : 0) : dice.upTo(top) } : {}),
    ...(dice.chance(0.7) ? { due: addDays(END, -dice.upTo(60)) } : {}),
    entries: randomEntries(kpi, dice, isFar),
  };
  await store.kpis.put(record, 'absent');
  if (dice.chance(0.2)) await store.kpis.put({ ...record, fiscalYear: FISCAL_YEAR - 1, target: 77 }, 'absent');
}

/** Up to a week after the end, in the order of the weeks as they are kept. */
function randomEntries(kpi: Kpi, dice: Dice, isFar: boolean): KpiEntry[] {
  const count = dice.upTo(6) + (isFar ? 1 : 0);
  const first = addWeeks(weekOfDay(END), 1 - count + (isFar ? -1 : 0));
  return Array.from({ length: count }, (_, at): KpiEntry => {
    const week = addWeeks(first, at);
    const kind = isFar || at === 0 ? 'value' : dice.one(['value', 'value', 'unchanged', 'confirmedNone'] as const);
    return {
      ...someone(addDays(week, 1), `${kpi.id}-${at}`),
      ...{ number: at + 1, week, kind },
      ...(kind === 'value' ? reading(kpi, dice) : {}),
      ...(!isFar && dice.chance(0.15) ? UNDONE : {}),
    };
  });
}

function reading(kpi: Kpi, dice: Dice) {
  if (kpi.type === 'boolean') return { value: dice.upTo(1) };
  if (kpi.denominator === undefined && kpi.answers === undefined) return { value: dice.upTo(100) };
  const denominator = 1 + dice.upTo(59);
  const numerator = dice.upTo(denominator);
  const value = Math.round((numerator / denominator) * (kpi.type === 'percent' ? 1000 : 10)) / 10;
  if (dice.chance(0.15)) return { value };
  return kpi.denominator === undefined ? { value: dice.upTo(5), denominator } : { value, numerator, denominator };
}

async function randomSupport(store: Store, code: string, dice: Dice): Promise<void> {
  for (let at = 0; at < dice.upTo(3); at++) {
    const begins = dice.one(['2025-09-01', '2026-08-20', '2026-11-01']);
    const expert = `member-expert-${code}-${at}`;
    const version = { ...someone(begins, `${code}-${at}`), from: begins, until: END };
    const last = dice.chance(0.3) ? { ...version, ask: `${code}-${at}-again`, planned: dice.upTo(30) } : undefined;
    const planned = dice.chance(0.7) ? { planned: dice.upTo(30) } : {};
    await store.assignments.put(
      {
        ...{ id: assignmentId(expert, begins), municipality: code, expert },
        versions: [{ ...version, ...planned }, ...(last ? [last] : [])],
        ...(dice.chance(0.3) ? { after: 'member-expert-before' } : {}),
        ...(dice.chance(0.2) ? { active: false } : {}),
      },
      'absent',
    );
  }
  for (let at = 0; at < dice.upTo(12); at++) await randomVisit(store, { code, dice, at });
}

async function randomVisit(store: Store, { code, dice, at }: Of & { readonly at: number }): Promise<void> {
  const meeting = `meeting-visit-${code}-${at}`;
  const days = [dice.day('2026-02-01', 400), '2026-10-20', '2026-10-21'];
  const versions = Array.from({ length: 1 + dice.upTo(2) }, (_, number) => {
    const day = dice.one(days);
    return {
      ...someone(addDays(day, 1), `${meeting}-${number}`),
      number: number + 1,
      content: {
        ...{ day, start: '13:30', end: dice.one(['14:15', '16:00', '17:30']), items: ['S1-2'], text: '支援した' },
        mode: dice.one(['in-person', 'in-person', 'online'] as const),
      },
      ...(dice.chance(0.15) ? UNDONE : {}),
    };
  });
  const answers = dice.chance(0.7)
    ? [
        {
          ...someone('2027-02-01', `${meeting}-answer`),
          version: 1 + dice.upTo(versions.length - 1),
          verdict: dice.one(['confirmed', 'confirmed', 'returned'] as const),
          ...(dice.chance(0.1) ? UNDONE : {}),
        },
      ]
    : [];
  const expert = `member-expert-${code}-0`;
  const record: VisitRecord = {
    ...{ id: visitRecordId(meeting), meeting, municipality: code, expert },
    ...{ versions, answers },
  };
  await store.visitRecords.put(record, 'absent');
  if (dice.chance(0.5)) return;
  const rating = { ...someone('2027-02-02', `${meeting}-rated`), number: 1, score: 1 + dice.upTo(4) };
  const rated: Rating = ratings.schema.parse({
    ...{ visit: record.id, municipality: code, expert },
    versions: [{ ...rating, ...(dice.chance(0.2) ? UNDONE : {}) }],
  });
  await store.ratings.put(rated, 'absent');
}
