import type { Day } from '../day.ts';
import type { Member } from '../member.ts';
import type { Audience } from '../room.ts';
import type { Material, MaterialVersion } from './material.ts';
import { mayShow, type Onlooker, onlookerOf, onlookerOfRoom, type SharingStanding } from './may-show.ts';
import { SharingScope } from './scope.ts';

/** Those who look at one card: a person, and everybody else in the room. Each of them has to be allowed what it shows. */
export type Onlookers = readonly Onlooker[];

/**
 * Everybody in a room, and who asks there; in a room where nobody asks, everybody in it. Who asks sees no more than the
 * others there may, and never more than they may themselves.
 * @param reader `audience`: absent in 1:1
 * @param isSupported whether a municipality (団体コード) is 支援対象
 */
export function onlookersAt(
  { who, audience }: { readonly who: Member | undefined; readonly audience: Audience | undefined },
  isSupported: (code: string) => boolean,
): Onlookers {
  const inRoom = audience === undefined ? [] : [onlookerOfRoom(audience, isSupported)];
  const person = who || inRoom.length === 0 ? [onlookerOf(who, isSupported)] : [];
  return [...person, ...inRoom];
}

/** Somebody as one of all for whom it was cleared, and not as who wrote it or whose it is. */
export function asOneOfMany(to: Onlooker): SharingScope | 'none' {
  if (to === 'secretariat') return 'prefecture';
  return typeof to === 'string' ? to : to.scope;
}

/** The newest version that all of them may see; undefined where there is none. */
export const versionForAll = (
  material: Material,
  to: Onlookers,
  day: Day,
  standing: SharingStanding,
): MaterialVersion | undefined =>
  material.versions.findLast(({ version }) => to.every((one) => mayShow(material, version, one, day, standing)));

/** The scope that holds all of them; undefined where one of them is in none. */
export function scopeOfAll(to: Onlookers): SharingScope | undefined {
  const scopes = to.map(asOneOfMany);
  if (scopes.length === 0 || scopes.includes('none')) return undefined;
  return SharingScope.options.findLast((scope) => scopes.includes(scope));
}

/** The widest scope in which a version is shown on a day; undefined where it is shown to nobody else. */
export const shownUpTo = (
  material: Pick<Material, 'id' | 'municipality'>,
  version: string,
  day: Day,
  standing: SharingStanding,
): SharingScope | undefined =>
  SharingScope.options.findLast((scope) => mayShow(material, version, scope, day, standing));
