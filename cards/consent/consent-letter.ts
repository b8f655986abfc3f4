import { ask } from '../../programme/asks.ts';
import { scopeNames } from '../../programme/consent/scope.ts';
import { buttons, type Card, list, offering, text } from '../card.ts';
import { type ConsentView, materialCalled, untilText, whichConsent } from './consent-view.ts';

/** More are found by what their material is called. */
const SHOWN = 8;

/** Of which 承諾 the letter is wanted. */
export function whichConsentLetterCard(views: readonly ConsentView[]): Card {
  const question = 'どの承諾の共有承諾書ですか。';
  const more = views.length - SHOWN;
  return offering(
    '共有承諾書',
    question,
    text(question, 'strong'),
    list(
      views.slice(0, SHOWN).map((view) => ({
        title: `${view.municipality.name}${materialCalled(view)}`,
        detail: `${scopeNames[view.consent.scope]}・${untilText(view.consent)}`,
        ask: ask('consent-file', whichConsent(view)),
      })),
    ),
    more > 0 ? text(`ほか${more}件は「共有承諾書」に続けて資料の名前を送ると選べます。`, 'quiet') : [],
    buttons({ label: '承諾一覧', ask: ask('show-consents') }),
  );
}
