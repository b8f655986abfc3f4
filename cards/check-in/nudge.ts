import { type Card, notice } from '../card.ts';

/** The weekly card once more, for those who have not got round to it. */
export function nudgeCard(weekly: Card): Card {
  const sentence = 'まだ報告をいただいていません。変わりがなければ「全て変更なし」だけで終わります。';
  return withNotice(weekly, sentence, 'まだ報告をいただいていません。');
}

/** For those who have begun: nobody is told that nothing was heard of them. @param open how many KPIs are left */
export function restNudgeCard(rest: Card, open: number): Card {
  const thanks = `報告をありがとうございます。残り${open}件があります。`;
  return withNotice(rest, `${thanks}変わりがなければ「残りは変更なし」だけで終わります。`, thanks);
}

/** What matters most stands first, also where only the summary is shown. */
const withNotice = (card: Card, sentence: string, short: string): Card => ({
  ...card,
  summary: `${card.summary}${short}`,
  body: [notice('attention', sentence), ...card.body],
});
