import { dayOf } from '../day.ts';
import type { HelpRequest } from '../help/help-request.ts';
import { isOpenRequest, stepsOf } from '../help/request-standing.ts';
import { type OpenRequests, openRequestsAt } from '../help/request-sums.ts';

/** What the 相談 of a municipality come to at the end of a span. */
export type HelpFacts = {
  /** 相談 since the last digest, and those from before that nobody has seen to yet. */
  readonly helps: number;
  /** Of those since the last digest, how many the secretariat has seen to. */
  readonly settled: number;
  readonly waiting: number;
  /** All that go on, whenever they were asked. */
  readonly open: OpenRequests;
};

type Span = { readonly since: Date; readonly until: Date };
type Known = { readonly last: string; readonly asked: string; readonly facts: HelpFacts };
const known = new WeakMap<readonly HelpRequest[], Known>();

/**
 * 相談 never change either. Once the last word of them was said, what they come to depends on the day and no longer on
 * the moment.
 */
export function helpFacts(helps: readonly HelpRequest[], { since, until }: Span): HelpFacts {
  const [then, asked] = [until.toISOString(), `${since.toISOString()} ${dayOf(until)}`];
  const found = known.get(helps);
  if (found?.asked === asked && then >= found.last) return found.facts;
  const [facts, last] = [factsOf(helps, { since, until }), found?.last ?? lastWord(helps)];
  if (then >= last) known.set(helps, { last, asked, facts });
  return facts;
}

function factsOf(helps: readonly HelpRequest[], { since, until }: Span): HelpFacts {
  const [from, then] = [since.toISOString(), until.toISOString()];
  const going = helps.filter((help) => isOpenRequest(help, until));
  const fresh = helps.filter(({ at, undone }) => at > from && at <= then && undone === undefined);
  return {
    helps: fresh.length,
    settled: fresh.filter((help) => !going.includes(help)).length,
    waiting: going.filter(({ at }) => at <= from).length,
    open: openRequestsAt(going, until),
  };
}

function lastWord(helps: readonly HelpRequest[]): string {
  const said = helps.flatMap((help) => [help.at, ...stepsOf(help).map(({ at }) => at)]);
  return said.toSorted().at(-1) ?? '';
}
