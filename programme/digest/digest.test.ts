import fc from 'fast-check';
import { type Catalogue, editions } from '../catalogue.ts';
import { addDays, instantOf } from '../day.ts';
import type { HelpRequest } from '../help/help-request.ts';
import type { Programme } from '../programme.ts';
import type { ItemRecord } from '../progress/item-record.ts';
import { type KpiRecord, lastSaid, withKpiReport } from '../progress/kpi-record.ts';
import { type Progress, progressOf } from '../progress/step-standing.ts';
import { withUndone } from '../undo.ts';
import { addWeeks, type Week, weekOf } from '../week.ts';
import { digestOf, type MunicipalityRecords } from './digest.ts';
import { helpFacts } from './help-facts.ts';
import { weekFacts } from './week-facts.ts';

const [START, HOUR] = ['2024-10-07', 3_600_000];
const slot = { weekday: 1, time: '09:00' };
const PROGRAMME: Programme = {
  ...{ name: '事業', prefecture: '長野県', fiscalYear: 2024, start: '2024-08-15', end: '2025-03-14' },
  ...{ checkIn: slot, nudge: slot, digest: slot, closures: [] },
};
const [CODES, KPIS] = [
  ['203033', '203041'],
  ['K0-01', 'K0-03', 'K0-06'],
];

/** Its one item achieves step 0 once it is settled with evidence and the KPIs are at their targets. */
function recordsOf(municipality: string): Progress {
  const of = { municipality, fiscalYear: 2024 };
  const item: ItemRecord = { ...of, item: 'S0-1', year: 'this', due: addDays(START, 2), versions: [] };
  const kpis = KPIS.map((kpi, at): KpiRecord => {
    const set = { baseline: 0, target: at + 1, due: addDays(START, 4) };
    return { ...of, ...set, kpi, weekly: at > 0, entries: [] };
  });
  return progressOf([item], kpis, editions[0]);
}

/** What happens, or what is asked from then on; each takes of the rest what it needs. */
const Step = fc.record({
  did: fc.constantFrom(
    ...(['reportKpi', 'reportKpi', 'reportItem', 'takeBack', 'pass', 'pass', 'pass'] as const),
    ...(['askHelp', 'answerHelp', 'takeHelpBack', 'lookAt', 'lookUntil', 'begin', 'judge'] as const),
  ),
  town: fc.nat(CODES.length - 1),
  kpi: fc.constantFrom(...KPIS),
  value: fc.nat(3),
  kind: fc.constantFrom('value' as const, 'value' as const, 'unchanged' as const, 'confirmedNone' as const),
  stage: fc.constantFrom('considering', 'decided', 'done'),
  answer: fc.constantFrom('answered' as const, 'solved' as const, 'reopened' as const),
  hours: fc.constantFrom(1, 1, 24, 24, 7 * 24),
  since: fc.constantFrom(0, 2, 30, 8 * 24),
  until: fc.constantFrom(0, 0, 1, 30),
  weeks: fc.nat(2),
  start: fc.constantFrom('2024-08-15', '2024-10-03', START),
  edition: fc.nat(editions.length - 1),
});
type Step = typeof Step extends fc.Arbitrary<infer S> ? S : never;

type World = {
  count: number;
  now: Date;
  programme: Programme;
  /** What a digest is asked for: since a moment that stays, until so many hours ago, the week so many weeks ago. */
  looks: { readonly since: Date; readonly until: number; readonly weeks: number };
  /** As in the store, what nobody writes to stays the same. */
  readonly towns: MunicipalityRecords[];
};

const begun = (): World => ({
  ...{ count: 0, now: instantOf(START, '09:00'), programme: PROGRAMME },
  looks: { since: instantOf(START), until: 0, weeks: 0 },
  towns: CODES.map((code) => ({
    ...{ municipality: { code, name: code, area: '', supported: true }, records: recordsOf(code), helps: [] },
  })),
});

const hoursBefore = (moment: Date, hours: number) => new Date(moment.getTime() - hours * HOUR);
const weekAsked = ({ now, looks }: World): Week => addWeeks(weekOf(now), -looks.weeks);
const from = ({ now, count }: World) => ({
  ...{ by: 'member', at: now.toISOString(), via: 'teams', ask: `ask-${count}`, number: count },
});

type Changed = { readonly item?: (item: ItemRecord) => ItemRecord; readonly kpi?: (kpi: KpiRecord) => KpiRecord };
const same = <T>(record: T): T => record;

