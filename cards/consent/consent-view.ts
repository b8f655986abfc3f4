import { ask } from '../../programme/asks.ts';
import { type Consent, type ConsentStanding, currentAsking } from '../../programme/consent/consent.ts';
import { type MaterialSort, materialSortNames, type SeenContent } from '../../programme/consent/material.ts';
import type { ApprovalStanding } from '../../programme/consent/material-approval.ts';
import { whoSees } from '../../programme/consent/scope.ts';
import { fullDate, shortDate } from '../../programme/day.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { facts, type Node } from '../card.ts';

/** One 承諾 with what it is about, as it stands now. */
export type ConsentView = {
  readonly municipality: Municipality;
  readonly consent: Consent;
  readonly sort: MaterialSort;
  /** What others would see; undefined for who may not see that either. */
  readonly content: SeenContent | undefined;
  /** Whether nothing newer was written since. */
  readonly isNewest: boolean;
  readonly standing: ConsentStanding;
  /** The prefecture's own, where third parties would see it. */
  readonly approval: ApprovalStanding | undefined;
};

/** 「書かない窓口」, or what can be said of it without what stands in it. */
export const materialCalled = ({ content, sort }: Pick<ConsentView, 'content' | 'sort'>): string =>
  content ? `「${content.title}」` : materialSortNames[sort];

/** The inputs by which the 承諾 of a card is found. */
export const whichConsent = ({ consent }: Pick<ConsentView, 'consent'>) => {
  const { municipality, material, version, scope, until } = consent;
  return { municipality, material, version, scope, ...(until === undefined ? {} : { until }) };
};

export const untilText = ({ until }: Pick<Consent, 'until'>): string =>
  until === undefined ? '撤回するまで' : `${fullDate(until)}まで`;

/** To whom it would be shown, and until when. */
export const consentFacts = ({ consent }: Pick<ConsentView, 'consent'>): Node =>
  facts(
    ['見る人', whoSees(consent.scope)],
    ['いつまで', untilText(consent)],
    ['回答の期限', `${shortDate(currentAsking(consent).due)}まで`],
  );

/** Leads to all that is known of one material. */
export const materialAsk = ({ consent }: Pick<ConsentView, 'consent'>) =>
  ask('show-consents', { municipality: consent.municipality, material: consent.material });
