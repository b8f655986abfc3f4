import { type ConsentOf, consentId, withAsking, withConsentAnswer } from '../../programme/consent/consent.ts';
import { type Material, type SeenContent, withMaterialVersion } from '../../programme/consent/material.ts';
import { approvalId, withHandedIn } from '../../programme/consent/material-approval.ts';
import { addDays, type Day, dayOf } from '../../programme/day.ts';
import { FILINGS, withDecision } from '../../programme/filing.ts';
import type { Provenance } from '../../programme/provenance.ts';
import { municipal, type Store } from '../../storage/collections.ts';
import { materialVersionOf } from '../../storage/ids.ts';

export const CONTENT: SeenContent = {
  title: '書かない窓口の試行',
  sections: [
    { label: '背景・課題', text: '転入の手続で同じことを7枚に書いていた' },
    { label: '取組内容・工夫', text: '申請書を1枚にまとめた' },
  ],
};

/** Of a message nobody else wrote. */
export const by = (who: string, at: string, what = ''): Provenance => ({
  ...{ by: who, at: new Date(at).toISOString(), via: 'teams', ask: `planted-${who}-${what}-${at}` },
});

type Planted = {
  readonly municipality: string;
  readonly name?: string;
  readonly content?: SeenContent;
  readonly at: string;
};

/** Plants a material, or a version more of it. */
export async function materialIn(
  store: Store,
  { municipality, name = 'case-1', content = CONTENT, at }: Planted,
): Promise<Material> {
  const id = `material-${municipality}-${name}`;
  const known = await store.materials.get(municipal(municipality), id);
  const of = { id, sort: 'case', municipality, of: name } as const;
  const said = { version: materialVersionOf(content), content };
  const material = withMaterialVersion(known?.value, of, said, by('office', at, id));
  await store.materials.put(material, known?.etag ?? 'absent');
  return material;
}

/** Plants a live 承諾 of a material's last version; `prefecture`: with that of the prefecture. */
export async function consented(
  store: Store,
  { id, municipality, versions }: Material,
  { scope, until, at, prefecture = true }: Pick<ConsentOf, 'scope' | 'until'> & { at: string; prefecture?: boolean },
): Promise<void> {
  const version = versions.at(-1)?.version ?? '';
  const of = { municipality, material: id, version, scope, ...(until === undefined ? {} : { until }) };
  const day: Day = dayOf(new Date(at));
  const asked = withAsking(undefined, of, addDays(day, 14), by('office', at, id), day);
  await store.consents.put(withConsentAnswer(asked, { verdict: 'approve' }, by('consenter', at, id), day), 'absent');
  if (!prefecture || scope === 'prefecture') return;
  const known = await store.materialApprovals.get(FILINGS, approvalId(id));
  const content = { municipality, material: id, version, scope };
  const handed = withHandedIn(known?.value, content, by('office', at, id));
  const number = handed.versions.length;
  const decided = withDecision(handed, { version: number, verdict: 'approve' }, by('prefecture', at, id));
  await store.materialApprovals.put(decided, known?.etag ?? 'absent');
}

export const consentOf = async (store: Store, of: ConsentOf) =>
  (await store.consents.get(municipal(of.municipality), consentId(of)))?.value;
