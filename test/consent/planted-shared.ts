import { type Consent, consentId } from '../../programme/consent/consent.ts';
import type { Material, SeenContent } from '../../programme/consent/material.ts';
import { approvalId } from '../../programme/consent/material-approval.ts';
import type { SharingScope } from '../../programme/consent/scope.ts';
import type { Day } from '../../programme/day.ts';
import type { Store } from '../../storage/collections.ts';
import { materialVersionOf } from '../../storage/ids.ts';

const AT = '2026-11-20T01:00:00.000Z';

export type Planted = {
  readonly municipality: string;
  readonly title: string;
  readonly text?: string;
  readonly scope: SharingScope;
  readonly until?: Day;
  /** When everything was written and said. */
  readonly at?: string;
  /** Who has said yes to it; both where it is not said. */
  readonly yes?: readonly ('municipality' | 'prefecture')[];
};

/** A material with what was said to it, written past the commands that make it so. */
export async function plantShared(
  store: Store,
  { municipality, title, text = '', scope, until, at = AT, yes }: Planted,
) {
  const from = (ask: string) => ({ by: 'member-planted', at: new Date(at).toISOString(), via: 'teams', ask });
  const id = `material-case-${municipality}-${materialVersionOf({ title, sections: [] }).slice(2, 10)}`;
  const content: SeenContent = { title, sections: [{ label: '取組内容', text: text || `${title}の中身` }] };
  const version = materialVersionOf(content);
  const material: Material = {
    ...{ id, sort: 'case', municipality, of: `case-${municipality}` },
    versions: [{ ...from(`m-${id}`), version, content }],
  };
  await store.materials.put(material, 'absent');
  const said = yes ?? ['municipality', 'prefecture'];
  const of = { municipality, material: id, version, scope, ...(until === undefined ? {} : { until }) };
  const answers = [{ ...from(`a-${id}`), asking: 1, verdict: 'approve' as const }];
  const consent: Consent = {
    ...{ id: consentId(of), ...of, askings: [{ ...from(`c-${id}`), due: '2026-12-04' }] },
    ...(said.includes('municipality') ? { answers } : {}),
  };
  await store.consents.put(consent, 'absent');
  const asked = { municipality, material: id, version, scope };
  await store.materialApprovals.put(
    {
      id: approvalId(id),
      versions: [{ ...from(`p-${id}`), number: 1, content: asked }],
      submissions: [{ ...from(`p-${id}`), version: 1 }],
      ...(said.includes('prefecture') ? { decisions: [{ ...from(`d-${id}`), version: 1, verdict: 'approve' }] } : {}),
    },
    'absent',
  );
  return { material, consent };
}
