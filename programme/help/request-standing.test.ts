import fc from 'fast-check';
import { addDays, instantOf } from '../day.ts';
import type { HelpRequest, HelpStep } from './help-request.ts';
import { openDaysOfRequests, solvedInTime } from './request-figures.ts';
import {
  ageOf,
  isEnded,
  isOpenRequest,
  isOverdueRequest,
  mayReopen,
  requestStanding,
  requestStateNames,
} from './request-standing.ts';

const from = (day: string, time = '10:00') => ({
  by: 'member-a',
  at: instantOf(day, time).toISOString(),
  via: 'teams',
  ask: `${day}-${time}`,
});
/** A Tuesday; the third open day after it is the Friday. */
const ASKED = '2026-12-01';
const asked = (steps?: HelpStep[]): HelpRequest => ({
  ...from(ASKED),
  id: 'help-1',
  municipality: '203033',
  text: '例規の改正の進め方',
  ...(steps ? { steps } : {}),
});
const step = (did: HelpStep['did'], day: string, more: Partial<HelpStep> = {}): HelpStep => ({
  ...from(day),
  by: 'member-office',
  did,
  ...more,
});

describe('the standing of a 相談', () => {
  it('of one from before there was a 経過 is 未着手, and 完了 once it was seen to', () => {
    expect(requestStateNames[requestStanding(asked()).state]).toBe('未着手');
    const seen = requestStanding({ ...asked(), answered: from('2026-12-02') });
    expect(requestStateNames[seen.state]).toBe('完了');
    expect(seen.ended?.at).toBe(from('2026-12-02').at);
  });

  it.each([
    [[step('taken', '2026-12-02')], '対応中'],
    [[step('assigned', '2026-12-02', { to: 'member-b' })], '対応中'],
    [[step('waiting', '2026-12-02')], '確認待ち'],
    [[step('answered', '2026-12-02', { text: '例を送ります' })], '確認待ち'],
    [[step('answered', '2026-12-02'), step('solved', '2026-12-03')], '完了'],
    [[step('answered', '2026-12-02'), step('solved', '2026-12-03'), step('reopened', '2026-12-04')], '対応中'],
  ])('follows from what was done: %#', (steps, state) => {
    expect(requestStateNames[requestStanding(asked(steps)).state]).toBe(state);
  });

  it('is 取下げ once it was taken back, whatever was done', () => {
    const gone = { ...asked([step('answered', '2026-12-02')]), undone: from('2026-12-02') };
    expect(requestStateNames[requestStanding(gone).state]).toBe('取下げ');
    expect(isOverdueRequest(requestStanding(gone), '2027-01-31')).toBe(false);
  });

  it('is due on the third open day, then when it was promised', () => {
    expect(requestStanding(asked()).due).toBe('2026-12-04');
    expect(requestStanding({ ...asked(), due: '2026-12-07' }).due).toBe('2026-12-07');
    expect(requestStanding(asked([step('taken', '2026-12-02', { due: '2026-12-18' })])).due).toBe('2026-12-18');
  });

  it('is overdue the day after, until it is answered; an answer that promises more is held to that', () => {
    const [friday, saturday] = ['2026-12-04', '2026-12-05'];
    expect(isOverdueRequest(requestStanding(asked()), friday)).toBe(false);
    expect(isOverdueRequest(requestStanding(asked()), saturday)).toBe(true);
    expect(isOverdueRequest(requestStanding(asked([step('answered', friday)])), '2027-01-31')).toBe(false);
    const promised = requestStanding(asked([step('answered', friday, { due: '2026-12-11' })]));
    expect(isOverdueRequest(promised, '2026-12-12')).toBe(true);
  });

  it('belongs to who took it, was given it, or was the first to answer', () => {
    const owner = (...steps: HelpStep[]) => requestStanding(asked(steps)).owner;
    expect(owner()).toBeUndefined();
    expect(owner(step('answered', '2026-12-02'))).toBe('member-office');
    expect(owner(step('assigned', '2026-12-02', { to: 'b' }), step('answered', '2026-12-03'))).toBe('b');
    expect(owner(step('assigned', '2026-12-02', { to: 'b' }), step('taken', '2026-12-03'))).toBe('member-office');
  });

  it('comes back for 14 days after it ended', () => {
    const solved = requestStanding(asked([step('solved', '2026-12-02')]));
    expect(mayReopen(solved, instantOf('2026-12-16', '23:59'))).toBe(true);
    expect(mayReopen(solved, instantOf('2026-12-17'))).toBe(false);
    expect(mayReopen(requestStanding(asked()), instantOf('2026-12-02'))).toBe(false);
  });

  it('of an earlier moment knows nothing of what came later', () => {
    const solved = asked([step('answered', '2026-12-02'), step('solved', '2026-12-10')]);
    expect(isOpenRequest(solved, instantOf('2026-12-09'))).toBe(true);
    expect(isOpenRequest(solved, instantOf('2026-12-11'))).toBe(false);
    expect(isOpenRequest(solved, instantOf('2026-11-30'))).toBe(false);
    expect(ageOf(solved, '2026-12-08')).toBe(7);
  });

  it('is ended exactly when its last entry ended it', () => {
    const did = fc.constantFrom<HelpStep['did']>('taken', 'assigned', 'answered', 'waiting', 'solved', 'reopened');
    fc.assert(
      fc.property(fc.array(did, { minLength: 1, maxLength: 8 }), (all) => {
        const steps = all.map((each, at) => step(each, addDays(ASKED, at + 1)));
        const standing = requestStanding(asked(steps));
        expect(isEnded(standing)).toBe(all.at(-1) === 'solved');
        expect(standing.ended !== undefined).toBe(isEnded(standing));
        for (const day of [ASKED, addDays(ASKED, 3), addDays(ASKED, 9)]) {
          const then = instantOf(day, '12:00');
          expect(isOpenRequest(asked(steps), then)).toBe(!isEnded(requestStanding(asked(steps), then)));
        }
      }),
    );
  });
});

describe('the figures of 相談', () => {
  const WEEK = { from: '2026-12-01', until: '2026-12-07' };
  const inTime = asked([step('answered', '2026-12-04'), step('solved', '2026-12-07')]);
  const late = asked([step('answered', '2026-12-05'), step('solved', '2026-12-05')]);

  it('期限内解決 counts by the day of the answer that solved it', () => {
    expect(solvedInTime([inTime, late, asked()], WEEK)).toEqual({ numerator: 1, denominator: 3 });
  });

  it('期限内解決 leaves out what is not due yet, and what was taken back', () => {
    const ahead = asked([step('taken', '2026-12-02', { due: '2026-12-18' })]);
    const gone = { ...inTime, undone: from('2026-12-02') };
    expect(solvedInTime([ahead, gone], WEEK)).toEqual({ numerator: 0, denominator: 0 });
  });

  it('期限内解決 of a span says the same whenever it is asked', () => {
    const reopened = asked([...(inTime.steps ?? []), step('reopened', '2026-12-09', { due: '2026-12-14' })]);
    expect(solvedInTime([reopened], WEEK)).toEqual(solvedInTime([inTime], WEEK));
  });

  it('平均滞留日数 is the days of all that are open, and how many they are', () => {
    expect(openDaysOfRequests([inTime, late, asked()], '2026-12-06')).toEqual({ numerator: 10, denominator: 2 });
    expect(openDaysOfRequests([], '2026-12-06')).toEqual({ numerator: 0, denominator: 0 });
  });
});
