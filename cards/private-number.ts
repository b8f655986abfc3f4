import { type PrivateNumber, privateNumberNames } from '../programme/private-number.ts';
import { type Ask, buttons, type Card, notice, offering, text } from './card.ts';

/** Asked once before a number is kept that may be somebody's own; nothing of the text is repeated. */
export function privateNumberCard(title: string, found: PrivateNumber, yes: Ask, rewrite: Ask): Card {
  const sentence = `${privateNumberNames[found]}が入っているようです。記録に残してよいですか。`;
  return offering(
    title,
    `${title}: ${sentence}`,
    notice('attention', sentence),
    text('まだ記録していません。個人を特定できる番号は、消して書き直してください。', 'quiet'),
    buttons({ label: '書き直す', look: 'primary', ask: rewrite }, { label: 'はい、このまま記録する', ask: yes }),
  );
}
