import fc from 'fast-check';
import type { Day } from '../../programme/day.ts';
import { type DayComparison, hasChanged, type TownComparison } from '../../programme/overview/day-comparison.ts';
import { townStanding } from '../../programme/overview/town-standing.ts';
import type { ItemRecord } from '../../programme/progress/item-record.ts';
import { progressOf } from '../../programme/progress/step-standing.ts';
import { CODES, compared, dayArb, TODAY, worldArb } from './random-world.ts';
import { PERCENT, recount } from './recount.ts';

const twoDays = fc.tuple(dayArb, dayArb).map(([a, b]) => (a < b ? ([a, b] as const) : ([b, a] as const)));

type States = ReturnType<typeof recount>['states'];

function requestsBetween(was: States, is: States) {
  const pairs = was.map((state, at) => `${state} ${is[at]}`);
  const count = (...which: readonly string[]) => pairs.filter((pair) => which.includes(pair)).length;
  return { opened: count(' open', ' ended'), ended: count(' ended', 'open ended', 'open gone') };
}

const valuesIn = ({ kpis }: TownComparison) =>
  kpis.flatMap(({ kpi, after }) => (after.said?.value === undefined ? [] : [[kpi.id, String(after.said.value)]]));
const numbersIn = (values: Readonly<Record<string, string>>) =>
  Object.entries(values).filter(([, value]) => /^\d/.test(value));

it('says what an independent program counts from the exported records', () => {
  fc.assert(
    fc.property(worldArb, twoDays, (world, [a, b]) => {
      const { towns } = compared(world, [a, b]);
      expect(towns.map(({ municipality }) => municipality.code)).toEqual(CODES);
      for (const town of towns) {
        const { code } = town.municipality;
        const [was, is] = [recount(world, code, a), recount(world, code, b)];
        const differ = (x: Record<string, string>, y: Record<string, string>) =>
          Object.keys(y).filter((id) => x[id] !== y[id]);
        expect(town.items.map(({ item }) => item.id)).toEqual(differ(was.stages, is.stages));
        expect(town.kpis.filter(({ isChanged }) => isChanged).map(({ kpi }) => kpi.id)).toEqual(
          differ(was.values, is.values),
        );
        expect(valuesIn(town)).toEqual(numbersIn(is.values));
        const ids = (all: typeof town.newlyLate) => all.map(({ item }) => item.id);
        expect(ids(town.newlyLate)).toEqual(is.late.filter((id) => !was.late.includes(id)));
        expect(ids(town.noLongerLate)).toEqual(was.late.filter((id) => !is.late.includes(id)));
        expect(town.requests).toEqual(requestsBetween(was.states, is.states));
      }
    }),
    { numRuns: 80 },
  );
});

it('finds nothing between a day and itself', () => {
  fc.assert(
    fc.property(worldArb, dayArb, (world, day) => {
      expect(compared(world, [day, day]).towns.filter(hasChanged)).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

const stagesOf = ({ towns }: DayComparison) =>
  new Map(
    towns.flatMap(({ municipality: { code }, items }) =>
      items.map((each) => [`${code} ${each.item.id}`, each] as const),
    ),
  );
type Change = ReturnType<typeof stagesOf> extends Map<string, infer C> ? C : never;

function leadsOn(first: Change | undefined, second: Change | undefined, whole: Change | undefined): void {
  if (first && second) expect(first.after).toEqual(second.before);
  const [before, after] = [(first ?? second)?.before, (second ?? first)?.after];
  if (whole) expect([before, after]).toEqual([whole.before, whole.after]);
  else expect(before).toEqual(after);
}

it('leads over a day in between to the same stages', () => {
  const three = fc.tuple(dayArb, dayArb, dayArb).map((days) => days.toSorted() as [Day, Day, Day]);
  fc.assert(
    fc.property(worldArb, three, (world, [a, b, c]) => {
      const [ab, bc, ac] = [
        stagesOf(compared(world, [a, b])),
        stagesOf(compared(world, [b, c])),
        stagesOf(compared(world, [a, c])),
      ];
      for (const key of new Set([...ab.keys(), ...bc.keys(), ...ac.keys()])) {
        leadsOn(ab.get(key), bc.get(key), ac.get(key));
      }
    }),
    { numRuns: 30 },
  );
});

it('counts the steps of 全体 and what is late as an independent program does', () => {
  fc.assert(
    fc.property(worldArb, (world) => {
      for (const code of CODES) {
        const own = world.items.filter(({ municipality }) => municipality === code);
        const records = progressOf(
          own,
          world.kpis.filter(({ municipality }) => municipality === code),
        );
        const municipality = { code, name: code, area: '', supported: true };
        const { steps, overdue } = townStanding({ municipality, records }, TODAY);
        const stageOf = ({ versions }: ItemRecord) => versions.findLast(({ undone }) => undone === undefined)?.stage;
        const settled = (record: ItemRecord) => (PERCENT[stageOf(record) ?? ''] ?? 0) >= 80;
        for (const { step, items, settled: count, notReported } of steps) {
          const asked = own.filter(({ item, year }) => item.startsWith(`S${step.order}-`) && year === 'this');
          expect([items, count, notReported]).toEqual([
            ...[asked.length, asked.filter(settled).length],
            asked.filter((record) => stageOf(record) === undefined).length,
          ]);
        }
        const late = own.filter((each) => each.year === 'this' && each.due !== undefined && each.due < TODAY);
        expect(overdue.map(({ item }) => item.id)).toEqual(
          late.filter((each) => !settled(each)).map(({ item }) => item),
        );
      }
    }),
    { numRuns: 60 },
  );
});
