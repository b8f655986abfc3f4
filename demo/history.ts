import type { ProgrammeContent } from '../documents/workbook/content.ts';
import { catalogue, findKpi, type Kpi } from '../programme/catalogue.ts';
import { addDays, type Day, instantOf } from '../programme/day.ts';
import type { HelpRequest } from '../programme/help/help-request.ts';
import { type ItemRecord, withItemReport } from '../programme/progress/item-record.ts';
import { type KpiRecord, type KpiReport, lastReading, withKpiReport } from '../programme/progress/kpi-record.ts';
import { SETTLED } from '../programme/progress/step-standing.ts';
import { addWeeks, type Week, weekOf } from '../programme/week.ts';
import type { Store } from '../storage/collections.ts';
import { memberId } from '../storage/ids.ts';
import { itemAt, kpiAt } from '../storage/progress.ts';
import { type Collection, change } from '../storage/store.ts';
import { dice } from './people.ts';

/** Where the officer of the demonstration lives: last week is reported, this week is still open. */
type Town = {
  readonly code: string;
  readonly pace: number;
  readonly quietFor: number;
  readonly by: string;
  readonly via: string;
};

/** Half a year of reports as the people of the programme would have made them, up to last week. */
export async function writeHistory(store: Store, content: ProgrammeContent, now: Date): Promise<void> {
  const towns = content.municipalities.filter(({ supported }) => supported);
  const { fiscalYear } = content.programme;
  for (const [index, { code }] of towns.entries()) {
    const town = townOf(content, code, index);
    for (const { item } of content.items.filter(({ municipality, year }) => municipality === code && year === 'this')) {
      await rewrite(store.items, itemAt(code, fiscalYear, item), (record) => reportItem(record, town, index, now));
    }
    for (const { kpi } of content.kpis.filter(({ municipality }) => municipality === code)) {
      const { partition, id } = itemAt(code, fiscalYear, findKpi(kpi)?.item ?? '');
      const steps = (await store.items.get(partition, id))?.value.versions ?? [];
      await rewrite(store.kpis, kpiAt(code, fiscalYear, kpi), (record) =>
        isTold(kpi) ? reportWhatItemsTell(record, town, steps, now) : reportKpi(record, town, index, now),
      );
    }
    if (index % 9 === 4) await store.helpRequests.put(helpFrom(town, now), 'absent');
  }
}

async function rewrite<T>(
  docs: Collection<T>,
  at: { partition: string; id: string },
  next: (record: T) => T,
): Promise<void> {
  await change(docs, at, (record) => {
    if (record === undefined) throw new Error(`missing ${at.partition}/${at.id}`);
    return { value: next(record) };
  });
}

function townOf(content: ProgrammeContent, code: string, index: number): Town {
  const lead = content.members.find(
    ({ municipalities, role }) => role === 'municipal' && municipalities.includes(code),
  );
  const roll = dice(3000 + index);
  return {
    code,
    pace: index === 0 ? 0.75 : 0.35 + roll() * 0.7,
    quietFor: index % 11 === 5 ? 4 : index % 7 === 3 ? 2 : 0,
    by: memberId(lead ?? { name: code, office: code }),
    via: lead?.chat ?? 'teams',
  };
}

function provenance({ by, via, code }: Town, day: Day, what: string) {
  return { by, via, at: instantOf(day, '09:12').toISOString(), ask: `history-${code}-${what}-${day}` };
}

/** An item climbs the stages over the months; evidence comes with a decision. */
function reportItem(record: ItemRecord, town: Town, index: number, now: Date): ItemRecord {
  const roll = dice(index * 100 + catalogue.items.findIndex(({ id }) => id === record.item));
  const item = catalogue.items.find(({ id }) => id === record.item);
  const order = Number(item?.step.slice(-1) ?? 0);
  const reach = Math.min(4, Math.floor(town.pace * 6.2 - order * 1.15 + roll()));
  let reported = record;
  for (let stage = 1; stage <= reach; stage++) {
    const day = addDays(weekOf(now), -Math.round(((reach - stage) * 28 + 2 + roll() * 20) * (1 + order * 0.1)));
    const decided = stage >= 3;
    const report = {
      stage: catalogue.stages[stage]?.id ?? 'notStarted',
      ...(decided && roll() < 0.85 ? { evidence: item?.evidence[0] ?? '' } : {}),
    };
    reported = withItemReport(reported, report, provenance(town, day, `${record.item}-${stage}`));
  }
  return reported;
}

