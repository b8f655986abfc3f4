import { catalogue, findItem, findKpi, type Item, type Kpi } from '../programme/catalogue.ts';
import { addDays } from '../programme/day.ts';
import type { MunicipalityRecords } from '../programme/digest/digest.ts';
import type { Member } from '../programme/member.ts';
import type { Municipality } from '../programme/municipality.ts';
import type { Programme } from '../programme/programme.ts';
import { type ItemRecord, withItemReport } from '../programme/progress/item-record.ts';
import { type KpiRecord, type KpiReport, withKpiReport } from '../programme/progress/kpi-record.ts';
import { progressOf } from '../programme/progress/step-standing.ts';
import type { SettingChange } from '../programme/setting-change.ts';
import { addWeeks } from '../programme/week.ts';

/** One municipality in the autumn of the programme's first year: what the examples of the cards are made of. */
export const now = new Date('2024-11-06T10:00:00+09:00');
export const today = '2024-11-06';
export const week = '2024-11-04';
export const town: Municipality = { code: '203033', name: '小海町', area: '佐久', supported: true };
export const programme: Programme = {
  name: '市町村DX伴走支援事業',
  prefecture: '長野県',
  fiscalYear: 2024,
  start: '2024-08-15',
  end: '2025-03-14',
  checkIn: { weekday: 1, time: '09:00' },
  nudge: { weekday: 3, time: '09:00' },
  digest: { weekday: 5, time: '16:00' },
  closures: [],
};
export const officer: Member = {
  id: 'member-example',
  name: '山田 花子',
  role: 'municipal',
  office: '小海町 総務課',
  municipalities: ['203033'],
  email: 'yamada@town.example.jp',
  chat: 'teams',
  lead: true,
  active: true,
};

export const colleague: Member = { ...officer, id: 'member-jiro', name: '佐藤 次郎', lead: false };
export const at = (day: string, time = '09:00') => new Date(`${day}T${time}:00+09:00`);

const stages: Readonly<Record<string, readonly string[]>> = {
  'S0-1': ['inProgress', 'done'],
  'S0-2': ['decided'],
  'S0-3': ['inProgress', 'done'],
  'S0-4': ['done'],
  'S1-1': ['inProgress', 'decided'],
  'S1-2': ['considering', 'inProgress'],
  'S1-3': ['considering'],
  'S2-1': ['considering'],
  'S3-1': ['confirmedNone'],
};

const items: readonly ItemRecord[] = catalogue.items.map(({ id, step }, at) => {
  const order = Number(step.slice(-1));
  const year = order < 3 || at % 3 === 0 ? 'this' : at % 3 === 1 ? 'later' : 'none';
  const due = addDays('2024-09-30', order * 40 + (at % 4) * 7);
  const record: ItemRecord = {
    municipality: town.code,
    fiscalYear: programme.fiscalYear,
    item: id,
    year,
    versions: [],
    ...(year === 'this' ? { due } : {}),
  };
  return (stages[id] ?? []).reduce<ItemRecord>(
    (so, stage, step_) =>
      withItemReport(
        so,
        { stage, ...(step_ > 0 || stage === 'done' ? { evidence: findItem(id)?.evidence[0] } : {}) },
        from(`${id}-${step_}`, 21 * (2 - step_) - at),
      ),
    record,
  );
});

const kpis: readonly KpiRecord[] = [
  reported('K0-03', { baseline: 10, target: 80 }, [[40, 124], [62, 124], 'unchanged', [96, 124]]),
  reported('K1-03', { baseline: 0, target: 100 }, [[3, 14], 'unchanged', 'unchanged']),
  reported('K1-04', { baseline: 0, target: 100 }, [
    [2, 14],
    [5, 14],
  ]),
  reported('K3-201', { baseline: 0, target: 60 }, [
    [4, 20],
    [8, 20],
    [11, 20],
  ]),
  reported('K3-801', { baseline: 0, target: 100 }, []),
  reported('K0-01', { baseline: 0, target: 1 }, [1], false),
  reported('K1-01', { baseline: 0, target: 100 }, [20, 40], false),
  reported('K2-01', { baseline: 0, target: 1 }, [0], false),
];
export const records = progressOf(items, kpis);

export const item = found(findItem('S1-3'));
export const withRecord = (id: string): readonly [Item, ItemRecord] => [
  found(findItem(id)),
  found(records.items.get(id)),
];
export const kpiPairs: readonly (readonly [Kpi, KpiRecord])[] = kpis.map((record) => [
  found(findKpi(record.kpi)),
  record,
]);

/** Five municipalities, each with another kind of week. */
export const region: readonly MunicipalityRecords[] = [
  ['203033', '小海町', 0],
  ['203041', '川上村', 1],
  ['203050', '南牧村', 5],
  ['203491', '青木村', 0],
  ['204323', '木曽町', 2],
].map(([code, name, quiet], at) => ({
  municipality: { ...town, code: String(code), name: String(name) },
  records: progressOf(
    items.map((record) => ({ ...record, versions: at % 2 === 0 ? record.versions : record.versions.slice(0, 1) })),
    kpis.map((record) => ({
      ...record,
      entries: record.entries.filter((entry) => entry.week <= addWeeks(week, -Number(quiet))),
    })),
  ),
  helps: at === 3 ? [{ ...from('help', 1), id: 'help-1', municipality: String(code), text: '例規の改正の進め方' }] : [],
}));

function reported(
  id: string,
  set: Pick<KpiRecord, 'baseline' | 'target'>,
  weeks: readonly ('unchanged' | number | readonly [number, number])[],
  weekly = true,
): KpiRecord {
  const start: KpiRecord = {
    municipality: town.code,
    fiscalYear: programme.fiscalYear,
    kpi: id,
    ...set,
    due: '2025-02-28',
    weekly,
    entries: [],
  };
  return weeks.reduce<KpiRecord>((record, said, at) => {
    const of = addWeeks(week, at - weeks.length + (weekly ? 0 : 1));
    return withKpiReport(record, reportOf(of, said), from(`${id}-${at}`, 7 * (weeks.length - at)), {
      now: new Date(`${of}T10:00:00+09:00`),
    });
  }, start);
}

function reportOf(of: string, said: 'unchanged' | number | readonly [number, number]): KpiReport {
  if (said === 'unchanged') return { week: of, kind: 'unchanged' };
  if (typeof said === 'number') return { week: of, kind: 'value', reading: { value: said } };
  const [numerator, denominator] = said;
  return {
    week: of,
    kind: 'value',
    reading: { value: Math.round((numerator / denominator) * 1000) / 10, numerator, denominator },
  };
}

export function from(ask: string, daysAgo: number) {
  const at = new Date(now.getTime() - Math.max(1, daysAgo) * 86_400_000).toISOString();
  return { by: officer.id, at, via: 'teams', ask };
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the example names something the catalogue does not have');
  return value;
}

/** A change of settings in mid-year, as the secretariat made it. */
export const settingChange: SettingChange = {
  by: officer.id,
  at: now.toISOString(),
  via: 'teams',
  ask: 'x',
  title: '期限変更 S1-3 全体方針の決定',
  municipality: town.code,
  lines: [{ what: 'S1-3 期限', before: '令和6年12月6日（金）', after: '令和6年12月20日（金）' }],
  parts: [],
  reason: '議会の日程が変わったため',
  agreed: '2024-11-01',
};
