import type { ItemRecord } from '../../programme/progress/item-record.ts';
import type { ItemDecision } from '../../programme/year/going-on.ts';
import { planStanding } from '../../programme/year/standing.ts';
import type { Samples } from '../card.ts';
import * as example from '../example.ts';
import { newYearForm, newYearOverview, newYearTown } from './new-year.ts';

const { town, records, programme } = example;
const next = programme.fiscalYear + 1;
const all: readonly ItemRecord[] = [...records.items.values()];
const decision: ItemDecision = {
  ...{ municipality: town.code, item: 'S1-3', goesOn: 'end', by: example.officer.id },
  reason: '広域連合の基本方針に合わせ、町だけの方針は作らないことにしたため',
};
const standing = planStanding(all, [decision]);
const decided = planStanding(
  all,
  standing.items.map(({ record }) => ({ ...decision, item: record.item })),
);
const [, record] = example.withRecord('S1-3');
const form = { municipality: town, record: record ?? (all[0] as ItemRecord), next, given: {}, errors: {} };

/** The cards about the change to the next year, filled in. */
export const yearSamples: Samples = {
  'new-year': () =>
    newYearOverview({
      next,
      towns: [
        { municipality: town, standing },
        { municipality: { ...town, code: '203041', name: '川上村' }, standing: decided },
      ],
      ...{ undecided: { items: 214, towns: 23 }, page: 2, pages: 4 },
    }),
  'new-year-town': () =>
    newYearTown({ municipality: town, standing, next, shown: standing.items.slice(0, 7), page: 1, pages: 2 }),
  'new-year-town-decided': () =>
    newYearTown({ municipality: town, standing: decided, next, shown: decided.items.slice(0, 7), page: 2, pages: 2 }),
  'new-year-item': () =>
    newYearForm({ ...form, decision, decided: { name: example.officer.name, at: '2024-03-10T01:00:00.000Z' } }),
  'new-year-item-wrong': () =>
    newYearForm({
      ...{ ...form, decision: undefined, given: { goesOn: 'none' } },
      errors: { reason: '終了・対象外にするときは、理由を入力してください。' },
    }),
};
