import { ask, type Given } from '../../programme/asks.ts';
import { pageOf } from '../../programme/page.ts';
import { figuresText, satisfactionText } from '../../programme/support/figure-texts.ts';
import { monthSaid, monthsUntil } from '../../programme/support/month.ts';
import type { SupportOverview, SupportRow } from '../../programme/support/support-overview.ts';
import { type Button, buttons, type Card, card, facts, list, type Node, notice, type Row, text } from '../card.ts';
import { pageButtons } from '../page-buttons.ts';
import { closedYearLine, ofClosedYear } from '../progress/closed-year.ts';
import {
  COMPUTED_FROM_RECORDS,
  type FigureFact,
  figureFacts,
  figuresTime,
  isMonthAhead,
  NOT_YET_COME,
  planText,
  type TimeOfFigures,
} from './figure-facts.ts';

/** Municipalities on a page: few enough for a phone. */
const A_PAGE = 10;

export type SupportView = TimeOfFigures & {
  readonly overview: SupportOverview;
  /** Undefined where nobody has said how many there are. */
  readonly mismatches?: number | undefined;
  readonly page: number;
};

/** The support counted by municipality, in the order of the codes and of nothing else. It names nobody. */
export function supportCard(view: SupportView): Card {
  if (isMonthAhead(view)) return supportAheadCard(view);
  const { overview } = view;
  const { shown, at: page, pages } = pageOf(overview.rows, view.page, A_PAGE);
  const { visits } = overview.total;
  return card(
    '派遣状況',
    `派遣状況 ${figuresTime(view)}: ${visits > 0 ? `${visits}回` : '訪問の記録はありません'}`,
    closedYearLine(view),
    text(figuresTime(view), 'strong'),
    page === 1 ? wholeNodes(view) : [],
    text(`市町村別（${page}/${pages}）`, 'heading'),
    overview.rows.length === 0
      ? notice('quiet', '派遣も、訪問の記録もまだありません。')
      : list(shown.map((row) => rowOf(row, view))),
    page === pages ? withoutNodes(overview) : [],
    buttons(...further({ ...view, page }, pages)),
  );
}

/** Nothing can be on record of a month that has not come: neither figures nor rows of it. */
function supportAheadCard(view: SupportView): Card {
  return card(
    '派遣状況',
    `派遣状況 ${figuresTime(view)}: ${NOT_YET_COME}`,
    text(figuresTime(view), 'strong'),
    notice('quiet', NOT_YET_COME),
    buttons(...monthButtons(view, ofClosedYear(view.closed))),
  );
}

function wholeNodes(view: SupportView): Node[] {
  const { whole, ofYear } = overviewFacts(view);
  return [facts(...whole), text('年度の全体', 'heading'), facts(...ofYear), text(COMPUTED_FROM_RECORDS, 'quiet')];
}

/** What stands above the municipalities: of the time that is shown, and of the whole year. */
export function overviewFacts({ overview, mismatches }: Pick<SupportView, 'overview' | 'mismatches'>) {
  const { rows, total, recorded, consumption, satisfaction, replacements } = overview;
  const ofYear: readonly FigureFact[] = [
    ['満足度', satisfactionText(satisfaction)],
    ...(mismatches === undefined ? [] : [['ミスマッチ', `${mismatches}件`] as const]),
    ['交代', `${replacements}件`],
  ];
  const whole: readonly FigureFact[] = [
    ...figureFacts(total),
    ['記録のある団体', `${recorded}/${rows.length}団体`],
    consumptionFact(consumption),
  ];
  return { whole, ofYear };
}

function withoutNodes({ without }: SupportOverview): Node[] {
  if (without.length === 0) return [];
  return [text(`対象外（派遣なし）${without.length}団体: ${without.map(({ name }) => name).join('、')}`, 'quiet')];
}

function consumptionFact({ days, planned, without }: SupportOverview['consumption']): FigureFact {
  const left = without > 0 ? `。計画日数のない${without}団体を除きます` : '';
  return ['計画の消化', `${planText(days, planned === 0 ? undefined : planned)}${planned === 0 ? '' : left}`];
}

/** 計画 12/20日, from the beginning of the year. */
export const rowPlanText = ({ daysSoFar, planned }: SupportRow): string =>
  planned === undefined ? '' : `計画 ${daysSoFar}/${planned}日`;

function rowOf(row: SupportRow, view: SupportView): Row {
  const { municipality, figures, isServed } = row;
  const plan = rowPlanText(row);
  return {
    title: municipality.name,
    detail: [figuresText(figures, isServed), plan].filter(Boolean).join('\n'),
    ask: ask('show-support-figures', { municipality: municipality.code, ...ofClosedYear(view.closed) }),
  };
}

function further(view: SupportView, pages: number): Button[] {
  const { closed, month, page } = view;
  const of = ofClosedYear(closed);
  const same = { ...of, ...(month ? { month: monthSaid(month.from) } : {}) };
  return [
    ...pageButtons(page, pages, (target) => ask('show-support-figures', { ...same, page: target })),
    ...monthButtons(view, of),
    { label: '事業KPIを見る', ask: ask('show-programme-kpis', of) },
  ];
}

/** The month before and the one after, or the last one of the year; and the year where a month is shown. */
function monthButtons({ fiscalYear, today, month }: TimeOfFigures, of: Given<'show-support-figures'>): Button[] {
  const known = monthsUntil(fiscalYear, today);
  const isKnown = month !== undefined && month.from <= today;
  const at = isKnown ? known.findIndex(({ from }) => from === month.from) : known.length;
  const near = [known[at - 1], ...(month ? [known[at + 1]] : [])].flatMap((each) => each ?? []);
  const whole = month ? [{ label: '年度の全体を見る', ask: ask('show-support-figures', of) }] : [];
  return [
    ...near.map(({ from }) => ({
      label: `${Number(from.slice(5, 7))}月を見る`,
      ask: ask('show-support-figures', { ...of, month: monthSaid(from) }),
    })),
    ...whole,
  ];
}
