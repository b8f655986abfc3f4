import type { Day } from '../day.ts';
import type { Member } from '../member.ts';
import type { Audience } from '../room.ts';
import { type Consent, isConsentedTo } from './consent.ts';
import { currentMaterial, type Material, type MaterialVersion } from './material.ts';
import { approvedScope, type MaterialApproval } from './material-approval.ts';
import { approvedAs } from './part-id.ts';
import { covers, isToThirdParties, type SharingScope } from './scope.ts';

/**
 * Who would see it: everybody in a scope, somebody in a scope who is of municipalities of their own, or the secretariat,
 * which writes it. `none` sees nothing.
 */
export type Onlooker =
  | SharingScope
  | 'secretariat'
  | 'none'
  | { readonly own: readonly string[]; readonly scope: SharingScope | 'none' };

/** What was consented to, made once to be asked many times. */
export type SharingStanding = {
  readonly consents: ReadonlyMap<string, readonly Consent[]>;
  readonly approved: ReadonlyMap<string, SharingScope>;
};

/** By material and version, so that a question looks at the few consents of one version alone. */
const keyOf = (material: string, version: string): string => `${material}\n${version}`;

export function sharingStanding(consents: readonly Consent[], approvals: readonly MaterialApproval[]): SharingStanding {
  const byVersion = new Map<string, Consent[]>();
  for (const consent of consents) {
    const key = keyOf(consent.material, consent.version);
    const same = byVersion.get(key);
    if (same) same.push(consent);
    else byVersion.set(key, [consent]);
  }
  const approved = new Map<string, SharingScope>();
  for (const approval of approvals) {
    const scope = approvedScope(approval);
    const material = approval.versions[0]?.content.material;
    if (scope && material !== undefined) approved.set(material, scope);
  }
  return { consents: byVersion, approved };
}

type Shared = Pick<Material, 'id' | 'municipality'>;

/**
 * The only place beside `may` that decides whether something of one municipality may be seen by others: the municipality
 * consents to that version, for that scope, on that day; and third parties see it only with the prefecture's 承諾.
 */
export function mayShow(
  { id, municipality }: Shared,
  version: string,
  to: Onlooker,
  day: Day,
  { consents, approved }: SharingStanding,
): boolean {
  if (to === 'secretariat' || isOwn(municipality, to)) return true;
  const scope = typeof to === 'string' ? to : to.scope;
  if (scope === 'none') return false;
  const byPrefecture = approved.get(approvedAs(id));
  if (isToThirdParties(scope) && !(byPrefecture && covers(byPrefecture, scope))) return false;
  const all = consents.get(keyOf(id, version)) ?? [];
  return all.some((consent) => consent.municipality === municipality && isConsentedTo(consent, scope, day));
}

const isOwn = (municipality: string, to: Onlooker): boolean => typeof to !== 'string' && to.own.includes(municipality);

/** The version that is shown: the newest one that may be; undefined where none may. */
export function shownVersion(
  material: Material,
  to: Onlooker,
  day: Day,
  standing: SharingStanding,
): MaterialVersion | undefined {
  if (to === 'secretariat' || isOwn(material.municipality, to)) return currentMaterial(material);
  return material.versions.findLast(({ version }) => mayShow(material, version, to, day, standing));
}

/**
 * As whom a person looks. Whoever serves a municipality is not the municipality: an expert sees of it what others see.
 * @param isSupported whether a municipality (団体コード) is 支援対象
 */
export function onlookerOf(who: Member | undefined, isSupported: (code: string) => boolean): Onlooker {
  if (!who?.active) return 'none';
  const { role, municipalities } = who;
  const circle = municipalities.some(isSupported) ? 'supported' : 'all';
  switch (role) {
    case 'secretariat':
    case 'prefecture':
      return role;
    case 'municipal':
      return { own: municipalities, scope: circle };
    case 'expert':
      return municipalities.length === 0 ? 'none' : circle;
    case 'observer':
      return 'all';
  }
}

/** As whom everybody in a room looks: never more than the one of them who may see least. */
export function onlookerOfRoom(audience: Audience, isSupported: (code: string) => boolean): Onlooker {
  switch (audience) {
    case 'none':
    case 'secretariat':
    case 'prefecture':
    case 'supported':
    case 'all':
      return audience;
    default:
      return { own: [audience], scope: isSupported(audience) ? 'supported' : 'all' };
  }
}
