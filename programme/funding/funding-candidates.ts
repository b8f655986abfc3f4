import { findItem } from '../catalogue.ts';
import { type Funding, shippedFundings } from '../funding-list.ts';
import type { InitiativeContent } from '../initiatives/initiative.ts';
import { type FundingTerms, fitOf, isThereIn, termsFor } from './funding-terms.ts';

/** A funding that may be looked at for an initiative, and why. It says nothing of whether it can be had. */
export type FundingCandidate = {
  readonly funding: Funding;
  readonly terms: FundingTerms;
  /** 「窓口BPR」とあるため, 項目 S3-1 のため */
  readonly because: string;
};

/** Those that small municipalities usually look at first; a proposal of the programme. */
const FIRST = ['FN-09', 'FN-01', 'FN-07', 'FN-08'];
const placeOf = ({ id }: Funding): number => (FIRST.includes(id) ? FIRST.indexOf(id) : FIRST.length);

type Initiated = Pick<InitiativeContent, 'name' | 'item' | 'plan' | 'people' | 'fundings'>;

/** What a municipality may look at for an initiative of a year: by what it names first, then by its item. Those it has chosen are left out. */
export function fundingCandidates(
  initiative: Initiated,
  year: number,
  kept: readonly FundingTerms[],
): readonly FundingCandidate[] {
  const found = shippedFundings.flatMap((funding) => {
    const terms = termsFor(funding.id, year, kept);
    const isOpen = isThereIn(funding.id, year) && !initiative.fundings.includes(funding.id);
    if (!terms?.who.includes('municipality') || !isOpen) return [];
    const fit = fitReason(initiative, funding.id);
    return fit ? [{ funding, terms, ...fit }] : [];
  });
  const inOrder = found.toSorted(
    (a, b) => Number(b.isNamed) - Number(a.isNamed) || placeOf(a.funding) - placeOf(b.funding),
  );
  return inOrder.map(({ isNamed: _, ...candidate }) => candidate);
}

function fitReason({ name, plan, people, item }: Initiated, id: string) {
  const { items, words } = fitOf(id);
  const text = `${name} ${plan} ${people}`.normalize('NFKC');
  const word = words.find((each) => text.includes(each));
  if (word !== undefined) return { isNamed: true, because: `「${word}」とあるため` };
  return items.includes(item)
    ? { isNamed: false, because: `項目「${findItem(item)?.short ?? item}」のため` }
    : undefined;
}
