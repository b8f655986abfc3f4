/** How many municipalities a sentence of the digest names. */
export const TOWNS_NAMED = 10;

/** So many of them, and how many there are beyond. */
export function fewNamed(names: readonly string[], most = 4, counted = '件'): string {
  const more = names.length > most ? ` ほか${names.length - most}${counted}` : '';
  return `${names.slice(0, most).join('、')}${more}`;
}

/** Municipalities in a sentence. */
export const townsNamed = (names: readonly string[]): string => fewNamed(names, TOWNS_NAMED, '団体');
