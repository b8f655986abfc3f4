import { type Button, buttons, type Card, card, list, type Row, text } from '../card.ts';

/** What can be had as a workbook, and how the same is typed. */
export type WorkbookOffer = Pick<Row, 'title' | 'ask'> & { readonly typed: string };

/**
 * 「Excelで」 behind nothing: what there is to be had, to be pressed. @param behind whether it may be said behind each of
 * them as well; for who reports it stands behind the word of the screen
 */
export function workbooksCard(offers: readonly WorkbookOffer[], more: readonly Button[], behind: boolean): Card {
  const sentence = 'どの表をExcelで受け取りますか。';
  return card(
    'Excelで受け取れる表',
    `${sentence}${offers.map(({ title }) => title).join('、')}の中から選べます。`,
    text(sentence, 'strong'),
    list(offers.map(({ title, typed, ask }) => ({ title, detail: `「${typed}」と送っても受け取れます`, ask }))),
    text(
      behind
        ? 'これらの画面のすぐあとに「Excelで」と送っても受け取れます。'
        : '履歴は「履歴 K0-03 Excel」のように送ると受け取れます。',
      'quiet',
    ),
    more.length > 0 ? buttons(...more) : [],
  );
}
