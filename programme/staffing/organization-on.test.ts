import type { Member } from '../member.ts';
import type { ChartPerson, OrganizationChart } from './organization-chart.ts';
import { organizationOn } from './organization-on.ts';
import type { ChangeContent, StaffingChange } from './staffing-change.ts';

const at = (moment: string) => ({ by: 'm-1', at: `${moment}T03:00:00.000Z`, via: 'teams', ask: moment });
const person = (id: string, ...posts: ChartPerson['posts']): ChartPerson => ({ member: id, name: id, posts });
const member = (id: string, active = true): Member => ({
  ...{ id, name: id, role: 'expert', office: '', municipalities: [], chat: 'teams', lead: false, active },
});
const members = ['pm', 'next', 'one', 'two'].map((id) => member(id));

const chart: OrganizationChart = {
  ...{ id: 'chart-2024', fiscalYear: 2024 },
  versions: [
    {
      ...{ ...at('2024-08-01'), number: 1 },
      content: { day: '2024-08-05', people: [person('pm', 'pm'), person('next', 'staff'), person('one', 'expert')] },
    },
  ],
  decisions: [{ ...at('2024-08-10'), version: 1, verdict: 'approve' }],
};
const change = (content: Partial<ChangeContent>, decided = '2024-10-20'): StaffingChange => ({
  id: 'staffing-1',
  versions: [
    {
      ...{ ...at('2024-10-01'), number: 1 },
      content: { ...{ kind: 'pm', reason: '', day: '2024-12-03', handover: '', municipalities: [] }, ...content },
    },
  ],
  decisions: [{ ...at(decided), version: 1, verdict: 'approve' }],
});
const postsOn = (day: string, changes: readonly StaffingChange[], charts = [chart], all = members) =>
  Object.fromEntries(
    organizationOn({ charts, changes }, all, day)?.people.map(({ name, posts }) => [name, posts.join()]) ?? [],
  );

test('nothing holds before the first is approved', () => {
  expect(organizationOn({ charts: [chart], changes: [] }, members, '2024-08-09')).toBeUndefined();
  expect(postsOn('2024-08-10', [])).toEqual({ pm: 'pm', next: 'staff', one: 'expert' });
});

test('who takes a post over has it from the day, who gave it up goes after it or stays of the staff', () => {
  const [before, after] = [person('pm', 'pm'), person('next', 'staff')].map(({ member: id, name }) => ({
    ...{ ...(id ? { member: id } : {}), name },
  }));
  const gone = change({ before, after });
  expect(postsOn('2024-12-02', [gone])).toMatchObject({ pm: 'pm', next: 'staff' });
  expect(postsOn('2024-12-03', [gone])).toMatchObject({ next: 'pm' });
  expect(postsOn('2024-12-04', [gone])).toEqual({ next: 'pm', one: 'expert' });
  const isChanged = (day: string) => organizationOn({ charts: [chart], changes: [gone] }, members, day)?.isChanged;
  expect(['2024-12-02', '2024-12-03'].map(isChanged)).toEqual([false, true]);
  expect(postsOn('2024-12-04', [change({ before, after, stays: true })])).toEqual({
    ...{ pm: 'staff', next: 'pm', one: 'expert' },
  });
});

test('who is added is there from the later of the day and the 承認', () => {
  const added = change({ kind: 'addition', after: { name: '応援 花子' }, municipalities: ['203033'] }, '2024-12-10');
  expect(postsOn('2024-12-09', [added])).not.toHaveProperty('応援 花子');
  expect(postsOn('2024-12-10', [added])).toMatchObject({ '応援 花子': 'expert' });
});

test('who is left out of a later 体制表 is still there while the roster has them', () => {
  const later: OrganizationChart = {
    ...{ id: 'chart-2025', fiscalYear: 2025 },
    versions: [{ ...at('2025-03-20'), number: 1, content: { day: '2025-04-01', people: [person('next', 'pm')] } }],
    decisions: [{ ...at('2025-03-25'), version: 1, verdict: 'approve' }],
  };
  expect(Object.keys(postsOn('2025-04-01', [], [chart, later]))).toEqual(['next', 'pm', 'one']);
  expect(Object.keys(postsOn('2025-04-01', [], [chart, later], [member('next'), member('pm', false)]))).toEqual([
    'next',
  ]);
});
