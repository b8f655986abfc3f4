import { materialOfCase } from '../../programme/cases/case.ts';
import { consentId } from '../../programme/consent/consent.ts';
import { currentMaterial } from '../../programme/consent/material.ts';
import { approvalId, withHandedIn } from '../../programme/consent/material-approval.ts';
import type { SharingScope } from '../../programme/consent/scope.ts';
import { FILINGS, withDecision } from '../../programme/filing.ts';
import { municipal, type Store } from '../../storage/collections.ts';

/** Consents to what a case says now, as its municipality and the prefecture would. */
export async function consented(store: Store, id: string, scope: SharingScope, at: string): Promise<void> {
  const code = id.slice('case-'.length, 'case-'.length + 6);
  const material = (await store.materials.get(municipal(code), materialOfCase(id)))?.value;
  if (!material) throw new Error(`nothing to consent to of ${id}`);
  const { version } = currentMaterial(material);
  const of = { municipality: code, material: material.id, version, scope };
  const from = { by: 'member-of-the-test', at, via: 'teams', ask: `consent-${version}-${scope}` };
  await store.consents.put(
    {
      ...of,
      id: consentId(of),
      askings: [{ ...from, due: '2027-03-01' }],
      answers: [{ ...from, asking: 1, verdict: 'approve' }],
    },
    'absent',
  );
  const known = await store.materialApprovals.get(FILINGS, approvalId(material.id));
  const handed = withHandedIn(known?.value, { municipality: code, material: material.id, version, scope }, from);
  const yes = { version: handed.versions.length, verdict: 'approve' } as const;
  await store.materialApprovals.put(
    withDecision(handed, yes, { ...from, ask: `yes-${version}` }),
    known?.etag ?? 'absent',
  );
}
