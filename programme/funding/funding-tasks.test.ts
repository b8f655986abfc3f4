import * as fc from 'fast-check';
import { calendarOf, openDaysAfter } from '../calendar.ts';
import { addDays } from '../day.ts';
import { shippedFundings } from '../funding-list.ts';
import { budgetDay, budgetSeason, isToBeAsked } from './budget-season.ts';
import { fundingTasks } from './funding-tasks.ts';

const day = fc.integer({ min: 0, max: 1500 }).map((count) => addDays('2024-04-01', count));
const closures = fc.array(
  day.map((each) => ({ day: each, whom: 'all', reason: '閉庁' })),
  { maxLength: 20 },
);
const funding = fc.constantFrom(...shippedFundings);

it('every category says what is to be done', () => {
  const calendar = calendarOf([]);
  for (const each of shippedFundings) expect(fundingTasks(each, '2026-12-18', calendar).at(-1)?.day).toBe('2026-12-18');
});

it('tasks lie on open days, in their order, the last one on the last open day of the window', () => {
  fc.assert(
    fc.property(funding, day, closures, (each, until, closed) => {
      const calendar = calendarOf(closed);
      const days = fundingTasks(each, until, calendar).map((task) => task.day);
      expect(days.every((one) => calendar.isOpen(one) && one <= until)).toBe(true);
      expect(days.toSorted()).toEqual(days);
      expect(openDaysAfter(days.at(-1) ?? '', until, calendar)).toBe(0);
    }),
  );
});

it('県と協議する is fifteen open days before the last one', () => {
  const [grant] = shippedFundings.filter(({ id }) => id === 'FN-07');
  fc.assert(
    fc.property(day, closures, (until, closed) => {
      const calendar = calendarOf(closed);
      const tasks = grant ? fundingTasks(grant, until, calendar) : [];
      const talk = tasks.find(({ what }) => what === '県と協議する');
      expect(openDaysAfter(talk?.day ?? '', tasks.at(-1)?.day ?? '', calendar)).toBe(15);
    }),
  );
});

it('nobody is asked on a day on which the office is closed', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2024, max: 2027 }),
      closures,
      fc.constantFrom(...budgetSeason),
      (year, closed, each) => {
        const calendar = calendarOf(closed);
        expect(calendar.isOpen(budgetDay(each, year, calendar))).toBe(true);
      },
    ),
  );
});

it('an answered question is not asked, nor one after the end of it', () => {
  const none: Parameters<typeof isToBeAsked>[1] = [];
  expect(budgetSeason.every(({ question }) => isToBeAsked(question, none))).toBe(true);
  expect(isToBeAsked('request', [{ question: 'request', answer: 'considering' }])).toBe(false);
  expect(isToBeAsked('vote', [{ question: 'request', answer: 'no' }])).toBe(false);
  const again = [{ question: 'request', answer: 'no' } as const, { question: 'request', answer: 'yes' } as const];
  expect(isToBeAsked('vote', again)).toBe(true);
});
