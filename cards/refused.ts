import { ask } from '../programme/asks.ts';
import type { Refusal, RefusalReason } from '../programme/refusal.ts';
import { type Ask, buttons, type Card, card, notice, text } from './card.ts';

/** Says why something was not done and what to do instead; `again` opens a fresh form with the latest content. */
export function refused(refusal: Refusal, again?: Ask): Card {
  const next = nextOf(refusal, again);
  return card('ご確認ください', refusal.message, notice('attention', refusal.message), next ? buttons(next) : []);
}

const noButton: readonly RefusalReason[] = ['no-programme', 'other-tenant', 'no-access', 'no-access-here'];

function nextOf({ reason }: Refusal, again: Ask | undefined) {
  if (reason === 'changed-meanwhile' && again)
    return { label: '最新の内容で開き直す', ask: again, look: 'primary' } as const;
  if (reason === 'unknown-person') return { label: '登録する', ask: ask('register'), look: 'primary' } as const;
  // Where nothing more can be done here, no button promises it.
  return noButton.includes(reason) ? undefined : ({ label: 'できることを見る', ask: ask('help') } as const);
}

/** Something broke on our side. The person learns only the reference that the operator can find in the log. */
export function stumbled(reference: string): Card {
  const sentence = '申し訳ありません。うまく処理できませんでした。少し待って、もう一度お試しください。';
  return card(
    '処理できませんでした',
    sentence,
    notice('bad', sentence),
    text(`続くときは事務局に受付番号 ${reference} をお知らせください。`, 'quiet'),
  );
}
