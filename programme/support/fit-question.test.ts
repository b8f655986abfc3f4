import { calendarOf } from '../calendar.ts';
import { instantOf } from '../day.ts';
import { type VisitRecord, withVisitVersion } from '../visits/visit-record.ts';
import type { Assignment } from './assignment.ts';
import { fitQuestions } from './fit-question.ts';

const calendar = calendarOf([]);
const from = (day: string) => ({ by: 'x', at: instantOf(day, '10:00').toISOString(), via: 'teams', ask: day });
const visit = (expert: string, day: string): VisitRecord =>
  withVisitVersion(
    undefined,
    { meeting: `m-${expert}-${day}`, municipality: '203033', expert },
    { content: { day, start: '13:00', end: '15:00', mode: 'in-person', items: ['S1-2'], text: '…' } },
    from(day),
  );
const assigned = (more: Partial<Assignment>, until = '2027-03-14'): Assignment => ({
  ...{ id: 'assignment', municipality: '203033', expert: 'next', after: 'before' },
  versions: [{ ...from('2026-05-01'), from: '2026-06-05', until }],
  ...more,
});

describe('続けられそうか', () => {
  it('is asked on the open day after the second recorded visit of a pair, and of nobody else', () => {
    const records = [
      visit('a', '2026-06-05'),
      visit('b', '2026-06-05'),
      visit('a', '2026-05-20'),
      visit('a', '2026-06-18'),
    ];
    expect(fitQuestions({ records, assignments: [] }, calendar)).toEqual([
      { expert: 'a', occasion: 'initial', askedOn: '2026-06-08' },
    ]);
  });

  it('does not count a visit of which no version stands', () => {
    const gone = visit('a', '2026-06-05');
    const undone = { ...gone, versions: gone.versions.map((version) => ({ ...version, undone: from('2026-06-06') })) };
    expect(fitQuestions({ records: [visit('a', '2026-05-20'), undone], assignments: [] }, calendar)).toEqual([]);
  });

  it('is asked 30 days after somebody has taken over, when the office is next open', () => {
    expect(fitQuestions({ records: [], assignments: [assigned({})] }, calendar)).toEqual([
      { expert: 'next', occasion: 'follow-up', askedOn: '2026-07-06' },
    ]);
  });

  it('is not asked of an assignment that follows nobody’s, was taken back, or has ended by then', () => {
    const { after: _, ...first } = assigned({});
    for (const assignment of [first, assigned({ active: false }), assigned({}, '2026-06-30')])
      expect(fitQuestions({ records: [], assignments: [assignment] }, calendar)).toEqual([]);
  });
});
