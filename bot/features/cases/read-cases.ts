import { CASES, type Case } from '../../../programme/cases/case.ts';
import type { SeenCase } from '../../../programme/cases/case-search.ts';
import type { Material, MaterialVersion } from '../../../programme/consent/material.ts';
import { mayShow, type Onlooker, onlookerOf, onlookerOfRoom } from '../../../programme/consent/may-show.ts';
import type { SharingScope } from '../../../programme/consent/scope.ts';
import { scopeOfAll } from '../../../programme/consent/seen-together.ts';
import type { ShownMaterial } from '../../../programme/consent/showing.ts';
import { dayOf } from '../../../programme/day.ts';
import { Refusal } from '../../../programme/refusal.ts';
import type { Audience } from '../../../programme/room.ts';
import { municipal, type Store } from '../../../storage/collections.ts';
import { municipalitiesIn } from '../../../storage/municipalities.ts';
import type { TurnStart } from '../../command.ts';
import { readConsents } from '../consent/read-consents.ts';

type Reader = Pick<TurnStart, 'store' | 'who' | 'now'> & { readonly audience: Audience | undefined };

/** A case as it is seen, with the material that it is shown from. */
export type ShownCase = SeenCase & {
  readonly material: string;
  readonly version: string;
  /** For whom everybody who looks is among. */
  readonly scope: SharingScope;
};

/** What a card says that it shows of these. */
export const shownByCard = (cases: readonly ShownCase[], titleOnly?: true): readonly ShownMaterial[] =>
  cases.map(({ municipality, material, version, scope }) => ({
    ...{ municipality: municipality.code, material, version, scope },
    ...(titleOnly ? { titleOnly } : {}),
  }));

/** Every case that this reader may see, in 1:1 or in a room of this audience, in the version that may be shown. */
export async function shownCases(reader: Reader): Promise<readonly ShownCase[]> {
  const { store, now } = reader;
  const [towns, { materials, standing }] = await Promise.all([municipalitiesIn(store), readConsents(store)]);
  const named = new Map(towns.map((town) => [town.code, town]));
  const lookers = lookersOf(reader, (code) => named.get(code)?.supported === true);
  const day = dayOf(now);
  const scope = scopeOfAll(lookers) ?? 'prefecture';
  return materials.flatMap((material) => {
    const municipality = named.get(material.municipality);
    if (material.sort !== 'case' || !municipality) return [];
    const isSeen = ({ version }: MaterialVersion) =>
      lookers.every((looker) => mayShow(material, version, looker, day, standing));
    const seen = material.versions.findLast(isSeen);
    if (!seen) return [];
    const { of: id, id: materialId } = material;
    const { content, at, version } = seen;
    return [{ id, item: itemOfCase(material), municipality, content, at, material: materialId, version, scope }];
  });
}

/** In a group whoever asks sees no more than everybody there may, and never more than they may themselves. */
function lookersOf({ who, audience }: Reader, isSupported: (code: string) => boolean): readonly Onlooker[] {
  const own = onlookerOf(who, isSupported);
  return audience === undefined ? [own] : [own, onlookerOfRoom(audience, isSupported)];
}

/**
 * @throws Refusal where there is none that this reader may see: whether there is one at all is not told
 */
export async function shownCase(id: string, reader: Reader): Promise<ShownCase> {
  const found = (await shownCases(reader)).find((each) => each.id === id);
  if (!found) throw Refusal.because('no-such-case');
  return found;
}

const ID = /^case-(?<municipality>\d{6})-(?<item>S\d-\d{1,2})$/;
const itemOfCase = ({ of }: Pick<Material, 'of'>): string => ID.exec(of)?.groups?.['item'] ?? '';

/** The 団体コード that the id of a case begins with. */
export const townOfCase = (id: string): string | undefined => ID.exec(id)?.groups?.['municipality'];

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
