import { ask, type Given } from '../../programme/asks.ts';
import { scopeNames } from '../../programme/consent/scope.ts';
import type { Role } from '../../programme/member.ts';
import { buttons, type Card, list, notice, offering, text } from '../card.ts';
import { pageButtons } from '../page-buttons.ts';
import { never } from '../understood.ts';
import { type ConsentView, materialCalled, untilText } from './consent-view.ts';

const withdrawing = ({ consent: { municipality, material } }: ConsentView, sure?: 'yes') =>
  ask('withdraw-consent', { municipality, material, ...(sure ? { sure } : {}) });
const called = (view: ConsentView): string => `${view.municipality.name} ${materialCalled(view)}`;

type Choosing = {
  readonly views: readonly ConsentView[];
  readonly given: Given<'withdraw-consent'>;
  readonly page: number;
  readonly pages: number;
};

/** Of several materials, which one. */
export function whichToWithdrawCard({ views, given, page, pages }: Choosing): Card {
  const sentence = 'どの承諾を撤回しますか。まだ撤回していません。';
  return offering(
    '撤回',
    sentence,
    text(sentence, 'strong'),
    list(views.map((view) => ({ title: called(view), detail: detailOf(view), ask: withdrawing(view), does: '選ぶ' }))),
    pages > 1 ? buttons(...pageButtons(page, pages, (to) => ask('withdraw-consent', { ...given, page: to }))) : [],
  );
}

const detailOf = ({ consent }: ConsentView): string => `${scopeNames[consent.scope]}・${untilText(consent)}`;

/** What is taken back with a yes: everything of one material. */
export function confirmWithdrawCard(views: readonly [ConsentView, ...ConsentView[]], role: Role): Card {
  const [first] = views;
  const whose = role === 'prefecture' ? '県の承諾' : role === 'secretariat' ? '承諾（依頼中のものも）' : '承諾';
  const sentence = `${called(first)}への${whose}を撤回しますか。まだ撤回していません。`;
  return offering(
    '撤回',
    sentence,
    text(sentence, 'strong'),
    list(views.map((view) => ({ title: scopeNames[view.consent.scope], detail: untilText(view.consent) }))),
    text('撤回すると、すぐに見えなくなります。もう一度共有するときは、改めて承諾が要ります。', 'quiet'),
    buttons({ label: 'はい、撤回する', ask: withdrawing(first, 'yes'), look: 'danger' }, never),
  );
}

/** Nobody else sees it any more. */
export function consentWithdrawnCard(view: ConsentView, role: Role): Card {
  const sentence = `${called(view)}への${role === 'prefecture' ? '県の' : ''}承諾を撤回しました。ほかの方には、もう見えません。`;
  return offering(
    '撤回しました',
    sentence,
    notice('good', sentence),
    text(
      role === 'secretariat'
        ? 'すでに届いたものの扱いも確かめてください。'
        : 'すでに届いたものは、事務局が確かめます。',
      'quiet',
    ),
    buttons({ label: '承諾一覧', ask: ask('show-consents') }),
  );
}
