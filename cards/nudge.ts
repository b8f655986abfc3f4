import { type Card, notice } from './card.ts';

/** The weekly card once more, for those who have not got round to it. */
export function nudgeCard(weekly: Card): Card {
  const sentence = 'まだ報告をいただいていません。変わりがなければ「全て変更なし」だけで終わります。';
  return {
    ...weekly,
    summary: `${weekly.summary}まだ報告をいただいていません。`,
    body: [notice('attention', sentence), ...weekly.body],
  };
}
