import { addDays, type Day, dayOf, instantOf } from '../day.ts';
import type { HelpRequest } from './help-request.ts';
import { ageOf, isOpenRequest, type RequestStanding, requestStanding } from './request-standing.ts';

/** Parts that can be summed over municipalities before anything is divided. */
type Parts = { readonly numerator: number; readonly denominator: number };
/** Both days are in it, and the last one is over. */
type Span = { readonly from: Day; readonly until: Day };

/** The last moment of a day. */
const endOf = (day: Day): Date => new Date(instantOf(addDays(day, 1)).getTime() - 1);

/**
 * 期限内解決: of the 相談 whose 期限 lies in the span, as all stood when it ended, how many were solved by then. What
 * counts is the day of the answer that solved it, not the day on which somebody pressed 解決. Those taken back are no 相談.
 */
export function solvedInTime(requests: readonly HelpRequest[], { from, until }: Span): Parts {
  const then = endOf(until);
  const standings = requests
    .filter(({ at }) => at <= then.toISOString())
    .map((request) => requestStanding(request, then))
    .filter(({ state, due }) => state !== 'withdrawn' && due >= from && due <= until);
  return { numerator: standings.filter(isInTime).length, denominator: standings.length };
}

function isInTime({ state, answer, ended, due }: RequestStanding): boolean {
  const solved = answer ?? ended;
  return state === 'done' && solved !== undefined && dayOf(new Date(solved.at)) <= due;
}

/** 平均滞留日数 of what is open at the end of a day: the days of all, and how many there are. */
export function openDaysOfRequests(requests: readonly HelpRequest[], day: Day): Parts {
  const open = requests.filter((request) => isOpenRequest(request, endOf(day)));
  return { numerator: open.reduce((sum, request) => sum + ageOf(request, day), 0), denominator: open.length };
}
