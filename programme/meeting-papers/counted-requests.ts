import { type Category, categoryNames } from '../help/category.ts';
import type { HelpRequest } from '../help/help-request.ts';
import { isOpenRequest, requestStanding, requestStateNames } from '../help/request-standing.ts';

type Count = readonly [label: string, count: number];

/** 相談 that go on at a moment, by 状態 and by 区分: counted alone, with nothing of what they say. */
export type CountedRequests = {
  readonly states: readonly Count[];
  readonly categories: readonly Count[];
  /** Asked since the last time, and solved since. */
  readonly asked: number;
  readonly solved: number;
};

/** @param since the moment of the last time */
export function countedRequests(
  all: readonly HelpRequest[],
  { since, until }: { readonly since: Date; readonly until: Date },
): CountedRequests {
  const [from, then] = [since.toISOString(), until.toISOString()];
  const known = all.filter(({ at, undone }) => at <= then && undone === undefined);
  const open = known.filter((request) => isOpenRequest(request, until));
  const standings = open.map((request) => requestStanding(request, until).state);
  const endedSince = (request: HelpRequest) => {
    const { state, ended } = requestStanding(request, until);
    return state === 'done' && ended !== undefined && ended.at > from;
  };
  return {
    states: (['untouched', 'working', 'checking'] as const).map((state) => [
      requestStateNames[state],
      standings.filter((each) => each === state).length,
    ]),
    categories: [...(Object.keys(categoryNames) as Category[]), undefined].flatMap((category): readonly Count[] => {
      const count = open.filter((request) => request.category === category).length;
      return count > 0 ? [[category ? categoryNames[category] : '区分なし', count]] : [];
    }),
    asked: known.filter(({ at }) => at > from).length,
    solved: known.filter(endedSince).length,
  };
}
