import fc from 'fast-check';
import { catalogue, type Kpi } from '../../programme/catalogue.ts';
import { addDays, type Day, instantOf } from '../../programme/day.ts';
import type { HelpRequest } from '../../programme/help/help-request.ts';
import { compareDays, type DayComparison } from '../../programme/overview/day-comparison.ts';
import { momentOf } from '../../programme/overview/day-standing.ts';
import { settingHistory } from '../../programme/overview/setting-at.ts';
import type { ItemRecord } from '../../programme/progress/item-record.ts';
import type { KpiRecord } from '../../programme/progress/kpi-record.ts';
import { progressOf } from '../../programme/progress/step-standing.ts';
import type { SettingChange } from '../../programme/setting-change.ts';
import { weekOfDay } from '../../programme/week.ts';

const START = '2026-04-06';
export const TODAY = '2026-12-10';
export const NOW = instantOf(TODAY, '12:00');
export const CODES = ['203033', '203041', '203050'];
const KPIS = catalogue.kpis.filter(({ item }) => item !== null).slice(0, 6);
const ITEMS = catalogue.items.slice(0, 8);
const STAGES = ['notStarted', 'considering', 'inProgress', 'decided', 'done', 'confirmedNone'];

/** What a store holds and an export says, as plain JSON. */
export type World = {
  readonly items: readonly ItemRecord[];
  readonly kpis: readonly KpiRecord[];
  readonly requests: readonly HelpRequest[];
  readonly changes: readonly SettingChange[];
};

export const dayArb = fc.integer({ min: 0, max: 247 }).map((at) => addDays(START, at));
const momentArb = fc
  .tuple(dayArb, fc.integer({ min: 0, max: 1439 }))
  .map(([day, minute]) => new Date(instantOf(day).getTime() + minute * 60_000).toISOString())
  .filter((at) => at <= NOW.toISOString());
let asks = 0;
const from = (at: string) => ({ by: 'member-a', at, via: 'teams', ask: `ask-${asks++}` });
const undoneArb = fc.option(fc.integer({ min: 1, max: 1440 }), { nil: undefined, freq: 4 });
const later = (at: string, minutes: number) => new Date(Date.parse(at) + minutes * 60_000).toISOString();

const reportArb = fc.tuple(momentArb, fc.constantFrom(...STAGES), undoneArb, fc.boolean());
const itemArb = (municipality: string, item: string): fc.Arbitrary<ItemRecord> =>
  fc
    .record({
      year: fc.constantFrom('this' as const, 'this' as const, 'later' as const, 'none' as const),
      due: fc.option(dayArb, { nil: undefined }),
      reports: fc.array(reportArb, { maxLength: 4 }),
    })
    .map(({ year, due, reports }) => ({
      ...{ municipality, fiscalYear: 2026, item, year, ...(due && { due }) },
      versions: reports
        .toSorted(([a], [b]) => a.localeCompare(b))
        .map(([at, stage, undone, proof], index) => ({
          ...from(at),
          number: index + 1,
          stage,
          ...(proof && { evidence: '議事録' }),
          ...(undone !== undefined && { undone: from(later(at, undone)) }),
        })),
    }));

const entryArb = fc.tuple(momentArb, fc.constantFrom('value', 'value', 'unchanged', 'confirmedNone'), undoneArb);
const kpiArb = (municipality: string, kpi: Kpi): fc.Arbitrary<KpiRecord> =>
  fc
    .record({
      target: fc.option(fc.integer({ min: 1, max: 100 }), { nil: undefined }),
      entries: fc.array(fc.tuple(entryArb, fc.integer({ min: 0, max: 100 })), { maxLength: 5 }),
    })
    .map(({ target, entries }) => ({
      ...{ municipality, fiscalYear: 2026, kpi: kpi.id, weekly: true, baseline: 0, due: '2027-03-01' },
      ...(target !== undefined && { target }),
      entries: entries
        .map(([[at, kind, undone], value], index) => ({
          ...from(at),
          number: index + 1,
          week: weekOfDay(at.slice(0, 10)),
          kind: kind as 'value',
          ...(kind === 'value' && { value }),
          ...(undone !== undefined && { undone: from(later(at, undone)) }),
        }))
        .toSorted((a, b) => a.week.localeCompare(b.week) || a.number - b.number),
    }));

const requestArb = (municipality: string): fc.Arbitrary<HelpRequest> =>
  fc
    .tuple(
      momentArb,
      fc.array(fc.tuple(momentArb, fc.constantFrom('taken', 'solved', 'reopened')), { maxLength: 3 }),
      undoneArb,
    )
    .map(([at, steps, undone]) => ({
      ...{ ...from(at), id: `help-${asks}`, municipality, text: '内容' },
      steps: steps
        .filter(([moment]) => moment > at)
        .toSorted(([a], [b]) => a.localeCompare(b))
        .map(([moment, did]) => ({ ...from(moment), did: did as 'solved' })),
      ...(undone !== undefined && { undone: from(later(at, undone)) }),
    }));

/** A deadline that was moved in chat, taken back or not: the record has what stands after all of them. */
const changeArb = fc.tuple(momentArb, dayArb, fc.nat(ITEMS.length - 1), fc.nat(CODES.length - 1), undoneArb);

export const worldArb: fc.Arbitrary<World> = fc
  .tuple(
    fc.tuple(...CODES.flatMap((code) => ITEMS.map(({ id }) => itemArb(code, id)))),
    fc.tuple(...CODES.flatMap((code) => KPIS.map((kpi) => kpiArb(code, kpi)))),
    fc.array(fc.constantFrom(...CODES).chain(requestArb), { maxLength: 6 }),
    fc.uniqueArray(changeArb, { maxLength: 4, selector: ([, , item, town]) => `${item}-${town}` }),
  )
  .map(([items, kpis, requests, moved]) => {
    const changes: SettingChange[] = [];
    const known = [...items];
    for (const [at, before, item, town, undone] of moved) {
      const place = known.findIndex((one) => one.item === ITEMS[item]?.id && one.municipality === CODES[town]);
      const now = known[place] as ItemRecord;
      if (now.due === undefined) continue;
      const part = {
        ...{ kind: 'items', partition: `m-${now.municipality}`, id: `item-2026-${now.item}` },
        ...{ before: { due: before }, after: { due: now.due } },
      };
      const isUndone = undone !== undefined;
      changes.push({
        ...{ ...from(at), title: '期限変更', lines: [], parts: [part] },
        ...(isUndone && { undone: from(later(at, undone)) }),
      });
      if (isUndone) known[place] = { ...now, due: before };
    }
    return { items: known, kpis, requests, changes };
  });

/** The product's own word on it. */
export function compared(world: World, days: readonly [Day, Day]): DayComparison {
  const [first, last] = days.map((day) => momentOf(day, NOW));
  if (!first || !last) throw new Error('two days');
  const all = CODES.toReversed().map((code) => ({
    municipality: { code, name: code, area: '', supported: true },
    records: progressOf(
      world.items.filter(({ municipality }) => municipality === code),
      world.kpis.filter(({ municipality }) => municipality === code),
    ),
    requests: world.requests.filter(({ municipality }) => municipality === code),
  }));
  const settings = settingHistory(world.changes);
  return compareDays(all, { from: first, until: last, start: START, settings, isOver: false });
}
