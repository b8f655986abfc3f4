import { currentMaterial, MATERIALS, type Material } from '../../../programme/consent/material.ts';
import { municipal, type Store } from '../../../storage/collections.ts';
import { municipalitiesIn } from '../../../storage/municipalities.ts';

/** Every material, the newest first. @param code of one municipality alone */
export async function materialsOf(store: Store, code?: string): Promise<readonly Material[]> {
  const codes = code === undefined ? (await municipalitiesIn(store)).map((town) => town.code) : [code];
  const found = await Promise.all(codes.map((each) => store.materials.list(municipal(each), MATERIALS)));
  return found
    .flat()
    .map(({ value }) => value)
    .toSorted((a, b) => currentMaterial(b).at.localeCompare(currentMaterial(a).at));
}

/** Those that are called so: by id, by the whole title, or by a part of it. */
export function materialsCalled(said: string, all: readonly Material[]): readonly Material[] {
  const plain = said.normalize('NFKC').replaceAll(/\s/g, '');
  const titleOf = (material: Material) =>
    currentMaterial(material).content.title.normalize('NFKC').replaceAll(/\s/g, '');
  const exact = all.filter((material) => material.id === said || titleOf(material) === plain);
  return exact.length > 0 ? exact : all.filter((material) => titleOf(material).includes(plain));
}
