import { showing } from '../../../cards/card.ts';
import type { ConsentView } from '../../../cards/consent/consent-view.ts';
import { consentsCard, materialConsentsCard } from '../../../cards/consent/consents.ts';
import type { Onlooker } from '../../../programme/consent/may-show.ts';
import { asShown, type ShownMaterial } from '../../../programme/consent/showing.ts';
import { holdsDuty } from '../../../programme/duty.ts';
import { may } from '../../../programme/may.ts';
import type { Municipality } from '../../../programme/municipality.ts';
import { pageOf } from '../../../programme/page.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { municipalitiesIn } from '../../../storage/municipalities.ts';
import { defineCommand, type Prepared } from '../../command.ts';
import type { MemberStart } from '../../turn.ts';
import { memberNames } from '../people/people.ts';
import { consentViews } from './consent-views.ts';

const CONSENTS_A_PAGE = 8;

type Found = { readonly views: readonly ConsentView[]; readonly only: ConsentView | undefined };

export const showConsents = defineCommand({
  name: 'show-consents',
  says: ['承諾一覧'],
  help: '何を、どこまで、いつまで共有してよいかと、その状態を表示します。押すと内容を開けます。',
  example: '承諾一覧',
  english: 'Show what may be shared with whom until when, and how each stands.',
  group: { title: '承諾と共有', order: 6 },
  needs: 'consents',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: false,
  typed: 'inputs',
  spoken: {
    words: [
      '承諾一覧',
      '承諾の一覧',
      '承諾の状況',
      '承諾の状態',
      '承諾状況',
      '承諾は',
      '承諾って',
      '承諾どうな',
      '承諾リスト',
    ],
    wins: 374,
    looks: true,
    whole: true,
  },

  async prepare({ municipality, material }, turn): Promise<Prepared<Found>> {
    const towns = await consentTownsOf(municipality, turn);
    const views = await consentViews(turn, towns, lookingAs(turn));
    if (material === undefined) return { found: { views, only: undefined } };
    const called = ({ content }: ConsentView) => content?.title.includes(material) === true;
    const only = views.find(({ consent }) => consent.material === material) ?? views.find(called);
    if (!only) throw Refusal.because('unknown-material', { said: material });
    const found = views.filter(({ consent }) => consent.material === only.consent.material);
    return { found: { views: found, only } };
  },

  async run({ page, municipality }, turn, { views, only }) {
    if (only) return { card: showing(await opened(views, turn), shownIn(views)), how: 'replace' };
    const listed = pageOf(views.filter(isListed).toSorted(byNeed), page ?? 1, CONSENTS_A_PAGE);
    const { shown, at, pages } = listed;
    const asks = turn.who.role === 'secretariat';
    const card = consentsCard({
      views: shown,
      page: at,
      pages,
      municipality,
      asks,
      isOfAll: turn.who.role !== 'municipal',
    });
    return { card: showing(card, shownIn(shown, true)), how: page === undefined ? 'new' : 'replace' };
  },
});

/** What the prefecture sees here of what municipalities consented to. */
const shownIn = (views: readonly ConsentView[], titleOnly?: true): readonly ShownMaterial[] =>
  views.flatMap(({ consent: { municipality, material, version }, content }) =>
    content ? [asShown({ municipality, material, version }, 'prefecture', titleOnly)] : [],
  );

/** What is over stays in the list of its material, and only what goes on in this one. */
const isListed = ({ standing, isNewest }: ConsentView): boolean => isNewest || standing === 'approve';
const needed = ({ standing }: ConsentView): number => (standing === 'asked' ? 0 : standing === 'approve' ? 2 : 1);
const byNeed = (a: ConsentView, b: ConsentView): number => needed(a) - needed(b);

/** As whom somebody looks at what has perhaps not been consented to: the prefecture is one of those it is about. */
export const lookingAs = ({ who }: Pick<MemberStart, 'who'>): Onlooker =>
  who.role === 'municipal'
    ? { own: who.municipalities, scope: 'none' }
    : who.role === 'secretariat'
      ? who.role
      : 'prefecture';

/** @throws Refusal where it is none of the programme, or not theirs */
export async function consentTownsOf(
  said: string | undefined,
  { store, who }: MemberStart,
): Promise<readonly Municipality[]> {
  const all = await municipalitiesIn(store);
  if (said === undefined) return all.filter(({ code }) => may(who, 'consents', code));
  const town = all.find(({ code, name }) => said === code || said === name);
  if (!town) throw Refusal.because('unknown-municipality', { said });
  if (!may(who, 'consents', town.code)) throw Refusal.because('not-yours');
  return [town];
}

async function opened(views: readonly ConsentView[], turn: MemberStart) {
  const { who, store } = turn;
  return materialConsentsCard({
    views,
    role: who.role,
    isConsenter: who.role === 'municipal' && holdsDuty(who, 'consenter'),
    nameOf: await memberNames(store, 'さん'),
  });
}
