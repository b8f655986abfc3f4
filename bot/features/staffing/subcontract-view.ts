import type { SubcontractView } from '../../../cards/staffing/subcontract.ts';
import { type Day, dayOf, shortDate } from '../../../programme/day.ts';
import { actOf, currentFiling, decisionOf, FILINGS, filingState } from '../../../programme/filing.ts';
import type { Member } from '../../../programme/member.ts';
import {
  allowedDays,
  isParty,
  lackingInSubcontract,
  SUBCONTRACTS,
  type Subcontract,
  subcontractStateName,
} from '../../../programme/staffing/subcontract.ts';
import type { Store } from '../../../storage/collections.ts';
import type { MemberStart } from '../../turn.ts';
import { mayWriteFilings } from './seen-filing.ts';

export async function subcontractsIn(store: Pick<Store, 'subcontracts'>): Promise<readonly Subcontract[]> {
  return (await store.subcontracts.list(FILINGS, SUBCONTRACTS)).map(({ value }) => value);
}

/** Those of a party: まちの支援 is 株式会社まちの支援 where there is no other of that name. */
export function subcontractsCalled(said: string, all: readonly Subcontract[]): readonly Subcontract[] {
  const partyOf = (each: Subcontract) => currentFiling(each).content.party;
  const exact = all.filter((each) => isParty(partyOf(each), said));
  if (exact.length > 0) return exact;
  return all.filter((each) => isParty(partyOf(each).replace(LEGAL_FORM, ''), said));
}

const LEGAL_FORM = /(?:株式|有限|合同)会社|(?:一般|公益)(?:社団|財団)法人|特定非営利活動法人|NPO法人|[（(][株有][）)]/u;

export async function subcontractOf(store: Pick<Store, 'subcontracts'>, id: string): Promise<Subcontract | undefined> {
  return (await store.subcontracts.get(FILINGS, id))?.value;
}

/** Where it stands, and whether it may be carried out today. */
export function standingOf(subcontract: Subcontract, today: Day): Pick<SubcontractView, 'standing' | 'tone'> {
  const state = filingState(subcontract);
  const allowed = allowedDays(subcontract);
  const own = state === 'approve' ? '' : subcontractStateName(subcontract);
  if (!allowed) return { standing: own || '期間がありません', tone: state === 'refuse' ? 'bad' : 'attention' };
  const { from, until } = allowed;
  const days = `県の承諾 ${shortDate(from)}〜${shortDate(until)}`;
  const isLive = from <= today && today <= until;
  const told = isLive ? days : `${days}（${today < from ? 'まだ始まっていません' : '期間が終わりました'}）`;
  return { standing: own ? `${told}・直した版は${own}` : told, tone: isLive ? 'good' : 'attention' };
}

/** @param people everybody of the roster who is active */
export function subcontractView(
  subcontract: Subcontract,
  people: readonly Member[],
  turn: Pick<MemberStart, 'who' | 'room' | 'now'>,
): SubcontractView {
  const { number: version, content } = currentFiling(subcontract);
  const state = filingState(subcontract);
  const act = actOf(subcontract, version)?.document;
  return {
    id: subcontract.id,
    content,
    ...standingOf(subcontract, dayOf(turn.now)),
    act: act ?? (state === 'approve' ? '文書未受領' : undefined),
    condition: decisionOf(subcontract, version)?.condition,
    people: people.filter(({ party }) => party && isParty(party, content.party)).map(({ name }) => `${name}さん`),
    isDraft: state === 'draft',
    mayWrite: mayWriteFilings(turn),
    lacking: lackingInSubcontract(content),
    version,
  };
}
