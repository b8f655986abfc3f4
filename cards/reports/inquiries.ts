import { ask } from '../../programme/asks.ts';
import { type Direction, directions } from '../../programme/reports/inquiry.ts';
import { type Ask, type Button, buttons, type Card, card, list, notice, offering, text } from '../card.ts';
import { pageButtons } from '../page-buttons.ts';
import { never } from '../understood.ts';
import { type InquiryView, inquiryRow } from './inquiry-view.ts';

export type InquiryList = {
  readonly shown: readonly InquiryView[];
  readonly all: number;
  readonly late: number;
  readonly page: number;
  readonly pages: number;
  /** Only those of one direction. */
  readonly direction: Direction | undefined;
  /** Only what has ended. */
  readonly ended: boolean;
  /** What whoever looks may ask of the other side. */
  readonly mayAsk: 'special-report' | 'consult';
};

/** 臨時報告一覧, 協議一覧: for the prefecture and the secretariat only. */
export function inquiriesCard(view: InquiryList): Card {
  const { shown, all, page, pages, direction, ended } = view;
  const of = direction === undefined ? {} : { direction };
  const to = (target: number) => ask('show-inquiries', { ...of, page: target, ...(ended ? { ended: '完了' } : {}) });
  const counts = countsOf(view);
  return card(
    `${calledDirection(direction)}一覧`,
    counts,
    all === 0 ? notice('good', counts) : text(`${counts}押すと、内容と回答を開きます。`),
    list(shown.map((each) => inquiryRow(each))),
    buttons(...pageButtons(page, pages, to), ...beside(view)),
  );
}

/** 臨時報告; both where neither is meant. */
const calledDirection = (direction: Direction | undefined): string =>
  direction === undefined ? '臨時報告・協議' : directions[direction].called;

function countsOf({ all, late, ended, direction }: InquiryList): string {
  const called = calledDirection(direction);
  if (ended) return all === 0 ? `終わった${called}はありません。` : `終わった${called}が${all}件あります。`;
  if (all === 0) return `終わっていない${called}はありません。`;
  return `終わっていない${called}が${all}件あります。${late > 0 ? `うち${late}件は期限を過ぎています。` : ''}`;
}

function beside({ direction, ended, mayAsk }: InquiryList): Button[] {
  const of = direction === undefined ? {} : { direction };
  const called = calledDirection(direction);
  return [
    ended
      ? { label: `終わっていない${called}`, ask: ask('show-inquiries', of) }
      : { label: `終わった${called}`, ask: ask('show-inquiries', { ...of, ended: '完了' }) },
    ...others(direction),
    mayAsk === 'consult'
      ? { label: '県に協議する', ask: ask('consult') }
      : { label: '臨時報告を求める', ask: ask('special-report') },
  ];
}

function others(direction: Direction | undefined): Button[] {
  const all = Object.keys(directions) as Direction[];
  return all
    .filter((each) => each !== direction)
    .map((each) => ({ label: `${directions[each].called}一覧`, ask: ask('show-inquiries', { direction: each }) }));
}

/** Which one somebody means; nothing is done before one is pressed. `more`: how many could be meant beside them. */
export function whichInquiryCard(
  question: string,
  rows: readonly { readonly view: InquiryView; readonly ask: Ask }[],
  said: string | undefined,
  more: number,
): Card {
  return offering(
    'どれのことですか',
    `${question}まだ記録していません。`,
    text(question, 'strong'),
    said === undefined ? [] : text(`「${said}」`, 'quiet'),
    list(rows.map(({ view, ask: asked }) => inquiryRow(view, asked))),
    more > 0 ? text(`ほか${more}件は一覧から開いてください。`, 'quiet') : [],
    text('選ぶまで、何も記録しません。', 'quiet'),
    buttons({ label: '一覧を見る', ask: ask('show-inquiries') }, never),
  );
}
