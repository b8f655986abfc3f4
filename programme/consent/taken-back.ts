import type { Day } from '../day.ts';
import { type Consent, currentAnswer, isConsentedTo } from './consent.ts';
import { approvedScope, isApprovalOf, type MaterialApproval } from './material-approval.ts';
import { mayShow, type SharingStanding } from './may-show.ts';
import { covers, isToThirdParties, type SharingScope } from './scope.ts';
import type { ShownMaterial } from './showing.ts';

/** Everything that was said of who may see what. */
export type SharingRecords = {
  readonly consents: readonly Consent[];
  readonly approvals: readonly MaterialApproval[];
  readonly standing: SharingStanding;
};

/** 撤回 counts from when it was said: what is read until it is written down is shown after it. */
const WHILE_WRITTEN_MS = 60_000;

/**
 * When what was shown was taken back, by its municipality or by the prefecture; undefined while it may still be seen, and
 * for what only its time ran out for: that is not shown any more, and nothing is done about what was.
 */
export function takenBackAt(
  { municipality, material, version, scope }: ShownMaterial,
  shownAt: string,
  { consents, approvals, standing }: SharingRecords,
  day: Day,
): string | undefined {
  if (mayShow({ id: material, municipality }, version, scope, day, standing)) return undefined;
  // Asked for anew it stays taken back: that it waits for an answer shows it to nobody.
  const byTown = consents.flatMap((consent) => {
    const isOfIt = consent.material === material && consent.version === version && covers(consent.scope, scope);
    return isOfIt ? (consent.withdrawals ?? []).map(({ at }) => at) : [];
  });
  const byPrefecture = isToThirdParties(scope) ? approvals.flatMap((each) => endsOf(each, material, scope)) : [];
  const since = new Date(Date.parse(shownAt) - WHILE_WRITTEN_MS).toISOString();
  return [...byTown, ...byPrefecture].filter((at) => at >= since).toSorted()[0];
}

/** When the prefecture took its 承諾 of a material back, where it does not reach so far any more. */
function endsOf(filing: MaterialApproval, material: string, scope: SharingScope): readonly string[] {
  if (!isApprovalOf(filing, material)) return [];
  const still = approvedScope(filing);
  if (still !== undefined && covers(still, scope)) return [];
  return [...(filing.withdrawals ?? []), ...(filing.withdrawn ? [filing.withdrawn] : [])].map(({ at }) => at);
}

/** Since when a version may be seen in a scope; undefined where it may not on that day. */
export function clearedAt(
  { municipality, material, version, scope }: ShownMaterial,
  { consents, approvals, standing }: SharingRecords,
  day: Day,
): string | undefined {
  if (!mayShow({ id: material, municipality }, version, scope, day, standing)) return undefined;
  const own = consents.filter((each) => each.material === material && each.version === version);
  const answered = own.filter((each) => isConsentedTo(each, scope, day)).map((each) => currentAnswer(each)?.at ?? '');
  const decided = approvals
    .filter((each) => isApprovalOf(each, material))
    .flatMap(({ decisions = [] }) => decisions.filter(({ verdict }) => verdict === 'approve'))
    .map(({ at }) => at);
  const byTown = answered.toSorted()[0];
  // The last yes is the one that holds: those before it were taken back, or did not reach so far.
  const byPrefecture = isToThirdParties(scope) ? decided.toSorted().at(-1) : undefined;
  return [byTown, byPrefecture]
    .flatMap((at) => at ?? [])
    .toSorted()
    .at(-1);
}
