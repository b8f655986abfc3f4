import type { Material, MaterialVersion } from '../../../programme/consent/material.ts';
import type { SharingStanding } from '../../../programme/consent/may-show.ts';
import type { SharingScope } from '../../../programme/consent/scope.ts';
import {
  asOneOfMany,
  onlookersAt,
  scopeOfAll,
  shownUpTo,
  versionForAll,
} from '../../../programme/consent/seen-together.ts';
import { asShown, type ShownMaterial } from '../../../programme/consent/showing.ts';
import { type Day, dayOf } from '../../../programme/day.ts';
import { seesEverywhere } from '../../../programme/may.ts';
import type { Member } from '../../../programme/member.ts';
import type { Municipality } from '../../../programme/municipality.ts';
import { type Audience, isShared } from '../../../programme/room.ts';
import type { Store } from '../../../storage/collections.ts';
import { municipalitiesIn } from '../../../storage/municipalities.ts';
import { readConsents } from './read-consents.ts';

/** Who looks: a person, where, or a room by itself. */
export type Looking = {
  readonly store: Store;
  readonly now: Date;
  readonly who: Member | undefined;
  /** Absent in 1:1. */
  readonly audience: Audience | undefined;
};

/** A material in the version that these readers may see. */
export type SharedPiece = {
  readonly material: Material;
  readonly version: MaterialVersion;
  readonly town: Municipality;
  /** The widest scope it is shown in; for those who steer, who are told. */
  readonly upTo: SharingScope | undefined;
};

/** What is cleared for these readers, the newest first; and everything it takes to judge more of it. */
export type SharedHere = {
  readonly pieces: readonly SharedPiece[];
  /** Cleared or not: never to be shown, only to be judged by. */
  readonly materials: readonly Material[];
  readonly towns: readonly Municipality[];
  readonly scope: SharingScope | undefined;
  readonly day: Day;
  readonly standing: SharingStanding;
};

/**
 * What was cleared for the audience of these readers. Whose it is, and who wrote it, see here no more of it than the
 * others do. Read anew each time.
 */
export async function sharedHere(looking: Looking): Promise<SharedHere> {
  const { store, now, who, audience } = looking;
  const towns = await municipalitiesIn(store);
  const isSupported = (code: string) => towns.some((town) => town.code === code && town.supported);
  const to = onlookersAt(looking, isSupported).map(asOneOfMany);
  const day = dayOf(now);
  const { materials, standing } = await readConsents(
    store,
    towns.map(({ code }) => code),
  );
  const steers = who !== undefined && seesEverywhere(who) && !isShared(audience);
  const pieces = materials.flatMap((material): readonly SharedPiece[] => {
    const version = versionForAll(material, to, day, standing);
    const town = towns.find(({ code }) => code === material.municipality);
    if (!version || !town) return [];
    const upTo = steers ? shownUpTo(material, version.version, day, standing) : undefined;
    return [{ material, version, town, upTo }];
  });
  return { pieces: pieces.toSorted(newestFirst), materials, towns, scope: scopeOfAll(to), day, standing };
}

const newestFirst = (a: SharedPiece, b: SharedPiece): number =>
  b.version.at.localeCompare(a.version.at) || a.material.id.localeCompare(b.material.id);

/** What a card says that it shows of these. */
export const shownOf = (
  pieces: readonly SharedPiece[],
  scope: SharingScope | undefined,
  titleOnly?: true,
): readonly ShownMaterial[] =>
  pieces.map(({ material: { id, municipality }, version: { version } }) =>
    asShown({ municipality, material: id, version }, scope, titleOnly),
  );
