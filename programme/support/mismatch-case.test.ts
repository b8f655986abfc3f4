import { calendarOf } from '../calendar.ts';
import {
  casesOf,
  hearingDue,
  hearingOpenDays,
  type MismatchCase,
  mismatchCount,
  mismatchDueOn,
  withMismatchContent,
} from './mismatch-case.ts';

const calendar = calendarOf([]);
const from = (day: string, ask = day) => ({ by: 'member-o', at: `${day}T02:00:00.000Z`, via: 'teams', ask });
const one: MismatchCase = {
  ...{ id: 'mismatch-1', municipality: '203033', expert: 'member-x', reportedOn: '2026-11-17' },
  reportedBy: 'municipality',
};
const withKept = (of: MismatchCase, said: Parameters<typeof withMismatchContent>[1], at: string): MismatchCase => ({
  ...of,
  kept: withMismatchContent(of, said, from(at)),
});

describe('what is due in a case', () => {
  // 2026-11-23 is a holiday.
  it('聞き取り is due after five open days, and overdue after that', () => {
    expect(hearingDue(one, calendar)).toBe('2026-11-25');
    const on = (day: string) => mismatchDueOn(one, day, calendar).hearing;
    expect(['2026-11-24', '2026-11-25', '2026-11-26'].map(on)).toEqual(['open', 'today', 'overdue']);
  });

  it('is the PM’s once it is older than twenty open days', () => {
    expect(mismatchDueOn(one, '2026-12-16', calendar).isOld).toBe(false);
    expect(mismatchDueOn(one, '2026-12-17', calendar).isOld).toBe(true);
  });

  it('nothing once it is resolved', () => {
    const resolved = withKept(one, { measure: 'none', resolvedOn: '2026-11-20' }, '2026-11-20');
    expect(mismatchDueOn(resolved, '2027-01-20', calendar)).toEqual({ hearing: 'none', isOld: false });
  });
});

describe('what is written in a case', () => {
  it('stays when it is not said again; both sides are heard on the day the second one is written', () => {
    const first = withKept(one, { heard: { municipality: '資料を先に' }, detail: '進め方' }, '2026-11-18');
    const second = withKept(first, { heard: { expert: '次回から送る' } }, '2026-11-24');
    expect(second.kept?.versions.at(-1)).toMatchObject({
      ...{ detail: '進め方', heardOn: '2026-11-24' },
      heard: { municipality: '資料を先に', expert: '次回から送る' },
    });
    expect(second.kept?.versions).toHaveLength(2);
    expect(hearingOpenDays(second, calendar)).toBe(4);
    expect(hearingOpenDays(first, calendar)).toBeUndefined();
  });

  it('nothing where it is the same again, or a replay', () => {
    const first = withKept(one, { detail: '進め方' }, '2026-11-18');
    expect(withMismatchContent(first, { detail: '進め方' }, from('2026-11-19'))).toBe(first.kept);
    expect(withMismatchContent(first, { detail: 'ほか' }, from('2026-11-20', '2026-11-18'))).toBe(first.kept);
  });
});

it('counts cases of a period, and replacements that were decided in it', () => {
  const kept = [{ measure: 'improvement' }, { measure: 'replacement' }] as const;
  const end = kept.reduce((of, said, at) => withKept(of, said, `2026-12-0${at + 1}`), one);
  const mismatches = end.kept ? [end.kept] : [];
  const count = (since: string, until: string) => mismatchCount([], mismatches, { from: since, until });
  expect(count('2026-11-01', '2026-11-30')).toEqual({ cases: 1, replacements: 0 });
  expect(count('2026-12-01', '2026-12-31')).toEqual({ cases: 0, replacements: 1 });
});

it('one that somebody wrote in stays where its ratings are taken back', () => {
  const end = withKept(one, { detail: '進め方' }, '2026-11-18');
  const mismatches = end.kept ? [end.kept] : [];
  expect(casesOf({ ratings: [], visits: [], mismatches })).toMatchObject([
    { id: 'mismatch-1', kept: { id: 'mismatch-1' } },
  ]);
});
