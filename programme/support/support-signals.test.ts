import type { Meeting } from '../meetings/meeting.ts';
import type { ItemRecord } from '../progress/item-record.ts';
import type { Assignment } from './assignment.ts';
import { type SupportFacts, supportSignals } from './support-signals.ts';

const EXPERT = 'member-x';
const TOWN = '203033';
const by = (who: string, at = '2026-10-01T00:00:00.000Z') => ({ by: who, at, via: 'teams', ask: at });
const assignment: Assignment = {
  ...{ id: 'assignment-1', municipality: TOWN, expert: EXPERT },
  versions: [{ ...by('member-o'), from: '2026-10-01', until: '2027-03-14' }],
};
const visit = (day: string, more: Partial<Meeting> = {}): Meeting => ({
  ...{ id: `meeting-${day}`, title: '訪問', kind: 'visit', day, start: '13:30', end: '16:00', place: '役場' },
  ...{ audience: [TOWN], visit: { expert: EXPERT, mode: 'in-person' } },
  ...more,
});
const record = (day: string, items: readonly string[]) => ({
  ...{ id: `visit-${day}`, meeting: `meeting-${day}`, municipality: TOWN, expert: EXPERT },
  versions: [
    {
      ...{ ...by(EXPERT), number: 1 },
      content: { day, start: '13:30', end: '16:00', mode: 'in-person' as const, items: [...items], text: '見直し' },
    },
  ],
});
const item = (...stages: readonly (readonly [stage: string, day: string])[]): ItemRecord => ({
  ...{ municipality: TOWN, fiscalYear: 2026, item: 'S1-2', year: 'this' },
  versions: stages.map(([stage, day], at) => ({ ...by('member-a', `${day}T03:00:00.000Z`), number: at + 1, stage })),
});
const facts = (more: Partial<SupportFacts>): SupportFacts => ({
  ...{ assignments: [assignment], meetings: [], visits: [], items: new Map() },
  ...more,
});
const kinds = (more: Partial<SupportFacts>, today: string) =>
  supportSignals(facts(more), today).map(({ kind }) => kind);

describe('pairs that the secretariat looks at', () => {
  it('thirty days without a visit, counted from the beginning of the assignment or the last visit', () => {
    expect(kinds({}, '2026-10-30')).toEqual([]);
    expect(supportSignals(facts({}), '2026-10-31')).toMatchObject([
      { kind: 'no-visit', since: '2026-10-01', days: 30 },
    ]);
    expect(kinds({ visits: [record('2026-10-20', ['S1-2'])] }, '2026-10-31')).toEqual([]);
    expect(kinds({ meetings: [visit('2026-10-20', { status: 'cancelled' })] }, '2026-10-31')).toEqual(['no-visit']);
    expect(kinds({}, '2027-03-15')).toEqual([]);
  });

  it('two visits running that the expert moved or called off; not those somebody else moved', () => {
    const moved = visit('2026-10-05', { moves: [by(EXPERT)] });
    const off = visit('2026-10-12', { status: 'cancelled', changed: by(EXPERT) });
    const officeMoved = visit('2026-10-12', { moves: [by('member-a')] });
    expect(kinds({ meetings: [moved, off] }, '2026-10-14')).toEqual(['moved']);
    expect(kinds({ meetings: [moved, officeMoved] }, '2026-10-14')).toEqual([]);
    expect(kinds({ meetings: [moved, off, visit('2026-10-13')] }, '2026-10-14')).toEqual([]);
    expect(kinds({ meetings: [moved, off, visit('2026-10-30')] }, '2026-10-14')).toEqual(['moved']);
  });

  it('three records on an item that stands where it stood before the first of them', () => {
    const visits = ['2026-10-05', '2026-10-12', '2026-10-19'].map((day) => record(day, ['S1-2']));
    const still = item(['considering', '2026-10-02']);
    const on = (items: ItemRecord, of = visits) =>
      kinds({ visits: of, items: new Map([['S1-2', items]]) }, '2026-10-20');
    expect(on(still)).toEqual(['stands-still']);
    expect(on(item(['considering', '2026-10-02'], ['inProgress', '2026-10-13']))).toEqual([]);
    expect(on(item(['done', '2026-10-02']))).toEqual([]);
    expect(on(still, visits.slice(1))).toEqual([]);
  });
});
