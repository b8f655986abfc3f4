import { type Material, type SeenContent, withMaterialVersion } from '../../programme/consent/material.ts';
import type { Provenance } from '../../programme/provenance.ts';
import { municipal, type Store } from '../../storage/collections.ts';
import { materialVersionOf } from '../../storage/ids.ts';

const CONTENT: SeenContent = {
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
