import fc from 'fast-check';
import { type Catalogue, editions } from '../catalogue.ts';
import { addDays, instantOf } from '../day.ts';
import type { Programme } from '../programme.ts';
import type { ItemRecord } from '../progress/item-record.ts';
import { type KpiRecord, lastSaid, withKpiReport } from '../progress/kpi-record.ts';
import { type Progress, progressOf } from '../progress/step-standing.ts';
import { withUndone } from '../undo.ts';
import { addWeeks, weekOf } from '../week.ts';
import { digestOf } from './digest.ts';
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
    ...(['reportKpi', 'reportKpi', 'reportItem', 'takeBack', 'pass', 'pass'] as const),
    ...(['lookAt', 'begin', 'judge'] as const),
  ),
  town: fc.nat(CODES.length - 1),
  kpi: fc.constantFrom(...KPIS),
  value: fc.nat(3),
  kind: fc.constantFrom('value' as const, 'value' as const, 'unchanged' as const, 'confirmedNone' as const),
  stage: fc.constantFrom('considering', 'decided', 'done'),
  hours: fc.constantFrom(1, 24, 24, 7 * 24),
  since: fc.constantFrom(0, 2, 30, 8 * 24),
  weeks: fc.nat(2),
  start: fc.constantFrom('2024-08-15', '2024-10-03', START),
  edition: fc.nat(editions.length - 1),
});
type Step = typeof Step extends fc.Arbitrary<infer S> ? S : never;

/** Two municipalities. As in the store, the records of one that nobody writes to stay the same. */
function play() {
  let [now, since, weeks, count] = [instantOf(START, '09:00'), 0, 0, 0];
  let programme = PROGRAMME;
  const towns = CODES.map((code) => ({ municipality: { code, name: code, area: '', supported: true }, helps: [] }));
  const records = CODES.map(recordsOf);
  const from = () => ({ by: 'member', at: now.toISOString(), via: 'teams', ask: `ask-${count}`, number: count });
  const week = () => addWeeks(weekOf(now), -weeks);
  const write = (town: number, changed: Changed, edition?: Catalogue): void => {
    const was = records[town];
    if (was) records[town] = written(was, changed, edition);
  };
  const did: Readonly<Record<Step['did'], (one: Step) => void>> = {
    reportKpi({ town, kpi: id, kind, value }) {
      const report = { week: week(), kind, reading: { value, numerator: value, denominator: 3 } };
      const isAbout = (record: KpiRecord) =>
        record.kpi === id && (kind !== 'unchanged' || lastSaid(record, report.week) !== undefined);
      const options = { now, mayOpenClosed: true };
      write(town, { kpi: (record) => (isAbout(record) ? withKpiReport(record, report, from(), options) : record) });
    },
    reportItem({ town, stage }) {
      const version = { ...from(), stage, evidence: '議事録' };
      write(town, { item: (item) => ({ ...item, versions: [...item.versions, version] }) });
    },
    takeBack({ town, value }) {
      const ask = `ask-${count - value}`;
      write(town, {
        item: (item) => ({ ...item, versions: withUndone(item.versions, ask, from()) }),
        kpi: (kpi) => ({ ...kpi, entries: withUndone(kpi.entries, ask, from()) }),
      });
    },
    pass({ hours }) {
      now = new Date(now.getTime() + hours * HOUR);
    },
    lookAt(one) {
      [since, weeks] = [one.since * HOUR, one.weeks];
    },
    begin({ start }) {
      programme = { ...programme, start };
    },
    judge({ edition }) {
      for (const town of CODES.keys()) write(town, {}, editions[edition]);
    },
  };
  const digest = (of: (records: Progress) => Progress) => {
    const all = towns.map((town, at) => ({ ...town, records: of(records[at] as Progress) }));
    return digestOf(programme, week(), { since: new Date(now.getTime() - since), until: now }, all);
  };
  return {
    step(one: Step) {
      count++;
      did[one.did](one);
    },
    digest: () => digest((each) => each),
    recount: () => digest(copied),
  };
}

type Changed = { readonly item?: (item: ItemRecord) => ItemRecord; readonly kpi?: (kpi: KpiRecord) => KpiRecord };
const same = <T>(record: T): T => record;
const written = ({ items, kpis, catalogue }: Progress, { item = same, kpi = same }: Changed, edition = catalogue) =>
  progressOf([...items.values()].map(item), [...kpis.values()].map(kpi), edition);

/** Of a copy nothing is known. */
const copied = ({ items, kpis, catalogue }: Progress): Progress =>
  progressOf(structuredClone([...items.values()]), structuredClone([...kpis.values()]), catalogue);

describe('what a week brought', () => {
  it('is the same to whoever remembers nothing, whatever was said, taken back and asked before', () => {
    fc.assert(
      fc.property(fc.array(Step, { maxLength: 40 }), (steps) => {
        const { step, digest, recount } = play();
        for (const one of steps) {
          step(one);
          expect(digest()).toEqual(recount());
        }
      }),
      { numRuns: Number(process.env['HISTORIES'] ?? 300) },
    );
  });

  it('is not worked out again while the records and what is asked of them are the same', () => {
    const [before, after] = [recordsOf('203033'), recordsOf('203033')];
    const asked = { week: START, start: PROGRAMME.start, today: START };
    const facts = weekFacts({ before, after }, asked);
    expect(weekFacts({ before, after }, { ...asked })).toBe(facts);
  });
});
