import { ask, type Given } from '../../programme/asks.ts';
import {
  type Consent,
  consentStanding,
  consentStandingNames,
  currentAsking,
  OPEN_DAYS_TO_REMIND,
} from '../../programme/consent/consent.ts';
import { currentMaterial, type Material, materialSortNames } from '../../programme/consent/material.ts';
import {
  approvalStanding,
  approvalStandingNames,
  type MaterialApproval,
} from '../../programme/consent/material-approval.ts';
import { scopeNames, whoSees } from '../../programme/consent/scope.ts';
import { type Day, shortDate, shortMoment } from '../../programme/day.ts';
import { choicesOf } from '../../programme/input-meta.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { buttons, type Card, card, facts, list, notice, offering, text } from '../card.ts';
import { pageButtons } from '../page-buttons.ts';
import { untilText } from './consent-view.ts';
import { seenPage } from './seen-page.ts';

type Shown = { readonly town: Municipality; readonly material: Material };

const titleOf = ({ material }: Shown): string => `「${currentMaterial(material).content.title}」`;
const known = ({ municipality: _, material: _material, page: _page, ...rest }: Given<'ask-consent'>) => rest;

/** Which material is to be asked about. */
export function whichMaterialCard({
  materials,
  given,
  page,
  pages,
}: {
  readonly materials: readonly Shown[];
  readonly given: Given<'ask-consent'>;
  readonly page: number;
  readonly pages: number;
}): Card {
  const sentence = 'どの資料の承諾を依頼しますか。まだ依頼していません。';
  return offering(
    '承諾依頼',
    sentence,
    text(sentence, 'strong'),
    list(
      materials.map((shown) => {
        const { id, sort, municipality } = shown.material;
        return {
          title: titleOf(shown),
          detail: `${shown.town.name}・${materialSortNames[sort]}・${shortMoment(new Date(currentMaterial(shown.material).at))}`,
          ask: ask('ask-consent', { ...known(given), municipality, material: id }),
          does: '選ぶ',
        };
      }),
    ),
    pages > 1 ? buttons(...pageButtons(page, pages, (to) => ask('ask-consent', { ...given, page: to }))) : [],
  );
}

/** What would be seen, and how far it is to be asked for. @param isNewer it was written anew since its card was opened */
export function askConsentCard(shown: Shown, given: Given<'ask-consent'>, isNewer = false): Card {
  const { town, material } = shown;
  const { version, content } = currentMaterial(material);
  const { id, municipality } = material;
  return card(
    '承諾依頼',
    `${town.name} ${titleOf(shown)}の承諾を依頼します。まだ依頼していません。`,
    isNewer
      ? notice('attention', '資料がそのあと直されています。新しい内容を確かめてください。まだ依頼していません。')
      : [],
    text('どこまで共有してよいかを依頼します。まだ依頼していません。', 'strong'),
    seenPage({ town: town.name, content }),
    {
      kind: 'form',
      parts: [
        {
          intro: [],
          fields: [
            {
              ...{ type: 'choice', name: 'scope', label: '共有範囲', required: true, choices: choicesOf(scopeNames) },
              ...{ value: given.scope, said: given.scope !== undefined && !isNewer },
            },
            {
              ...{ type: 'date', name: 'until', label: 'いつまで（任意）', required: false, value: given.until },
              hint: '空欄なら、撤回されるまで',
            },
          ],
        },
      ],
      submit: '承諾を依頼する',
      ask: ask('ask-consent', { municipality, material: id, version }),
    },
  );
}

/** What was asked of whom; `isNew` is false where it had been asked, or consented to, before. */
export function consentAskedCard({
  consent,
  isNew,
  approval,
  day,
  names,
  ...shown
}: Shown & {
  readonly consent: Consent;
  readonly isNew: boolean;
  readonly approval?: MaterialApproval | undefined;
  readonly day: Day;
  readonly names: readonly string[];
}): Card {
  const { town } = shown;
  const sentence = isNew
    ? `${town.name}に、${titleOf(shown)}の承諾を依頼しました。`
    : `${town.name}には、この版・この範囲をすでに依頼しています（${consentStandingNames[consentStanding(consent, day)]}）。`;
  return card(
    '承諾依頼',
    sentence,
    notice(isNew ? 'good' : 'quiet', sentence),
    facts(
      ['見る人', whoSees(consent.scope)],
      ['いつまで', untilText(consent)],
      ['お願いする方', names.join('、')],
      ['回答の期限', `${shortDate(currentAsking(consent).due)}まで`],
      ...(approval ? [['県', approvalStandingNames[approvalStanding(approval, consent.scope)]] as const] : []),
    ),
    text(
      `この版は、承諾がそろうまでだれにも見えません。お答えがないときは、${OPEN_DAYS_TO_REMIND}開庁日目にもう一度だけお願いします。`,
      'quiet',
    ),
    buttons(
      { label: '承諾一覧', ask: ask('show-consents') },
      {
        label: '取り下げる',
        ask: ask('withdraw-consent', { municipality: consent.municipality, material: consent.material }),
      },
    ),
  );
}
