import { z } from 'zod';
import { decisionOf, FILINGS, type Filing, filingOf } from '../filing.ts';
import { filingSheet } from '../filing-sheet.ts';
import { defineKind, inOne, ofYearOfMoment, wholly } from '../kind.ts';
import { Provenance } from '../provenance.ts';
import { exportSheet, momentCell } from '../sheet.ts';
import { approvedAs } from './part-id.ts';
import { covers, SharingScope, scopeNames } from './scope.ts';

/** What the prefecture is asked for: that a material may be shown to third parties, up to a scope. */
const ApprovalContent = z.object({
  municipality: z.string(),
  material: z.string(),
  /** The version of the material when it was handed in; the 承諾 stands for those after it too. */
  version: z.string(),
  scope: SharingScope,
});
type ApprovalContent = z.infer<typeof ApprovalContent>;

/** The prefecture's 承諾 of a material (10(3)): one for the material, whichever version of it is shown. */
export const MaterialApproval = filingOf(ApprovalContent).extend({
  /** 撤回 by the prefecture; what it had said yes to is refused with it. */
  withdrawals: z.array(Provenance).optional(),
});
export type MaterialApproval = z.infer<typeof MaterialApproval>;

export const APPROVAL_PREFIX = 'approval-';
export const approvalId = (material: string): string => `${APPROVAL_PREFIX}${approvedAs(material)}`;
/** For `Collection.list` in the partition of filings. */
export const APPROVALS = { from: APPROVAL_PREFIX, below: 'approval.' } as const;

/** Whether it is the prefecture's 承諾 of a material; that of a meeting is of each of its parts. */
export const isApprovalOf = ({ versions }: MaterialApproval, material: string): boolean =>
  versions[0]?.content.material === approvedAs(material);

/** What the prefecture says in a decision that takes its 承諾 back. */
const TAKEN_BACK = '撤回';

/** How far the prefecture lets a material be shown; undefined for nowhere beyond itself. */
export function approvedScope(filing: MaterialApproval | undefined): SharingScope | undefined {
  if (!filing || filing.withdrawn) return undefined;
  const yes = filing.versions.filter(({ number }) => decisionOf(filing, number)?.verdict === 'approve');
  return SharingScope.options.findLast((scope) => yes.some(({ content }) => content.scope === scope));
}

/**
 * Hands it in where the prefecture has still to be asked: for the first time, for a wider scope, for another version
 * while it has said no or nothing yet, or once it took its 承諾 back. Otherwise nothing changes.
 */
export function withHandedIn(
  known: MaterialApproval | undefined,
  content: ApprovalContent,
  from: Provenance,
): MaterialApproval {
  const approved = approvedScope(known);
  if (known && approved && covers(approved, content.scope)) return known;
  const last = known?.versions.at(-1);
  if (known && (last?.ask === from.ask || isWaitingFor(known, content))) return known;
  const number = (last?.number ?? 0) + 1;
  const widest =
    last && isWaiting(known) && covers(last.content.scope, content.scope) ? last.content.scope : content.scope;
  const version = { ...from, number, content: { ...content, scope: widest } };
  const { withdrawn, ...base } = known ?? { id: approvalId(content.material), versions: [] };
  const kept = withdrawn && known ? withoutYes(known, withdrawn) : {};
  return {
    ...base,
    ...kept,
    versions: [...base.versions, version],
    submissions: [...(known?.submissions ?? []), { ...from, version: number }],
  };
}

const isWaiting = (filing: Filing | undefined): boolean => {
  const number = filing?.versions.at(-1)?.number ?? 0;
  return filing !== undefined && !filing.withdrawn && decisionOf(filing, number) === undefined;
};

const isWaitingFor = (filing: MaterialApproval, { version, scope }: ApprovalContent): boolean => {
  const content = filing.versions.at(-1)?.content;
  return isWaiting(filing) && content?.version === version && covers(content.scope, scope);
};

