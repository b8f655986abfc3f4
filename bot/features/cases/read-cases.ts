import { CASES, type Case } from '../../../programme/cases/case.ts';
import type { SeenCase } from '../../../programme/cases/case-search.ts';
import type { Material } from '../../../programme/consent/material.ts';
import type { SharingScope } from '../../../programme/consent/scope.ts';
import { onlookersAt, scopeOfAll, versionForAll } from '../../../programme/consent/seen-together.ts';
import { asShown, type ShownMaterial } from '../../../programme/consent/showing.ts';
import { dayOf } from '../../../programme/day.ts';
import type { Municipality } from '../../../programme/municipality.ts';
import { Refusal } from '../../../programme/refusal.ts';
import type { Audience } from '../../../programme/room.ts';
import { municipal, type Store } from '../../../storage/collections.ts';
import { municipalitiesIn } from '../../../storage/municipalities.ts';
import type { TurnStart } from '../../turn.ts';
import { readConsents } from '../consent/read-consents.ts';

type Reader = Pick<TurnStart, 'store' | 'who' | 'now'> & { readonly audience: Audience | undefined };

/** A case as it is seen, with the material that it is shown from. */
type ShownCase = SeenCase & { readonly material: string; readonly version: string };

/** What these readers may see, each case in the version that may be shown, and in which scope they see it. */
export type CasesHere = {
  readonly all: readonly ShownCase[];
  readonly scope: SharingScope | undefined;
  /** Every municipality, supported or not: a case is looked for in any of them. */
  readonly towns: readonly Municipality[];
};

/** What this reader may see in 1:1 or in a room of this audience, read anew each time. */
export async function casesHere(reader: Reader): Promise<CasesHere> {
  const { store, now } = reader;
  const towns = await municipalitiesIn(store);
  const { materials, standing } = await readConsents(
    store,
    towns.map(({ code }) => code),
  );
  const named = new Map(towns.map((town) => [town.code, town]));
  const to = onlookersAt(reader, (code) => named.get(code)?.supported === true);
  const day = dayOf(now);
  const all = materials.flatMap((material): readonly ShownCase[] => {
    const municipality = named.get(material.municipality);
    const seen = material.sort === 'case' ? versionForAll(material, to, day, standing) : undefined;
    if (!seen || !municipality) return [];
    const { of: id, id: materialId } = material;
    const { content, at, version } = seen;
    return [{ id, item: itemOfCase(material), municipality, content, at, material: materialId, version }];
  });
  return { all, scope: scopeOfAll(to), towns };
}

/**
 * One of them.
 * @throws Refusal where there is none that they may see: whether there is one at all is not told
 */
export function caseAmong(id: string, { all }: CasesHere): ShownCase {
  const found = all.find((each) => each.id === id);
  if (!found) throw Refusal.because('no-such-case');
  return found;
}

/** What a card says that it shows of these. */
export const shownOfCases = (
  cases: readonly ShownCase[],
  scope: SharingScope | undefined,
  titleOnly?: true,
): readonly ShownMaterial[] =>
  cases.map(({ material, version, municipality: { code } }) =>
    asShown({ municipality: code, material, version }, scope, titleOnly),
  );

const ID = /^case-(?<municipality>\d{6})-(?<item>S\d-\d{1,2})$/;
const itemOfCase = ({ of }: Pick<Material, 'of'>): string => ID.exec(of)?.groups?.['item'] ?? '';

/** The 団体コード that the id of a case begins with. */
const townOfCase = (id: string): string | undefined => ID.exec(id)?.groups?.['municipality'];

/** A case as it is written; undefined where there is none. For the secretariat only. */
export async function caseNamed(id: string, store: Store): Promise<Case | undefined> {
  const code = townOfCase(id);
  return code === undefined ? undefined : (await store.cases.get(municipal(code), id))?.value;
}

/** Every case that is written, of all municipalities. For the secretariat only. */
export async function casesIn(store: Store): Promise<readonly Case[]> {
  const towns = await municipalitiesIn(store);
  const found = await Promise.all(towns.map(({ code }) => store.cases.list(municipal(code), CASES)));
  return found.flat().map(({ value }) => value);
}
