import { ask } from '../../programme/asks.ts';
import { type Button, buttons, type Card, card, list, type Node, notice, offering, text } from '../card.ts';
import { pageButtons } from '../page-buttons.ts';
import { never } from '../understood.ts';
import { type RequestView, requestRow } from './request-view.ts';

export type RequestsView = {
  readonly requests: readonly RequestView[];
  readonly all: number;
  readonly overdue: number;
  readonly page: number;
  readonly pages: number;
  readonly isOffice: boolean;
  /** Only what has ended. */
  readonly ended: boolean;
  /** 団体コード, where only those of one municipality are listed. */
  readonly only?: string | undefined;
  readonly said?: readonly Node[];
};

/** 相談一覧. For 1:1 chats with those who may see them only. */
export function requestsCard(view: RequestsView): Card {
  const { requests, all, page, pages, ended, only, said = [] } = view;
  const of = only === undefined ? {} : { municipality: only };
  const to = (target: number) => ask('show-requests', { ...of, page: target, ...(ended ? { ended: '完了' } : {}) });
  const counts = countsOf(view);
  return card(
    '相談一覧',
    counts,
    said,
    all === 0 ? notice('good', counts) : text(`${counts}押すと、内容と回答を開きます。`),
    list(requests.map((each) => requestRow(each))),
    buttons(...pageButtons(page, pages, to), ...besideList(view)),
  );
}

function countsOf({ all, overdue, ended, isOffice }: RequestsView): string {
  if (ended) return all === 0 ? '終わった相談はありません。' : `終わった相談が${all}件あります。`;
  if (all === 0) return isOffice ? '対応を待っている相談はありません。' : '終わっていない相談はありません。';
  const late = overdue > 0 ? `うち${overdue}件は期限を過ぎています。` : '';
  return `${isOffice ? '終わっていない相談' : '相談'}が${all}件あります。${late}`;
}

function besideList({ ended, isOffice, only }: RequestsView): Button[] {
  const of = only === undefined ? {} : { municipality: only };
  return [
    ended
      ? { label: '終わっていない相談', ask: ask('show-requests', of) }
      : { label: '終わった相談', ask: ask('show-requests', { ...of, ended: '完了' }) },
    ...(only === undefined ? [] : [{ label: '全ての相談', ask: ask('show-requests') }]),
    isOffice ? { label: 'ダイジェストを見る', ask: ask('show-digest') } : { label: '相談する', ask: ask('ask-help') },
  ];
}

/** Which 相談 somebody means; nothing is done before one is pressed. `more`: how many could be meant beside them. */
export function whichRequestCard(
  question: string,
  rows: readonly { readonly view: RequestView; readonly ask: ReturnType<typeof ask> }[],
  { notes = [], more = 0 }: { readonly notes?: readonly Node[]; readonly more?: number } = {},
): Card {
  return offering(
    'どの相談ですか',
    `${question} まだ記録していません。`,
    text(question, 'strong'),
    notes,
    list(rows.map(({ view, ask: asked }) => requestRow(view, asked as ReturnType<typeof ask<'show-requests'>>))),
    more > 0 ? text(`ほか${more}件は「相談一覧」から開いてください。`, 'quiet') : [],
    text('選ぶまで、何も記録しません。', 'quiet'),
    buttons({ label: '相談一覧', ask: ask('show-requests') }, never),
  );
}
