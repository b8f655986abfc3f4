import { ask } from '../../programme/asks.ts';
import { type ConsentStanding, consentStandingNames } from '../../programme/consent/consent.ts';
import { isToThirdParties, type SharingScope, scopeNames } from '../../programme/consent/scope.ts';
import type { Meeting } from '../../programme/meetings/meeting.ts';
import { buttons, type Card, card, facts, notice, text } from '../card.ts';
import { fewNamed } from '../digest/named.ts';

/** How the newest version of a part stands in a scope; `none` where nobody was asked. */
export type PartStanding = ConsentStanding | 'none';
type Shared = Pick<Meeting, 'id' | 'title'>;

export type PartsMade = {
  readonly meeting: Shared;
  /** How each stands for the supported municipalities. */
  readonly parts: readonly { readonly standing: PartStanding }[];
  /** Of how many something has changed since they were made last. */
  readonly changed: number;
};

const SCOPES = ['supported', 'all', 'prefecture'] as const satisfies readonly SharingScope[];

/** What was made of a meeting for the municipalities to share, and the tap that asks all of them. */
export function shareMeetingCard({ meeting, parts, changed }: PartsMade): Card {
  const count = (standing: PartStanding) => parts.filter((part) => part.standing === standing).length;
  const names: Readonly<Record<PartStanding, string>> = { ...consentStandingNames, none: '未依頼' };
  const states = (Object.keys(names) as PartStanding[]).filter((standing) => count(standing) > 0);
  const sentence = `${parts.length}団体分を、今の記録から作りました（前から変わったのは${changed}団体）。まだだれにも見えません。`;
  return card(
    `${meeting.title} 共有版`,
    `${meeting.title} 共有版: ${sentence}`,
    text(sentence, 'strong'),
    text('ステップ・動いた項目・報告されたKPIだけで、氏名・備考・相談の内容は入りません。', 'quiet'),
    text(`「${scopeNames.supported}」への承諾`, 'heading'),
    facts(...states.map((standing) => [names[standing], `${count(standing)}団体`] as const)),
    text(
      '下のボタンで、まだ依頼していない全ての団体に一度に依頼します。市町村に見せる範囲なら、県にも依頼します。',
      'quiet',
    ),
    buttons(
      ...SCOPES.map((scope, at) => ({
        label: `承諾を依頼（${scopeNames[scope]}）`,
        ask: ask('ask-for-parts', { meeting: meeting.id, scope }),
        look: at === 0 ? ('primary' as const) : ('plain' as const),
      })),
      { label: '今見える共有版', ask: ask('show-shared', { meeting: meeting.id }) },
      { label: '承諾一覧', ask: ask('show-consents') },
    ),
  );
}

export type PartsAsked = {
  readonly meeting: Shared;
  readonly scope: SharingScope;
  readonly asked: number;
  /** Asked before and waiting, or consented. */
  readonly before: number;
  /** Municipalities in which nobody could answer. */
  readonly without: readonly string[];
};

/** All were asked; who could not be is named. */
export function partsAskedCard({ meeting, scope, asked, before, without }: PartsAsked): Card {
  const sentence = `${meeting.title} 共有版（${scopeNames[scope]}）の承諾を、${asked}団体に依頼しました。`;
  return card(
    '承諾を依頼しました',
    sentence,
    notice('good', sentence),
    before > 0 ? text(`${before}団体は、依頼済みか承諾済みです。`, 'quiet') : [],
    without.length > 0
      ? notice(
          'attention',
          `承諾者がいないため依頼できなかった団体: ${fewNamed(without, 10, '団体')}。名簿の役目を直してください。`,
        )
      : [],
    isToThirdParties(scope) ? text('県の承諾も、共有版として1件で依頼しています。', 'quiet') : [],
    buttons(
      { label: '承諾一覧', ask: ask('show-consents'), look: 'primary' },
      { label: '今見える共有版', ask: ask('show-shared', { meeting: meeting.id }) },
    ),
  );
}
