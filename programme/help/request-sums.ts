import { addDays, dayOf, instantOf } from '../day.ts';
import type { HelpRequest } from './help-request.ts';
import { ageOf, isOverdueRequest, requestStanding } from './request-standing.ts';

/** 相談 that go on: how many, how many of them past their 期限, and the days of the oldest (0 where there is none). */
export type OpenRequests = { readonly count: number; readonly overdue: number; readonly oldest: number };

/** An item is named once so many municipalities asked about it, so that nobody can tell who did. */
export const MANY_TOWNS = 3;
export const DAYS_OF_MANY = 60;

/** @param open those that go on at that moment, of one municipality or several */
export function openRequestsAt(open: readonly HelpRequest[], moment: Date): OpenRequests {
  const today = dayOf(moment);
  const [oldest] = open.toSorted((a, b) => a.at.localeCompare(b.at));
  return {
    count: open.length,
    overdue: open.filter((request) => isOverdueRequest(requestStanding(request, moment), today)).length,
    oldest: oldest ? ageOf(oldest, today) : 0,
  };
}

export function sumOfOpen(all: readonly OpenRequests[]): OpenRequests {
  return {
    count: all.reduce((sum, { count }) => sum + count, 0),
    overdue: all.reduce((sum, { overdue }) => sum + overdue, 0),
    oldest: Math.max(0, ...all.map(({ oldest }) => oldest)),
  };
}

/** The items that many municipalities asked about in the days before a moment, by their number; ended 相談 count too. */
export function itemsAskedByMany(
  all: readonly { readonly helps: readonly HelpRequest[] }[],
  moment: Date,
): readonly string[] {
  const from = instantOf(addDays(dayOf(moment), -DAYS_OF_MANY)).toISOString();
  const until = moment.toISOString();
  const towns = new Map<string, number>();
  for (const { helps } of all) {
    const asked = helps.filter(({ at, undone }) => at >= from && at <= until && undone === undefined);
    for (const item of new Set(asked.flatMap((help) => help.item ?? []))) towns.set(item, (towns.get(item) ?? 0) + 1);
  }
  return [...towns].flatMap(([item, count]) => (count >= MANY_TOWNS ? [item] : [])).toSorted();
}
