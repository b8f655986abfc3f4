import { ask } from '../../programme/asks.ts';
import { currentAsking } from '../../programme/consent/consent.ts';
import { scopeNames } from '../../programme/consent/scope.ts';
import { shortDate } from '../../programme/day.ts';
import type { Member } from '../../programme/member.ts';
import { buttons, type Card, card, list, notice, offering, text } from '../card.ts';
import { type ConsentView, materialCalled, whichConsent } from './consent-view.ts';

/** What is passed on, and to whom: one row for each way. */
export function passOnCard(views: readonly ConsentView[], to: readonly Pick<Member, 'id' | 'name' | 'office'>[]): Card {
  const sentence = 'どなたに回しますか。まだ回していません。';
  return offering(
    '上司に回す',
    sentence,
    text(sentence, 'strong'),
    list(
      views.flatMap((view) =>
        to.map(({ id, name, office }) => ({
          title: views.length > 1 ? `${materialCalled(view)}を${name}さんへ` : `${name}さん`,
          detail: `${office}・${scopeNames[view.consent.scope]}・${shortDate(currentAsking(view.consent).due)}まで`,
          ask: ask('pass-on-consent', { ...whichConsent(view), member: id }),
          does: '回す',
        })),
      ),
    ),
  );
}

/** On its way to whoever answers. */
export function consentPassedOnCard(view: ConsentView, { name }: Pick<Member, 'name'>): Card {
  const sentence = `${materialCalled(view)}の承諾のお願いを、${name}さんに回しました。役場の開いている時間に届きます。`;
  return card(
    '上司に回しました',
    sentence,
    notice('good', sentence),
    buttons({ label: '承諾一覧', ask: ask('show-consents') }),
  );
}
