import { catalogue, findItem } from '../catalogue.ts';

/** Items as people list them: S1-3、S2-1, by id or by name. `unknown`: the first word that is none. */
export type ItemIds = { readonly ids: readonly string[]; readonly unknown?: string | undefined };

export function itemIdsIn(said: string): ItemIds {
  const words = said
    .normalize('NFKC')
    .split(/[、,・;/\s]+/)
    .filter((word) => word !== '');
  const found = words.map((word) => ({ word, id: itemCalled(word) }));
  return {
    ids: [...new Set(found.flatMap(({ id }) => id ?? []))],
    unknown: found.find(({ id }) => id === undefined)?.word,
  };
}

const itemCalled = (word: string): string | undefined =>
  findItem(word.toUpperCase().replace(/[‐‑–—−ー]/g, '-'))?.id ??
  catalogue.items.find(({ name, short }) => [name, short].some((each) => each?.normalize('NFKC') === word))?.id;
