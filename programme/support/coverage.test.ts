import fc from 'fast-check';
import { addDays } from '../day.ts';
import type { Member } from '../member.ts';
import { serves } from '../term.ts';
import { coverageOf, LOOKS_AHEAD_DAYS } from './coverage.ts';

const town = { code: '203033', name: '小海町', area: '佐久', supported: true };
const FIRST = '2024-10-01';
const aDay = fc.integer({ min: 0, max: 120 }).map((days) => addDays(FIRST, days));
const aTerm = fc
  .tuple(aDay, fc.integer({ min: 0, max: 60 }))
  .map(([from, days]) => ({ municipality: town.code, from, until: addDays(from, days) }));
const anExpert = fc
  .record({ terms: fc.array(aTerm, { maxLength: 3 }), isListed: fc.boolean(), active: fc.boolean() })
  .map(
    ({ terms, isListed, active }, at = 0): Member => ({
      ...{ id: `member-${at}`, name: '派遣 花子', role: 'expert', office: '派遣人材', chat: 'teams', lead: false },
      ...{ active, terms, municipalities: isListed || terms.length > 0 ? [town.code] : [] },
    }),
  );

describe('who covers a municipality', () => {
  it('names the first day ahead on which nobody serves it, as long as the programme runs', () => {
    fc.assert(
      fc.property(fc.array(anExpert, { maxLength: 4 }), aDay, aDay, aDay, (members, today, start, end) => {
        const days = Array.from({ length: LOOKS_AHEAD_DAYS + 1 }, (_, ahead) => addDays(today, ahead));
        const isOpen = (day: string) => !members.some((one) => one.active && serves(one, town.code, day));
        const expected = days.find((day) => day >= start && day <= end && isOpen(day));
        expect(coverageOf(town, members, { today, start, end }).openFrom).toBe(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('counts nobody who has left, and no officer', () => {
    const one = { id: 'member-1', name: '派遣 花子', office: '派遣人材', chat: 'teams', lead: false } as const;
    const members: Member[] = [
      { ...one, role: 'expert', active: false, municipalities: [town.code] },
      { ...one, role: 'municipal', active: true, municipalities: [town.code] },
    ];
    const { now, openFrom } = coverageOf(town, members, { today: FIRST, start: FIRST, end: '2025-03-14' });
    expect([now, openFrom]).toEqual([[], FIRST]);
  });
});
