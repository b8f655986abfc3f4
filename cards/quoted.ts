import { ask } from '../programme/asks.ts';
import { buttons, type Card, card, notice } from './card.ts';

const SENTENCES = {
  'only-quoted':
    '引用された部分だけが届きました。引用はほかの方の言葉かもしれないため、何も記録していません。報告や質問は、ご自分の言葉で送ってください。',
  'quote-unclear':
    '引用された部分と、ご自身の言葉とを見分けられませんでした。何も記録していません。お手数ですが、引用を付けずに、もう一度送ってください。',
} as const;

/** Somebody else's words are not taken as said; what to do instead. */
export function quoted(why: keyof typeof SENTENCES): Card {
  return card(
    '引用があります',
    SENTENCES[why],
    notice('attention', SENTENCES[why]),
    buttons({ label: 'できることを見る', ask: ask('help') }),
  );
}
