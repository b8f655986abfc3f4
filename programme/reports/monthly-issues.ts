import { findItem } from '../catalogue.ts';
import { instantOf } from '../day.ts';
import type { MunicipalityWeek } from '../digest/digest.ts';
import { type Category, categoryNames } from '../help/category.ts';
import type { HelpRequest } from '../help/help-request.ts';
import { isOpenRequest, requestStanding } from '../help/request-standing.ts';
import { itemsAskedByMany, openRequestsAt } from '../help/request-sums.ts';
import type { DrawnMonth } from './monthly-records.ts';
import { type MonthlyPart, monthlyFact } from './monthly-report.ts';

/** Longer without any report, a municipality is named as quiet. */
const QUIET_WEEKS = 2;

/** 相談 of a month: how many came, were solved, and go on at its end; never what they say, nor whose they are. */
type RequestsOfMonth = {
  readonly asked: number;
  readonly solved: number;
  readonly open: number;
  readonly overdue: number;
};

/** @param requests of which municipality ever */
export function requestsOfMonth(requests: readonly HelpRequest[], { span, until }: DrawnMonth): RequestsOfMonth {
  const [from, to] = [instantOf(span.from).toISOString(), until.toISOString()];
  const isIn = (at: string) => from < at && at <= to;
  const open = requests.filter((request) => isOpenRequest(request, until));
  return {
    asked: requests.filter(({ at, undone }) => undone === undefined && isIn(at)).length,
    solved: requests.filter((request) => {
      const { state, ended } = requestStanding(request, until);
      return state === 'done' && ended !== undefined && isIn(ended.at);
    }).length,
    open: open.length,
    overdue: openRequestsAt(open, until).overdue,
  };
}

export const requestsText = ({ asked, solved, open, overdue }: RequestsOfMonth): string =>
  `受付 ${asked}件・解決 ${solved}件・終わっていないもの ${open}件${overdue > 0 ? `（うち期限を過ぎたもの ${overdue}件）` : ''}`;

/** 課題・リスクと対応状況: counts and 区分 of the 相談, and what the records show to be late. */
export function issuesPart(month: DrawnMonth, weeks: readonly MunicipalityWeek[]): MonthlyPart {
  const all = month.then.flatMap(({ helps }) => helps);
  const late = weeks.filter(({ overdue }) => overdue.length > 0);
  const quiet = weeks.filter(({ silentWeeks }) => silentWeeks >= QUIET_WEEKS);
  const many = itemsAskedByMany(month.then, month.until).map((id) => `${id} ${findItem(id)?.short ?? ''}`.trim());
  const items = late.reduce((sum, { overdue }) => sum + overdue.length, 0);
  return {
    field: 'issues',
    facts: [
      monthlyFact('相談', requestsText(requestsOfMonth(all, month))),
      ...categoryFacts(all, month),
      ...(many.length > 0 ? [monthlyFact('複数の市町村から相談のあった項目', many.join('、'))] : []),
      monthlyFact('期限を過ぎた項目', items === 0 ? 'なし' : `${items}件（${late.length}団体）`),
      monthlyFact(`${QUIET_WEEKS}週以上報告のない市町村`, quiet.length === 0 ? 'なし' : `${quiet.length}団体`),
    ],
    table: {
      head: ['市町村', '期限を過ぎた項目', '報告'],
      rows: weeks
        .filter((week) => late.includes(week) || quiet.includes(week))
        .map(({ municipality, overdue, silentWeeks }) => ({
          municipality: municipality.code,
          cells: [
            municipality.name,
            overdue.map(({ item }) => `${item.id} ${item.short}`).join('、') || 'なし',
            silentWeeks >= QUIET_WEEKS ? `${silentWeeks}週続けて報告なし` : 'あり',
          ],
        })),
    },
  };
}

function categoryFacts(all: readonly HelpRequest[], month: DrawnMonth): MonthlyPart['facts'] {
  const categories: readonly (Category | undefined)[] = [...(Object.keys(categoryNames) as Category[]), undefined];
  return categories.flatMap((category) => {
    const own = requestsOfMonth(
      all.filter((request) => request.category === category),
      month,
    );
    if (own.asked + own.solved + own.open === 0) return [];
    return [monthlyFact(`相談の区分 ${category ? categoryNames[category] : '（なし）'}`, requestsText(own))];
  });
}
