import type { Municipality } from '../programme/municipality.ts';
import { PROGRAMME, type Store } from './collections.ts';
import type { Stored } from './store.ts';

type Listing = Pick<Store, 'municipalities'>;

/** While a store hands out the same list, its municipalities are the same too. */
const known = new WeakMap<readonly Stored<Municipality>[], readonly Municipality[]>();

/** The list of municipalities as it is stored, for whoever writes it back; everybody else asks `municipalitiesIn`. */
export function storedMunicipalities({ municipalities }: Listing): Promise<readonly Stored<Municipality>[]> {
  return municipalities.list(PROGRAMME, { from: 'municipality-', below: 'municipality.' });
}

/** Every municipality of the programme, supported or not, by 団体コード. */
export async function municipalitiesIn(store: Listing): Promise<readonly Municipality[]> {
  const stored = await storedMunicipalities(store);
  const all = known.get(stored) ?? stored.map(({ value }) => value);
  known.set(stored, all);
  return all;
}

/** The supported municipalities, or those of these codes that are. */
export async function supportedMunicipalities(
  store: Listing,
  codes?: readonly string[],
): Promise<readonly Municipality[]> {
  const all = await municipalitiesIn(store);
  return all.filter(({ code, supported }) => supported && (codes?.includes(code) ?? true));
}

/** The names of municipalities, by code; a code that nobody has stands for itself. */
export async function municipalityNames(store: Listing): Promise<(code: string) => string> {
  const names = new Map((await municipalitiesIn(store)).map(({ code, name }) => [code, name]));
  return (code) => names.get(code) ?? code;
}

/** One municipality, read alone; undefined where there is none of this code. */
export async function knownMunicipality(store: Listing, code: string): Promise<Municipality | undefined> {
  return (await store.municipalities.get(PROGRAMME, `municipality-${code}`))?.value;
}

/** @throws where there is none of this code, which whoever asks has made sure of */
export async function municipalityIn(store: Listing, code: string): Promise<Municipality> {
  const found = await knownMunicipality(store, code);
  if (!found) throw new Error(`no municipality ${code}`);
  return found;
}
