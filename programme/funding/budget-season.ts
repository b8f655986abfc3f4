import { z } from 'zod';
import { type Calendar, nextOpenDay, previousOpenDay } from '../calendar.ts';
import { dueIn } from '../catalogue.ts';
import type { Day } from '../day.ts';

/** What is asked in the course of a budget. */
export const budgetQuestionNames = {
  request: '予算要求の予定',
  blank: '財源の欄',
  outcome: '予算要求の結果',
  assessment: '査定の結果',
  vote: '議決の結果',
} as const;
export type BudgetQuestion = keyof typeof budgetQuestionNames;
export const BudgetQuestion = z.enum(Object.keys(budgetQuestionNames) as [BudgetQuestion, ...BudgetQuestion[]]);

export const budgetAnswerNames = {
  yes: '要求する',
  no: '要求しない',
  considering: '検討中',
  general: '一般財源で行う',
  choosing: '候補を検討中',
  requested: '要求した',
  partlyRequested: '一部を要求した',
  notRequested: '要求を見送った',
  full: '要求のとおり',
  reduced: '減額された',
  none: '認められなかった',
  passed: '可決された',
  amended: '修正して可決された',
  failed: '否決された',
} as const;
export type BudgetAnswer = keyof typeof budgetAnswerNames;
export const BudgetAnswer = z.enum(Object.keys(budgetAnswerNames) as [BudgetAnswer, ...BudgetAnswer[]]);

/** One question of the season: when it is asked, and what can be answered. */
type Asking = {
  readonly question: BudgetQuestion;
  /** The day of the fiscal year, and which way it moves where the office is closed. */
  readonly on: string;
  readonly moves: 'previous' | 'next';
  readonly asks: string;
  readonly answers: readonly BudgetAnswer[];
};

/** 9月末, 10月中旬, 11月, 1月, and 3月 before the programme ends; proposals of the programme, in the order of the year. */
export const budgetSeason: readonly Asking[] = [
  {
    ...{ question: 'request', on: '09-30', moves: 'previous', asks: '来年度の予算に、取組の経費を要求しますか。' },
    answers: ['yes', 'no', 'considering'],
  },
  {
    ...{ question: 'blank', on: '10-15', moves: 'next', asks: '財源の欄が空の取組は、どうしますか。' },
    answers: ['general', 'choosing', 'considering'],
  },
  {
    ...{ question: 'outcome', on: '11-30', moves: 'previous', asks: '予算要求の結果はどうなりましたか。' },
    answers: ['requested', 'partlyRequested', 'notRequested'],
  },
  {
    ...{ question: 'assessment', on: '01-31', moves: 'previous', asks: '査定の結果はどうなりましたか。' },
    answers: ['full', 'reduced', 'none'],
  },
  {
    ...{ question: 'vote', on: '03-10', moves: 'previous', asks: '来年度の予算は議決されましたか。' },
    answers: ['passed', 'amended', 'failed'],
  },
];

/** After these there is nothing left to ask. */
const ENDS: readonly BudgetAnswer[] = ['no', 'notRequested', 'none'];

export const askingOf = (question: BudgetQuestion): Asking => {
  const found = budgetSeason.find((each) => each.question === question);
  if (!found) throw new Error(`no question ${question}`);
  return found;
};

/** The day on which a municipality is asked, always one on which its office is open. */
export function budgetDay({ on, moves }: Pick<Asking, 'on' | 'moves'>, fiscalYear: number, calendar: Calendar): Day {
  const day = dueIn(fiscalYear, on);
  return moves === 'next' ? nextOpenDay(day, calendar) : previousOpenDay(day, calendar);
}

type Answered = { readonly question: BudgetQuestion; readonly answer: BudgetAnswer };

/** Whether a question is still to be asked: it was not answered, and no answer before it was the end of it. */
export function isToBeAsked(question: BudgetQuestion, answers: readonly Answered[]): boolean {
  const before = budgetSeason.slice(
    0,
    budgetSeason.findIndex((each) => each.question === question),
  );
  const latest = (of: BudgetQuestion) => answers.findLast((each) => each.question === of)?.answer;
  if (latest(question) !== undefined) return false;
  return before.every((each) => !ENDS.includes(latest(each.question) ?? 'considering'));
}
