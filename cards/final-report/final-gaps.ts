import { ask } from '../../programme/asks.ts';
import { type FinalGap, gapsBySayer } from '../../programme/final-report/gap.ts';
import { type Sayer, sayerNames } from '../../programme/final-report/sayer.ts';
import { pageOf } from '../../programme/page.ts';
import { buttons, type Card, card, facts, list, type Node, notice, offering, text } from '../card.ts';
import { pageButtons } from '../page-buttons.ts';
import { never } from '../understood.ts';

export type GapsView = {
  readonly title: string;
  readonly year: number;
  readonly gaps: readonly FinalGap[];
  /** Ids of those that somebody was asked for. */
  readonly asked: ReadonlySet<string>;
  /** Whether this person may ask the others. */
  readonly mayAsk: boolean;
};

const A_PAGE = 8;

/** What is missing, by who can say it; or of one of them. */
export function finalGapsCard(
  { title, year, gaps, asked, mayAsk }: GapsView,
  {
    sayer,
    page = 1,
    said = [],
  }: { readonly sayer?: Sayer | undefined; readonly page?: number; readonly said?: readonly Node[] },
): Card {
  const groups = gapsBySayer(gaps).filter(([by]) => sayer === undefined || by === sayer);
  const { shown, at, pages } = pageOf(
    groups.flatMap(([, own]) => own),
    page,
    A_PAGE,
  );
  const count = groups.reduce((sum, [, own]) => sum + own.length, 0);
  const whose = sayer === undefined ? '' : `（${sayerNames[sayer]}）`;
  const open = gaps.filter((gap) => isAskable(gap) && !asked.has(gap.id)).length;
  return card(
    '業務報告書の不足',
    `${title}で足りないもの${whose} ${count}件`,
    said,
    text(`${title}　足りないもの${whose} ${count}件`, 'strong'),
    count === 0 ? notice('good', '足りないものはありません。') : [],
    sayer === undefined && count > 0
      ? facts(...groups.map(([by, own]) => [sayerNames[by], `${own.length}件`] as const))
      : [],
    shown.length === 0
      ? []
      : list(
          shown.map((gap) => ({
            title: gap.what,
            detail: `${sayerNames[gap.by]}${asked.has(gap.id) ? '・たずねました' : ''}`,
            ask: gap.ask,
          })),
        ),
    buttons(
      ...(mayAsk && open > 0
        ? [{ label: `まとめてたずねる（${open}件）`, ask: ask('ask-final-gaps', { year }), look: 'primary' as const }]
        : []),
      ...pageButtons(at, pages, (target) => ask('final-report-gaps', { year, sayer, page: target })),
      { label: '業務報告書に戻る', ask: ask('final-report', { year }) },
    ),
  );
}

/** What others can say; what the secretariat lacks it does itself. */
export const isAskable = ({ by }: Pick<FinalGap, 'by'>): boolean => by !== 'secretariat';

/** How many of whom would be asked for how much, before anybody is. */
export type AskingView = {
  readonly year: number;
  readonly meant: string;
  readonly people: number;
  readonly counts: readonly (readonly [Sayer, number])[];
  /** Gaps for which there is nobody to be asked now. */
  readonly nobody: number;
};

export function confirmAskingCard({ year, meant, people, counts, nobody }: AskingView): Card {
  return offering(
    '業務報告書の不足',
    `${people}人に、足りないものをたずねますか。`,
    text(`${people}人に、足りないものをたずねますか。`, 'strong'),
    facts(...counts.map(([by, count]) => [sayerNames[by], `${count}件`] as const)),
    nobody > 0 ? notice('attention', `担当の方がいないため、たずねられないもの ${nobody}件`) : [],
    text('1人に1通、1対1で、開庁日の日中に届きます。届く前に済んだものは送りません。', 'quiet'),
    buttons({ label: 'はい、たずねる', ask: ask('ask-final-gaps', { year, meant }), look: 'primary' }, never),
  );
}

/** What one person is asked for. */
export function askedForGapsCard(title: string, gaps: readonly FinalGap[]): Card {
  const shown = gaps.slice(0, A_PAGE);
  const more = gaps.length - shown.length;
  return card(
    '業務報告書のための確認',
    `${title}のために、${gaps.length}件を教えてください。`,
    text(`${title}のために、次の${gaps.length}件を教えてください。`, 'strong'),
    list(shown.map((gap) => ({ title: gap.what, ask: gap.ask }))),
    more > 0 ? text(`ほか${more}件は、上の分が済んだあとに事務局からお願いします。`, 'quiet') : [],
    text('行を押すと、その場で入力や確認ができます。分からないものは、そのままで構いません。', 'quiet'),
  );
}
