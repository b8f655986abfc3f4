import { instantOf } from '../day.ts';
import type { HelpRequest } from './help-request.ts';
import { itemsAskedByMany, openRequestsAt, sumOfOpen } from './request-sums.ts';

const NOW = instantOf('2026-12-11', '16:00');
const asked = (municipality: string, day: string, item?: string): HelpRequest => ({
  ...{ by: 'member-a', at: instantOf(day, '10:00').toISOString(), via: 'teams', ask: `${municipality}-${day}` },
  ...{ id: `help-${municipality}-${day}`, municipality, text: '進め方' },
  ...(item ? { item } : {}),
});
const towns = (...days: readonly string[]) =>
  days.map((day, at) => ({ helps: [asked(`20304${at}`, day, 'S1-3'), asked(`20304${at}`, day, 'S1-3')] }));

describe('相談 that go on', () => {
  it('are counted with those past their 期限 and the days of the oldest', () => {
    const one = openRequestsAt([asked('203033', '2026-12-01'), asked('203033', '2026-12-10')], NOW);
    expect(one).toEqual({ count: 2, overdue: 1, oldest: 10 });
    expect(sumOfOpen([one, openRequestsAt([], NOW)])).toEqual(one);
    expect(sumOfOpen([])).toEqual({ count: 0, overdue: 0, oldest: 0 });
  });
});

describe('an item that several municipalities asked about', () => {
  it('is named from three of them on, however often each has asked', () => {
    expect(itemsAskedByMany(towns('2026-12-01', '2026-12-02', '2026-12-03'), NOW)).toEqual(['S1-3']);
    expect(itemsAskedByMany(towns('2026-12-01', '2026-12-02'), NOW)).toEqual([]);
  });

  it('is not named for what was asked more than 60 days ago, later, or taken back', () => {
    expect(itemsAskedByMany(towns('2026-12-01', '2026-12-02', '2026-10-11'), NOW)).toEqual([]);
    expect(itemsAskedByMany(towns('2026-12-01', '2026-12-02', '2026-10-12'), NOW)).toEqual(['S1-3']);
    expect(itemsAskedByMany(towns('2026-12-01', '2026-12-02', '2026-12-12'), NOW)).toEqual([]);
    const gone = { ...asked('203049', '2026-12-01', 'S1-3'), undone: asked('203049', '2026-12-01') };
    expect(itemsAskedByMany([...towns('2026-12-01', '2026-12-02'), { helps: [gone] }], NOW)).toEqual([]);
  });
});
