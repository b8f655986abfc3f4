import type { Member } from '../member.ts';
import { candidatesFor } from './candidate.ts';

const town = { code: '203033', name: '小海町', area: '佐久', supported: true };
const expert = (name: string, more: Partial<Member> = {}): Member => ({
  ...{ id: `member-${name}`, name, role: 'expert', office: '派遣人材', chat: 'teams', lead: false, active: true },
  ...{ municipalities: [], ...more },
});
const visit = (id: string, day: string, who: string, status: 'scheduled' | 'cancelled' = 'scheduled') => ({
  ...{ id, title: '訪問支援', kind: 'visit' as const, day, start: '13:30', end: '16:00', place: '役場', status },
  ...{ audience: ['203041'], visit: { expert: `member-${who}`, mode: 'in-person' as const } },
});
const today = '2024-11-06';
const facts = (members: readonly Member[], needed: readonly string[] = ['S1-3', 'S2-1']) =>
  candidatesFor(town, needed, {
    ...{ members, records: [], today },
    meetings: [
      visit('a', '2024-11-05', '乙'),
      visit('b', '2024-11-20', '乙'),
      visit('c', '2024-11-20', '乙'),
      visit('d', '2024-11-21', '乙', 'cancelled'),
      visit('e', '2024-12-02', '乙'),
    ],
  });

describe('candidates for a municipality', () => {
  it('stand by name with facts: what they cover, their 圏域, the days that are planned this month', () => {
    const found = facts([
      expert('乙', { expertise: ['S2-1', 'S3-1'], area: '佐久', municipalities: ['203041'] }),
      expert('甲', { expertise: ['S1-3'] }),
    ]);
    expect(found.map(({ expert: { name } }) => name)).toEqual(
      ['乙', '甲'].toSorted((a, b) => a.localeCompare(b, 'ja')),
    );
    expect(found.find(({ expert: { name } }) => name === '乙')).toMatchObject({
      ...{ covered: ['S2-1'], sameArea: true, daysPlanned: 1, visitsHere: 0, towns: 1 },
    });
  });

  it('are nobody who serves it today, has left, or is no expert', () => {
    const term = { municipality: town.code, from: '2024-10-01', until: '2024-11-30' };
    expect(
      facts([
        expert('甲', { municipalities: [town.code], terms: [term] }),
        expert('乙', { active: false }),
        expert('丙', { role: 'secretariat' }),
      ]),
    ).toEqual([]);
  });

  it('may be somebody whose term here is over', () => {
    const term = { municipality: town.code, from: '2024-08-15', until: '2024-09-30' };
    expect(facts([expert('甲', { municipalities: [town.code], terms: [term] })])).toMatchObject([{ towns: 0 }]);
  });
});
