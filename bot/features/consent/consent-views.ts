import type { Answering } from '../../../cards/consent/consent-request.ts';
import type { ConsentView } from '../../../cards/consent/consent-view.ts';
import { type Consent, consentStanding, currentAsking } from '../../../programme/consent/consent.ts';
import { currentMaterial, MATERIALS, type Material, materialVersion } from '../../../programme/consent/material.ts';
import { type ApprovalStanding, approvalStanding, isApprovalOf } from '../../../programme/consent/material-approval.ts';
import { mayShow, type Onlooker } from '../../../programme/consent/may-show.ts';
import { isToThirdParties } from '../../../programme/consent/scope.ts';
import { dayOf } from '../../../programme/day.ts';
import { holdersOf, holdsDuty } from '../../../programme/duty.ts';
import { type Member, officersOf } from '../../../programme/member.ts';
import type { Municipality } from '../../../programme/municipality.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { municipal, type Store } from '../../../storage/collections.ts';
import type { MemberStart } from '../../turn.ts';
import { activeMembers } from '../people/people.ts';
import { readConsents, type SharedMaterials } from './read-consents.ts';

type Looking = { readonly store: Store; readonly now: Date };

/** Every 承諾 of these municipalities, as this onlooker may know of it; the one that was asked last comes first. */
export async function consentViews(
  { store, now }: Looking,
  towns: readonly Municipality[],
  to: Onlooker,
): Promise<readonly ConsentView[]> {
  const shared = await readConsents(
    store,
    towns.map(({ code }) => code),
  );
  return shared.consents
    .flatMap((consent) => viewOf(consent, { shared, towns, to, now }) ?? [])
    .toSorted((a, b) => askedAt(b).localeCompare(askedAt(a)) || a.consent.id.localeCompare(b.consent.id));
}

/** Every 承諾 of a municipality, as its own people see it. */
export const ownConsentViews = (looking: Looking, town: Municipality): Promise<readonly ConsentView[]> =>
  consentViews(looking, [town], { own: [town.code], scope: 'none' });

const askedAt = ({ consent }: ConsentView): string => currentAsking(consent).at;

type Around = {
  readonly shared: SharedMaterials;
  readonly towns: readonly Municipality[];
  readonly to: Onlooker;
  readonly now: Date;
};

function viewOf(consent: Consent, { shared, towns, to, now }: Around): ConsentView | undefined {
  const material = shared.materials.find(({ id }) => id === consent.material);
  const municipality = towns.find(({ code }) => code === consent.municipality);
  const version = material && materialVersion(material, consent.version);
  if (!material || !municipality || !version) return undefined;
  const today = dayOf(now);
  return {
    ...{ consent, municipality, sort: material.sort },
    content: mayShow(material, consent.version, to, today, shared.standing) ? version.content : undefined,
    isNewest: currentMaterial(material).version === consent.version,
    standing: consentStanding(consent, today),
    approval: isToThirdParties(consent.scope) ? approvalOf(material, consent, shared) : undefined,
  };
}

const approvalOf = (material: Material, { scope }: Consent, { approvals }: SharedMaterials): ApprovalStanding =>
  approvalStanding(
    approvals.find((each) => isApprovalOf(each, material.id)),
    scope,
  );

/** The same 承諾 after something was written to it. */
export const consentAfter = (view: ConsentView, consent: Consent, { now }: Pick<Looking, 'now'>): ConsentView => ({
  ...view,
  consent,
  standing: consentStanding(consent, dayOf(now)),
});

type Which = {
  readonly material?: string | undefined;
  readonly version?: string | undefined;
  readonly scope?: Consent['scope'] | undefined;
  readonly until?: string | undefined;
};

/**
 * The 承諾 of a card, where the card names one.
 * @throws Refusal where it was not asked for like that: for a wider scope, or until another day
 */
export function consentMeant(views: readonly ConsentView[], which: Which): ConsentView | undefined {
  const { material, version, scope, until } = which;
  if (version === undefined || scope === undefined) return undefined;
  const found = views.find(
    ({ consent }) =>
      consent.material === material &&
      consent.version === version &&
      consent.scope === scope &&
      consent.until === until,
  );
  if (!found) throw Refusal.because('consent-not-asked');
  return found;
}

/** Those that wait for an answer; of a material by its id or a part of its title, where one is named. */
export const waitingConsents = (views: readonly ConsentView[], material?: string): readonly ConsentView[] =>
  views.filter(
    ({ standing, isNewest, consent, content }) =>
      standing === 'asked' &&
      isNewest &&
      (material === undefined || consent.material === material || content?.title.includes(material)),
  );

/** Whether another 承諾 of the same material stands, so that it goes on being seen whatever is said to this one. */
export const isShownOtherwise = ({ consent: { id, material } }: ConsentView, views: readonly ConsentView[]): boolean =>
  views.some(({ consent, standing }) => consent.material === material && consent.id !== id && standing === 'approve');

type MaterialSaid = { readonly material?: string | undefined; readonly rest?: string | undefined };

/**
 * What was said beside a word of 承諾: the words in front that are of a title name the material, the others are the
 * sentence of who answers. The id of a card is never taken apart.
 */
export function materialSaid(views: readonly ConsentView[], said: string | undefined): MaterialSaid {
  if (said === undefined || said.startsWith(MATERIALS.from)) return { material: said };
  const words = said.split(/\s+/).filter((word) => word !== '');
  for (let count = words.length; count > 0; count--) {
    const title = words.slice(0, count).join(' ');
    const isTitle = title.length > 1 && views.some(({ content }) => content?.title.includes(title));
    if (isTitle) return { material: title, rest: words.slice(count).join(' ') || undefined };
  }
  return { rest: words.join(' ') || undefined };
}

/** The officers of a municipality who answer for it. */
export async function consentersOf(store: Store, code: string): Promise<readonly Member[]> {
  return holdersOf('consenter', officersOf(await activeMembers(store), code));
}

/** Whether this person answers, and to whom it can be passed on. */
export async function answeringAs(
  { store, who }: Pick<MemberStart, 'store' | 'who'>,
  code: string,
): Promise<Answering> {
  const others = (await consentersOf(store, code)).filter(({ id }) => id !== who.id);
  return { mayAnswer: holdsDuty(who, 'consenter'), others: others.map(({ name }) => `${name}さん`) };
}

/** Where a 承諾 is kept. */
export const consentAt = ({ municipality, id }: Pick<Consent, 'municipality' | 'id'>) => ({
  partition: municipal(municipality),
  id,
});