/** 有無 and grades say what the stage of their item says too: the two never contradict each other. */
const isTold = (id: string): boolean => ['boolean', 'stage'].includes(findKpi(id)?.type ?? '');

function reportWhatItemsTell(record: KpiRecord, town: Town, steps: ItemRecord['versions'], now: Date): KpiRecord {
  const kpi = findKpi(record.kpi);
  if (!kpi) return record;
  const first = { week: addWeeks(weekOf(now), -25), value: 0 };
  const later = steps.map(({ at, stage }) => ({ week: weekOf(new Date(at)), value: valueOfStage(kpi, stage) }));
  return [first, ...later.filter(({ week }) => week > first.week)].reduce((reported, { week, value }) => {
    if (lastReading(reported)?.value === value) return reported;
    const report: KpiReport = { week, kind: 'value', reading: { value } };
    return withKpiReport(reported, report, provenance(town, addDays(week, 1), record.kpi), {
      now: instantOf(addDays(week, 2)),
    });
  }, record);
}

function valueOfStage({ grades }: Kpi, stage: string): number {
  const percent = catalogue.stages.find(({ id }) => id === stage)?.percent ?? 0;
  const isDecided = percent >= SETTLED;
  if (!grades) return isDecided ? 1 : 0;
  return isDecided ? 100 : (grades.findLast(([at]) => at <= percent)?.[0] ?? 0);
}

function reportKpi(record: KpiRecord, town: Town, index: number, now: Date): KpiRecord {
  const kpi = findKpi(record.kpi);
  if (!kpi) return record;
  const roll = dice(index * 77 + [...record.kpi].reduce((sum, letter) => sum + letter.charCodeAt(0), 0));
  const whole = kpi.type === 'percent' ? wholeOf(kpi.id, roll()) : 0;
  const every = record.weekly ? 1 : 5;
  let reported = record;
  for (let ago = 25; ago >= 1 + town.quietFor; ago--) {
    if (ago % every !== 0 || roll() < 0.12) continue;
    const week = addWeeks(weekOf(now), -ago);
    const report = reportFor(kpi, reported, week, {
      share: Math.min(1, (town.pace * (26 - ago) * (kpi.step === 'STEP0' ? 1.6 : 1)) / 24),
      whole,
      roll,
    });
    reported = withKpiReport(reported, report, provenance(town, addDays(week, 1), record.kpi), {
      now: instantOf(addDays(week, 2)),
    });
  }
  return reported;
}

/** Of some KPIs a municipality has so many at most: 標準化の対象20業務, よく使う32手続. */
const AT_MOST: Readonly<Record<string, number>> = { 'K3-201': 20, 'K3-102': 32 };
function wholeOf(kpi: string, roll: number): number {
  const most = AT_MOST[kpi];
  return most === undefined ? 8 + Math.round(roll * 90) : most - Math.round(roll * 3);
}

type Progress = { readonly share: number; readonly whole: number; readonly roll: () => number };

function reportFor(kpi: Kpi, record: KpiRecord, week: Week, { share, whole, roll }: Progress): KpiReport {
  if (lastReading(record) && roll() < 0.45) return { week, kind: 'unchanged' };
  const target = record.target ?? 10;
  if (kpi.type === 'percent') {
    const numerator = Math.max(
      lastReading(record)?.numerator ?? 0,
      Math.min(whole, Math.round((whole * share * target) / 100)),
    );
    return {
      week,
      kind: 'value',
      reading: { value: Math.round((numerator / whole) * 1000) / 10, numerator, denominator: whole },
    };
  }
  return { week, kind: 'value', reading: { value: Math.round(target * share) } };
}

function helpFrom(town: Town, now: Date): HelpRequest {
  const from = provenance(town, addDays(weekOf(now), -1), 'help');
  return {
    ...from,
    at: new Date(now.getTime() - 3_600_000).toISOString(),
    id: `help-${from.ask}`,
    municipality: town.code,
    text: '例規の改正の進め方を相談したい',
  };
}