/** 撤回 by the prefecture, at once. Where it stands nowhere, and for a replay, nothing changes. */
export function withApprovalWithdrawn(filing: MaterialApproval, from: Provenance): MaterialApproval {
  if (approvedScope(filing) === undefined) return filing;
  return { ...filing, ...withoutYes(filing, from), withdrawals: [...(filing.withdrawals ?? []), from] };
}

/** Every yes is followed by a no: none of an earlier version comes back to hold. */
function withoutYes(filing: MaterialApproval, from: Provenance): Pick<MaterialApproval, 'decisions'> {
  const yes = filing.versions.filter(({ number }) => decisionOf(filing, number)?.verdict === 'approve');
  const { by, at, via, ask } = from;
  const no = yes.map(({ number }) => ({
    ...{ by, at, via, ask, version: number },
    verdict: 'refuse' as const,
    condition: TAKEN_BACK,
  }));
  return { decisions: [...(filing.decisions ?? []), ...no] };
}

/** How the prefecture's 承諾 stands, in words. */
export type ApprovalStanding = 'none' | 'waiting' | 'approve' | 'conditional' | 'refuse' | 'withdrawn';
export const approvalStandingNames: Readonly<Record<ApprovalStanding, string>> = {
  none: '未依頼',
  waiting: '県の承諾待ち',
  approve: '県の承諾あり',
  conditional: '県は条件つき（承諾なし）',
  refuse: '県は不承諾',
  withdrawn: '県が撤回',
};

/** How it stands for a scope. */
export function approvalStanding(filing: MaterialApproval | undefined, scope: SharingScope): ApprovalStanding {
  if (!filing) return 'none';
  const approved = approvedScope(filing);
  if (approved && covers(approved, scope)) return 'approve';
  if (filing.withdrawn) return 'withdrawn';
  const decision = decisionOf(filing, filing.versions.at(-1)?.number ?? 0);
  if (!decision) return 'waiting';
  if (filing.withdrawals?.some(({ ask }) => ask === decision.ask)) return 'withdrawn';
  return decision.verdict === 'approve' ? 'none' : decision.verdict;
}

export const materialApprovals = defineKind({
  name: 'materialApprovals',
  called: '共有する資料への県の承諾',
  container: 'state',
  schema: MaterialApproval,
  ...inOne(FILINGS),
  id: ({ id }) => id,
  belongsTo: (filing, { code }) => wholly(filing, filing.versions[0]?.content.municipality === code),
  ofYear: ofYearOfMoment(({ versions }) => versions.at(-1)?.at ?? ''),
  keptFor: { years: 'records', isOver: ({ versions }, { isOld }) => versions.every(({ at }) => isOld(at)) },
  exported: {
    as: 'sheets',
    sheets: [
      exportSheet<MaterialApproval>('県の承諾', 'trust', {
        団体コード: ({ versions }) => versions[0]?.content.municipality,
        市町村名: ({ versions }, { townName }) => townName(versions[0]?.content.municipality),
        資料番号: ({ versions }) => versions[0]?.content.material,
        共有範囲: ({ versions }) => {
          const content = versions.at(-1)?.content;
          return content && scopeNames[content.scope];
        },
        提出日時: ({ submissions }) => momentCell(submissions?.at(-1)?.at),
        状態: (filing) =>
          approvalStandingNames[approvalStanding(filing, filing.versions.at(-1)?.content.scope ?? 'public')],
        決定日時: ({ decisions }) => momentCell(decisions?.at(-1)?.at),
        文書番号: ({ acts }) => acts?.at(-1)?.document,
        撤回日時: ({ withdrawals }) => momentCell(withdrawals?.at(-1)?.at),
      }),
      filingSheet<MaterialApproval>({
        called: '資料の共有（第三者への閲覧）',
        yes: '承諾',
        what: ({ municipality, material, scope }, { townName }) =>
          `${townName(municipality)} ${material} → ${scopeNames[scope]}`,
      }),
    ],
  },
  takenBack: { never: 'the prefecture takes it back by 撤回' },
  audited: true,
  ofTheChat: [],
});
