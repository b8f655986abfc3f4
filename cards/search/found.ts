import { ask } from '../../programme/asks.ts';
import { shortDate } from '../../programme/day.ts';
import type { Findable, FoundByWord } from '../../programme/search/findable.ts';
import type { SearchKind } from '../../programme/search/inputs.ts';
import { type Ask, buttons, type Card, card, list, notice, type Row, text } from '../card.ts';
import { excerpt } from '../excerpt.ts';
import { pageButtons } from '../page-buttons.ts';

export type FoundView = {
  readonly query: string;
  /** The one kind of thing that is looked through. */
  readonly sort?: SearchKind | undefined;
  /** 団体コード and name of the one municipality that was named. */
  readonly town?: { readonly code: string; readonly name: string } | undefined;
  /** That municipality is not one whose records this reader may see. */
  readonly isUnseen?: boolean;
  readonly shown: readonly FoundByWord<Findable & { readonly open: Ask }>[];
  /** How many of each kind were found, in the order in which they stand. */
  readonly counts: readonly (readonly [kind: string, count: number])[];
  readonly page: number;
  readonly pages: number;
  /** In a room of many nobody's 相談 are looked through. */
  readonly isRoom: boolean;
};

/** 検索: what was found, each row opening it; nothing that its reader may not see is counted. */
export function foundCard(view: FoundView): Card {
  const { query, sort, town, isUnseen, shown, counts, page, pages, isRoom } = view;
  const all = counts.reduce((sum, [, count]) => sum + count, 0);
  const what = `${town ? `${town.name}で` : ''}${sort === undefined ? '' : `${sort}の中で`}「${query}」`;
  const to = (target: number) => ask('find-by-word', { query, sort, municipality: town?.code, page: target });
  const sentence = all === 0 ? `${what}に当たるものは、まだありません。` : `${what}が${all}件見つかりました。`;
  return card(
    '検索',
    sentence,
    all === 0
      ? notice('quiet', `${sentence}短い言葉や、ほかの言い方でも探せます（例: 電子申請）。`)
      : text(`${sentence}${counts.map(([kind, count]) => `${kind} ${count}`).join('・')}`),
    town && isUnseen
      ? notice(
          'attention',
          `${town.name}の記録は見られません。どの市町村にも共通のことと、共有されたものだけを探しました。`,
        )
      : [],
    list(shown.map(rowOf)),
    isRoom ? text('この部屋では、相談は探しません。1対1で「検索」と送ると、ご自分の分も探せます。', 'quiet') : [],
    buttons(
      ...pageButtons(page, pages, to),
      ...(all === 0 ? [{ label: 'もう一度探す', ask: ask('find-by-word') }] : []),
      ...(sort === undefined
        ? []
        : [{ label: '全ての種類を探す', ask: ask('find-by-word', { query, municipality: town?.code }) }]),
      ...(town ? [{ label: '市町村を絞らない', ask: ask('find-by-word', { query }) }] : []),
    ),
  );
}

const TITLE = 60;

function rowOf({ of, around }: FoundView['shown'][number]): Row {
  const { kind, title, town, day, open } = of;
  const where = [town, day && shortDate(day)].filter(Boolean).join('・');
  return {
    title: `${kind}: ${excerpt(title, TITLE)}`,
    detail: [where, around].filter(Boolean).join('　') || undefined,
    ask: open,
  };
}
