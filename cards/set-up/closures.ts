import { ask } from '../../programme/asks.ts';
import type { Closure } from '../../programme/calendar.ts';
import { fullDate } from '../../programme/day.ts';
import { buttons, type Card, card, list, text } from '../card.ts';
import { pageButtons } from '../page-buttons.ts';

export type Closures = {
  readonly rows: readonly { readonly closure: Closure; readonly whom: string }[];
  readonly page: number;
  readonly pages: number;
};

/** The days ahead on which offices are closed beside weekends and holidays; pressing one takes it off. */
export function closuresCard({ rows, page, pages }: Closures): Card {
  const to = (target: number) => ask('close-office', { page: target });
  return card(
    '閉庁日',
    rows.length === 0 ? 'これからの閉庁日は登録されていません。' : `閉庁日（${page}/${pages}）`,
    text('土日・祝日・年末年始（12/29〜1/3）のほかに閉まる日です。その日はお願いを送りません。', 'quiet'),
    rows.length === 0
      ? text('これからの閉庁日は登録されていません。')
      : list(
          rows.map(({ closure: { day, whom, reason }, whom: name }) => ({
            title: `${fullDate(day)}　${name}`,
            detail: reason,
            ask: ask('open-office', { day, ...(whom === 'all' ? {} : { municipality: whom }) }),
            does: '閉庁日取消',
          })),
        ),
    text('足すときは「閉庁日 12/28 市町村名」「閉庁日 12/28」（全体）のように送ってください。', 'quiet'),
    buttons(...pageButtons(page, pages, to), { label: '変更の記録', ask: ask('show-changes') }),
  );
}
