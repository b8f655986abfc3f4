import type { Day } from '../day.ts';
import type { Member } from '../member.ts';
import type { NoAccess } from '../no-access.ts';
import { isOfContractor } from './contractor-person.ts';
import { liveSubcontract, type Subcontract } from './subcontract.ts';
import { type Staffing, tenureOf } from './tenure.ts';

/** What was handed to the prefecture about those who work for the contractor. */
export type Papers = Staffing & { readonly subcontracts: readonly Subcontract[] };
type Judged = Pick<Member, 'id' | 'name' | 'email' | 'role' | 'party' | 'pledged'>;

/** What is missing by the roster alone; undefined where nothing is, or only the papers can say. */
export function lacksPledge({ role, pledged }: Pick<Judged, 'role' | 'pledged'>, day: Day): NoAccess | undefined {
  if (!isOfContractor({ role }) || pledged === undefined) return undefined;
  if (pledged === 'none') return { lacks: 'pledge' };
  return pledged > day ? { lacks: 'pledge', from: pledged } : undefined;
}

/**
 * The one rule who of the roster has access on a day: people of the contractor's side with 誓約, with 県の承諾 of the
 * 再委託先 they are of, and with 承認. Everybody else has by being on the roster.
 * @returns what is missing; undefined for who has access
 */
export function noAccessOn(member: Judged, papers: Papers, day: Day): NoAccess | undefined {
  if (!isOfContractor(member)) return undefined;
  const unpledged = lacksPledge(member, day);
  if (unpledged) return unpledged;
  const { party } = member;
  if (party && !liveSubcontract(party, papers.subcontracts, day)) return { lacks: 'party', party };
  const tenure = tenureOf(member, papers, day);
  if (tenure.ok) return undefined;
  const { why } = tenure;
  if (why === 'ahead') return { lacks: 'approval', from: tenure.from };
  return why === 'gone' ? { lacks: 'approval', last: tenure.last } : { lacks: 'approval' };
}
