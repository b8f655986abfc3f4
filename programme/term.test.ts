import fc from 'fast-check';
import { addDays } from './day.ts';
import { servedOn, serves, type Term } from './term.ts';

const [OWN, OTHER] = ['203033', '203041'];
const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2026-04-01', days));
const term = fc
  .tuple(fc.constantFrom(OWN, OTHER), day, fc.integer({ min: 0, max: 90 }))
  .map(([municipality, from, length]): Term => ({ municipality, from, until: addDays(from, length) }));

describe('a term of an expert', () => {
  it('runs from its first day to the end of its last, and not a day longer', () => {
    const expert = { municipalities: [OWN], terms: [{ municipality: OWN, from: '2026-10-01', until: '2026-12-31' }] };
    const on = (date: string) => serves(expert, OWN, date);
    expect(['2026-09-30', '2026-10-01', '2026-12-31', '2027-01-01'].map(on)).toEqual([false, true, true, false]);
  });

  it('is not needed: a municipality without one is served as long as it is listed', () => {
    const expert = {
      municipalities: [OWN, OTHER],
      terms: [{ municipality: OTHER, from: '2026-10-01', until: '2026-10-02' }],
    };
    expect(servedOn(expert, '2026-11-01')).toEqual([OWN]);
    expect(serves({ municipalities: [] }, OWN, '2026-11-01')).toBe(false);
  });

  it('says the same of each day, whatever stands beside it', () => {
    fc.assert(
      fc.property(fc.array(term), day, (terms, date) => {
        const served = servedOn({ municipalities: [OWN, OTHER], terms }, date);
        for (const code of [OWN, OTHER]) {
          const own = terms.filter(({ municipality }) => municipality === code);
          const covered = own.some(({ from, until }) => date >= from && date <= until);
          expect(served.includes(code)).toBe(own.length === 0 || covered);
        }
      }),
    );
  });
});
