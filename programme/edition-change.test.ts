import fc from 'fast-check';
import { editions } from './catalogue.ts';
import type { Edition } from './edition.ts';
import { editionChanges, lackingInEdition } from './edition-change.ts';

const [first] = editions as [Edition];
const without = (ids: readonly string[]): Edition => ({
  ...first,
  items: first.items.filter(({ id }) => !ids.includes(id)),
  kpis: first.kpis.filter(({ id }) => !ids.includes(id)),
});

describe('another edition', () => {
  it('says what comes, what goes, and what is called, counted or added up otherwise', () => {
    const kpis = first.kpis.map((kpi) =>
      kpi.id === 'K0-03' ? { ...kpi, unit: '人', total: 'sum' as const, definition: '終えた職員の数。' } : kpi,
    );
    const changes = editionChanges(without(['K0-02']), { ...without(['K0-01', 'S0-1']), kpis: kpis.slice(1) });
    expect(changes.map(({ id, what }) => `${id} ${what}`)).toEqual([
      'S0-1 なくなるもの',
      'K0-02 加わるもの',
      'K0-03 単位',
      'K0-03 意味',
      'K0-03 合計',
      'K0-01 なくなるもの',
    ]);
    expect(changes.find(({ what }) => what === '単位')).toMatchObject({ before: '%', after: '人' });
  });

  it('has nothing otherwise than itself, and what comes one way goes the other', () => {
    const some = fc.subarray([...first.items, ...first.kpis].map(({ id }) => id));
    fc.assert(
      fc.property(some, some, (a, b) => {
        const [one, other] = [without(a), without(b)];
        expect(editionChanges(one, one)).toEqual([]);
        const back = editionChanges(other, one).map(({ id, before, after }) => [id, after, before].join());
        const there = editionChanges(one, other).map(({ id, before, after }) => [id, before, after].join());
        expect(back.toSorted()).toEqual(there.toSorted());
        expect(lackingInEdition(one, new Set(a))).toEqual([...new Set(a)].toSorted());
      }),
      { numRuns: 30 },
    );
  });
});
