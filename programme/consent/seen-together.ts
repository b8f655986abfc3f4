import type { Day } from '../day.ts';
import type { Material, MaterialVersion } from './material.ts';
import { mayShow, type Onlooker, type SharingStanding } from './may-show.ts';
import { SharingScope } from './scope.ts';

/** Those who look at one card: a person, and everybody else in the room. Each of them has to be allowed what it shows. */
export type Onlookers = readonly Onlooker[];

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
