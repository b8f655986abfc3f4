import type { Calendar } from '../calendar.ts';
import type { Day } from '../day.ts';
import type { Funding } from '../funding-list.ts';
import { currentInitiative, type Initiative, type InitiativeContent } from '../initiatives/initiative.ts';
import { type FundingCandidate, fundingCandidates } from './funding-candidates.ts';
import { currentUse, type FundingRecord, type FundingUseVersion, isUseOver, useOf } from './funding-record.ts';
import { type FundingTask, fundingTasks } from './funding-tasks.ts';
import {
  certaintyOf,
  type FundingTerms,
  findFunding,
  isAllocationTax,
  type TermsCertainty,
  termsFor,
  untilIn,
} from './funding-terms.ts';
import { ownShare } from './own-share.ts';

/** A funding that an initiative names, or that something was recorded of. */
export type ChosenFunding = {
  readonly funding: Funding;
  readonly terms: FundingTerms;
  readonly certainty: TermsCertainty;
  readonly use: FundingUseVersion | undefined;
  /** Counted back from the end of its window; none where that day is not known for this year, or the matter is over. */
  readonly tasks: readonly FundingTask[];
};

export type InitiativeFunding = {
  readonly id: string;
  readonly year: number;
  readonly content: InitiativeContent;
  readonly chosen: readonly ChosenFunding[];
  readonly candidates: readonly (FundingCandidate & { readonly certainty: TermsCertainty })[];
  /** 一般財源負担 in 千円: as it was said, or reckoned where a confirmed plain rate allows it. */
  readonly general: { readonly thousands: number; readonly how: 'said' | 'reckoned' } | undefined;
};

type Known = {
  readonly record: FundingRecord | undefined;
  readonly kept: readonly FundingTerms[];
  readonly calendar: Calendar;
  readonly today: Day;
};

/** Where the money for an initiative may come from, as far as was said and is known. */
export function fundingOf(initiative: Initiative, known: Known): InitiativeFunding {
  const { id, year } = initiative;
  const { content } = currentInitiative(initiative);
  const recorded = (known.record?.uses ?? [])
    .filter((use) => use.initiative === id && currentUse(use))
    .map(({ funding }) => funding);
  const ids = [...new Set([...content.fundings, ...recorded])];
  const chosen = ids.flatMap((funding) => chosenOf(funding, initiative, known) ?? []);
  const others = fundingCandidates({ ...content, fundings: ids }, year, known.kept);
  return {
    ...{ id, year, content, chosen },
    candidates: others.map((one) => ({ ...one, certainty: certaintyOf(one.terms, year, known.today) })),
    general: generalOf(content, chosen),
  };
}

function chosenOf(
  id: string,
  initiative: Initiative,
  { record, kept, calendar, today }: Known,
): ChosenFunding | undefined {
  const funding = findFunding(id);
  const terms = termsFor(id, initiative.year, kept);
  if (!funding || !terms) return undefined;
  const use = currentUse(useOf(record, { initiative: initiative.id, funding: id }));
  const until = untilIn(terms, initiative.year);
  const isAhead = until !== undefined && until >= today;
  const tasks = isAhead && !isUseOver(use) ? fundingTasks(funding, until, calendar) : [];
  return { funding, terms, certainty: certaintyOf(terms, initiative.year, today), use, tasks };
}

/** What of it stands beside one of its fundings: what was said of that one, or the whole where it is the one reckoned with. */
export const generalBeside = ({ general }: InitiativeFunding, { use }: ChosenFunding): number | undefined =>
  use?.general ?? (general?.how === 'reckoned' && isGoing({ use }) ? general.thousands : undefined);

const isGoing = ({ use }: Pick<ChosenFunding, 'use'>): boolean => use?.state !== 'dropped' && use?.state !== 'rejected';

/** Of several fundings nobody can reckon which pays what; 交付税 is 一般財源 itself. */
function generalOf({ initialCost }: InitiativeContent, all: readonly ChosenFunding[]): InitiativeFunding['general'] {
  const going = all.filter(isGoing);
  const said = going.map(({ use }) => use?.general).find((general) => general !== undefined);
  if (said !== undefined) return { thousands: said, how: 'said' };
  const [only, ...more] = going;
  if (!only || more.length > 0 || initialCost === undefined) return undefined;
  if (only.certainty !== 'confirmed' || isAllocationTax(only.funding)) return undefined;
  const reckoned = ownShare(initialCost, only.terms.rate, only.terms.cap);
  return reckoned === undefined ? undefined : { thousands: reckoned, how: 'reckoned' };
}

/** Whether it names no funding, and nothing was said of one. */
export const hasNoFunding = ({ chosen }: Pick<InitiativeFunding, 'chosen'>): boolean =>
  chosen.every(({ use }) => use?.state === 'dropped');
