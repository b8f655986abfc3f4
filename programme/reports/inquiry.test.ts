import fc from 'fast-check';
import { calendarOf } from '../calendar.ts';
import { addDays, instantOf } from '../day.ts';
import type { HelpStep } from '../help/help-request.ts';
import { requestStanding } from '../help/request-standing.ts';
import { type Inquiry, lateOf, receiptDue, waitsForAnswer, wantedBy } from './inquiry.ts';

const calendar = calendarOf([]);
const asked = (day: string, more: Partial<Inquiry> = {}): Inquiry => ({
  ...{ id: 'inquiry-1', direction: 'special', text: '標準化の進み具合', by: 'a', via: 'teams', ask: 'asked' },
  at: instantOf(day, '15:00').toISOString(),
  due: addDays(day, 7),
  ...more,
});
const step = (did: HelpStep['did'], day: string, more: Partial<HelpStep> = {}): HelpStep => ({
  ...{ did, by: 'b', via: 'teams', ask: `${did}-${day}`, at: instantOf(day, '10:00').toISOString() },
  ...more,
});

it.each([
  ['2024-10-18', '2024-10-18'],
  ['2024-10-20', '2024-10-18'],
  ['2024-11-04', '2024-11-01'],
  ['2025-01-02', '2024-12-27'],
])('what is wanted by %s is due on %s', (by, due) => {
  expect(wantedBy(by, calendar)).toBe(due);
});

it.each([
  ['2024-10-08', '2024-10-09'],
  ['2024-10-11', '2024-10-15'],
  ['2024-12-27', '2025-01-06'],
])('asked on %s it is to be received by %s', (day, due) => {
  expect(receiptDue(asked(day), calendar)).toBe(due);
});

it('is late in being received from the day after, and in being answered from the day after its due day', () => {
  const open = asked('2024-10-08');
  const late = (day: string, inquiry: Inquiry) => lateOf(inquiry, day, calendar);
  expect([late('2024-10-09', open), late('2024-10-10', open), late('2024-10-16', open)]).toEqual([
    undefined,
    'receipt',
    'answer',
  ]);
  const taken = { ...open, steps: [step('taken', '2024-10-09')] };
  expect([late('2024-10-15', taken), late('2024-10-16', taken)]).toEqual([undefined, 'answer']);
  const answered = { ...open, steps: [...taken.steps, step('answered', '2024-10-15')] };
  expect(late('2024-12-01', answered)).toBeUndefined();
  const again = { ...open, steps: [...answered.steps, step('reopened', '2024-10-16', { due: '2024-10-21' })] };
  expect([late('2024-10-21', again), late('2024-10-22', again)]).toEqual([undefined, 'answer']);
});

it('a 協議 is never late, and waits until it is answered or taken back', () => {
  const open = asked('2024-10-08', { direction: 'consultation' });
  expect(lateOf(open, '2025-03-01', calendar)).toBeUndefined();
  expect(waitsForAnswer(open)).toBe(true);
  expect(waitsForAnswer({ ...open, steps: [step('answered', '2024-10-09')] })).toBe(false);
  expect(waitsForAnswer({ ...open, steps: [step('solved', '2024-10-09')] })).toBe(false);
});

it('whatever was done, what has ended is not late, and the past stays as it was', () => {
  const did = fc.constantFrom<HelpStep['did']>('taken', 'answered', 'reopened', 'solved');
  fc.assert(
    fc.property(fc.array(did, { maxLength: 6 }), fc.integer({ min: 0, max: 40 }), (all, after) => {
      const steps = all.map((each, at) => step(each, addDays('2024-10-09', at), { ask: `step-${at}` }));
      const inquiry = asked('2024-10-08', { steps });
      const today = addDays('2024-10-08', after);
      if (['done', 'withdrawn'].includes(requestStanding(inquiry).state))
        expect(lateOf(inquiry, today, calendar)).toBeUndefined();
      const then = instantOf('2024-10-08', '23:00');
      expect(lateOf(inquiry, '2024-10-08', calendar, then)).toBeUndefined();
      expect(requestStanding(inquiry, then).state).toBe('untouched');
    }),
  );
});
