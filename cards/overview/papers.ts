import { type Card, card, list, text } from '../card.ts';
import type { WorkbookOffer } from './workbooks.ts';

/** 「報告書をWordで」: which papers there are to be had as a Word file, to be pressed. */
export function papersCard(offers: readonly WorkbookOffer[]): Card {
  const sentence = 'どの書類をWordで受け取りますか。';
  return card(
    'Wordで受け取れる書類',
    `${sentence}${offers.map(({ title }) => title).join('、')}の中から選べます。`,
    text(sentence, 'strong'),
    list(offers.map(({ title, typed, ask }) => ({ title, detail: `「${typed}」と送っても受け取れます`, ask }))),
    text('表は「受け取れる表」と送ると選べます。', 'quiet'),
  );
}