function write({ towns }: World, at: number, { item = same, kpi = same }: Changed, edition?: Catalogue): void {
  const town = towns[at] as MunicipalityRecords;
  const { items, kpis, catalogue } = town.records;
  const changed = [[...items.values()].map(item), [...kpis.values()].map(kpi)] as const;
  towns[at] = { ...town, records: progressOf(...changed, edition ?? catalogue) };
}

function writeHelps({ towns }: World, at: number, change: (helps: readonly HelpRequest[]) => HelpRequest[]): void {
  const town = towns[at] as MunicipalityRecords;
  towns[at] = { ...town, helps: change(town.helps) };
}

const did: Readonly<Record<Step['did'], (world: World, one: Step) => void>> = {
  reportKpi(world, { town, kpi, kind, value }) {
    const report = { week: weekAsked(world), kind, reading: { value, numerator: value, denominator: 3 } };
    const isAbout = (record: KpiRecord) =>
      record.kpi === kpi && (kind !== 'unchanged' || lastSaid(record, report.week) !== undefined);
    const options = { now: world.now, mayOpenClosed: true };
    write(world, town, {
      kpi: (record) => (isAbout(record) ? withKpiReport(record, report, from(world), options) : record),
    });
  },
  reportItem(world, { town, stage }) {
    const version = { ...from(world), stage, evidence: '議事録' };
    write(world, town, { item: (item) => ({ ...item, versions: [...item.versions, version] }) });
  },
  takeBack(world, { town, value }) {
    const ask = `ask-${world.count - value}`;
    write(world, town, {
      item: (item) => ({ ...item, versions: withUndone(item.versions, ask, from(world)) }),
      kpi: (kpi) => ({ ...kpi, entries: withUndone(kpi.entries, ask, from(world)) }),
    });
  },
  askHelp(world, { town }) {
    const help = { ...from(world), id: `help-${world.count}`, municipality: CODES[town] ?? '', text: '例規' };
    writeHelps(world, town, (helps) => [...helps, { ...help, item: 'S0-1' }]);
  },
  answerHelp(world, { town, answer }) {
    const step = { ...from(world), did: answer };
    writeHelps(world, town, (helps) => helps.map((help) => ({ ...help, steps: [...(help.steps ?? []), step] })));
  },
  takeHelpBack(world, { town }) {
    writeHelps(world, town, (helps) => helps.map((help, at) => (at === 0 ? { ...help, undone: from(world) } : help)));
  },
  pass(world, { hours }) {
    world.now = hoursBefore(world.now, -hours);
  },
  lookAt(world, { since, until, weeks }) {
    world.looks = { since: hoursBefore(world.now, since + until), until, weeks };
  },
  lookUntil(world, { until }) {
    world.looks = { ...world.looks, until };
  },
  begin(world, { start }) {
    world.programme = { ...world.programme, start };
  },
  judge(world, { edition }) {
    for (const town of CODES.keys()) write(world, town, {}, editions[edition]);
  },
};

function digestIn(world: World, towns = world.towns) {
  const { since, until } = world.looks;
  return digestOf(world.programme, weekAsked(world), { since, until: hoursBefore(world.now, until) }, towns);
}

/** Of a copy nothing is known. */
function copied({ municipality, records: { items, kpis, catalogue }, helps }: MunicipalityRecords) {
  const records = progressOf(structuredClone([...items.values()]), structuredClone([...kpis.values()]), catalogue);
  return { municipality, records, helps: structuredClone(helps) };
}

describe('a digest', () => {
  it('is the same to whoever remembers nothing, whatever was said, taken back and asked before', () => {
    fc.assert(
      fc.property(fc.array(Step, { maxLength: 40 }), (steps) => {
        const world = begun();
        for (const one of steps) {
          world.count++;
          did[one.did](world, one);
          expect(digestIn(world)).toEqual(digestIn(world, world.towns.map(copied)));
        }
      }),
      { numRuns: Number(process.env['HISTORIES'] ?? 500) },
    );
  });

  it('is not worked out again for a municipality while nothing was written and the same is asked', () => {
    const [before, after, helps] = [recordsOf('203033'), recordsOf('203033'), []];
    const asked = { week: START, start: PROGRAMME.start, today: START };
    const morning = { since: instantOf(START), until: instantOf(START, '09:00') };
    const noon = { ...morning, until: instantOf(START, '12:00') };
    expect(weekFacts({ before, after }, asked)).toBe(weekFacts({ before, after }, { ...asked }));
    expect(helpFacts(helps, morning)).toBe(helpFacts(helps, noon));
  });
});
