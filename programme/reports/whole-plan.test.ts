import { editionHandedIn, withDecision, withSubmission, withVersion } from '../filing.ts';
import {
  blankParts,
  changedParts,
  lateMilestones,
  milestoneDone,
  nextMilestoneId,
  type PlanContent,
  PlanText,
  planHistory,
  type WholePlan,
  withMilestone,
  withMilestoneDone,
  withMilestoneOpen,
  withoutMilestone,
} from './whole-plan.ts';

const from = (ask: string, day = '2024-09-02') => ({ by: 'a', via: 'teams', ask, at: `${day}T01:00:00.000Z` });
const texts = Object.fromEntries(PlanText.options.map((name) => [name, '書いた'])) as Record<PlanText, string>;
const first: PlanContent = { ...texts, milestones: [{ id: 'm1', what: '中間報告', by: '2024-10-31' }] };
const second = { ...withMilestone(first, { id: 'm1', what: '中間報告', by: '2024-11-15' }), meetings: '月2回' };
const plan: WholePlan = { id: 'plan-2024', fiscalYear: 2024, versions: [{ ...from('w1'), number: 1, content: first }] };
const approved = withDecision(
  withSubmission(plan, from('s1')),
  { version: 1, verdict: 'approve' },
  from('d1', '2024-09-05'),
);
const changed = withVersion(approved, second, from('w2', '2024-10-30'));

describe('a milestone', () => {
  const late = (kept: WholePlan, moment: string) => lateMilestones(kept, new Date(moment)).map(({ id }) => id);

  it('is late from the day after, of the approved version and no other', () => {
    expect(late(plan, '2024-11-05T10:00:00+09:00')).toEqual([]);
    expect(late(approved, '2024-10-31T23:59:00+09:00')).toEqual([]);
    expect(late(approved, '2024-11-01T00:00:00+09:00')).toEqual(['m1']);
    expect(late(changed, '2024-11-01T10:00:00+09:00')).toEqual(['m1']);
    const next = withDecision(
      withSubmission(changed, from('s2', '2024-10-30')),
      { version: 2, verdict: 'approve' },
      from('d2', '2024-11-05'),
    );
    expect(late(next, '2024-11-06T10:00:00+09:00')).toEqual([]);
    expect(late(next, '2024-11-02T10:00:00+09:00')).toEqual(['m1']);
  });

  it('that was reached is not late, from that moment on, until the mark is taken back', () => {
    const done = withMilestoneDone(approved, 'm1', from('m', '2024-11-03'));
    expect(done.versions).toEqual(approved.versions);
    expect(withMilestoneDone(done, 'm1', from('again', '2024-11-04'))).toBe(done);
    expect(late(done, '2024-11-02T10:00:00+09:00')).toEqual(['m1']);
    expect(late(done, '2024-11-04T10:00:00+09:00')).toEqual([]);
    const back = withMilestoneOpen(done, 'm1', from('back', '2024-11-05'));
    expect(late(back, '2024-11-06T10:00:00+09:00')).toEqual(['m1']);
    expect(milestoneDone(back, 'm1', new Date('2024-11-04T10:00:00+09:00'))).toBeDefined();
    expect(withMilestoneOpen(back, 'm1', from('twice', '2024-11-06'))).toBe(back);
  });

  it('has an id that no other of any version had', () => {
    const dropped = withoutMilestone(second, 'm1');
    expect(nextMilestoneId([dropped])).toBe('m1');
    expect(nextMilestoneId([dropped, first])).toBe('m2');
  });
});

it('says what is blank and what two versions differ in, in the words of the form', () => {
  expect(blankParts({ ...first, riskPolicy: ' ', milestones: [] })).toEqual([
    'リスク・課題管理方法',
    '全体スケジュール',
  ]);
  expect(changedParts(first, second)).toEqual(['会議体', '全体スケジュール']);
  expect(changedParts(first, { ...first })).toEqual([]);
});

it('counts as editions what was handed in, however often a draft was written', () => {
  const third = withVersion(changed, { ...second, method: '直した' }, from('w3', '2024-10-31'));
  expect([editionHandedIn(third, 1), editionHandedIn(third, 2), editionHandedIn(third, 3)]).toEqual([1, 2, 2]);
  const handedIn = withSubmission(third, from('s3', '2024-11-01'));
  expect(planHistory(handedIn)).toEqual([
    { edition: 1, day: '2024-09-02', changed: 'first', approved: '2024-09-05' },
    {
      edition: 2,
      day: '2024-11-01',
      changed: ['実施方法・管理方法', '会議体', '全体スケジュール'],
      approved: undefined,
    },
  ]);
});
