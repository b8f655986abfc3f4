import fc from 'fast-check';
import { catalogue } from '../catalogue.ts';
import type { Progress } from '../progress/step-standing.ts';
import { asOf } from './digest.ts';

const moment = (index: number) => new Date(Date.UTC(2026, 0, 1 + index));
const at = (index: number) => moment(index).toISOString();
const Report = fc
  .record({ said: fc.nat(9), undone: fc.option(fc.nat(9), { nil: undefined }) })
  .map(({ said, undone }) => ({
    at: at(said),
    ...(undone === undefined ? {} : { undone: { at: at(said + undone) } }),
  }));
const Records = fc
  .record({
    items: fc.array(fc.array(Report, { maxLength: 3 }), { maxLength: 3 }),
    kpis: fc.array(fc.array(Report, { maxLength: 3 }), { maxLength: 3 }),
  })
  .map(({ items, kpis }) => {
    const of = (name: string, all: readonly unknown[][]) =>
      new Map(all.map((reports, index) => [`${index}`, { item: `${index}`, kpi: `${index}`, [name]: reports }]));
    return { catalogue, items: of('versions', items), kpis: of('entries', kpis) } as unknown as Progress;
  });

type Said = { readonly at: string; readonly undone?: { readonly at: string } | undefined };
const standing = ({ items, kpis }: Progress): readonly (readonly Said[])[] => [
  ...[...items.values()].map(({ versions }) => versions),
  ...[...kpis.values()].map(({ entries }) => entries),
];
const counted = (reports: readonly Said[], then: string): readonly Said[] =>
  reports.flatMap(({ at: said, undone }) => (said > then || (undone && undone.at <= then) ? [] : [{ at: said }]));

it('is what was said by then and not taken back by then, however often and in whatever order it is asked', () => {
  fc.assert(
    fc.property(Records, fc.array(fc.nat(19), { minLength: 1, maxLength: 6 }), (records, moments) => {
      for (const index of moments) {
        const expected = standing(records).map((reports) => counted(reports, at(index)));
        expect(standing(asOf(records, moment(index)))).toEqual(expected);
      }
    }),
  );
});
