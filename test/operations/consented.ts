import { withAsking, withConsentAnswer, withPassedOn, withWithdrawal } from '../../programme/consent/consent.ts';
import { withHandedIn } from '../../programme/consent/material-approval.ts';
import { withAct, withDecision } from '../../programme/filing.ts';
import type { Provenance } from '../../programme/provenance.ts';
import type { Store } from '../../storage/collections.ts';

/** Plants what became of the material of a municipality: asked for, passed on, consented to and taken back. */
export async function consentedTo(
  store: Store,
  municipality: string,
  { officer, office }: { readonly officer: string; readonly office: string },
): Promise<void> {
  const from = (by: string, at: string): Provenance => ({ by, at, via: 'teams', ask: `consent-${municipality}-${at}` });
  const day = '2026-11-20';
  const of = { municipality, material: `material-case-${municipality}-1`, version: 'v-0123456789abcdef' } as const;
  const what = { ...of, scope: 'supported', until: '2027-03-31' } as const;
  const asked = withAsking(undefined, what, '2026-12-04', from(office, `${day}T04:00:00.000Z`), day);
  const passed = withPassedOn(asked, officer, from(officer, `${day}T05:00:00.000Z`), day);
  const yes = { verdict: 'approve', post: '総務課長', document: '8総第12号' } as const;
  const consented = withConsentAnswer(passed, yes, from(officer, `${day}T06:00:00.000Z`), day);
  const gone = withWithdrawal(consented, from(officer, '2026-11-22T01:00:00.000Z'), '2026-11-22');
  await store.consents.put(gone, 'absent');
  const handed = withHandedIn(undefined, { ...of, scope: 'supported' }, from(office, `${day}T04:00:00.000Z`));
  const decided = withDecision(handed, { version: 1, verdict: 'approve' }, from(office, '2026-11-21T01:00:00.000Z'));
  const act = { version: 1, document: '8DX第34号', day: '2026-11-21' };
  await store.materialApprovals.put(withAct(decided, act, from(office, '2026-11-21T02:00:00.000Z')), 'absent');
}
