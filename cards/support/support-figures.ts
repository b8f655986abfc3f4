import { ask, type Given } from '../../programme/asks.ts';
import { type Day, fiscalYearName, shortDate } from '../../programme/day.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { monthName, monthSaid, monthsUntil } from '../../programme/support/month.ts';
import type { Satisfaction } from '../../programme/support/satisfaction.ts';
import type { DaySpan, SupportFigures } from '../../programme/support/support-figures.ts';
import type {
  MunicipalYear,
  SupportMonth,
  SupportOverview,
  SupportRow,
} from '../../programme/support/support-overview.ts';
import { type Button, buttons, type Card, card, facts, list, type Node, notice, type Row, text } from '../card.ts';
import { pageButtons } from '../page-buttons.ts';
import { closedYearLine, type OfClosedYear, ofClosedYear } from '../progress/closed-year.ts';
import { figuresText, hoursText, NOT_YET_SAID, rateText, unconfirmedText } from './figure-texts.ts';

/** Municipalities on a page: few enough for a phone. */
const A_PAGE = 10;

type Shown = OfClosedYear & {
  readonly fiscalYear: number;
  /** The last day that can be in it: today, or the end of a year that is over. */
  readonly today: Day;
  /** Undefined for the whole year. */
  readonly month?: DaySpan | undefined;
};

export type SupportView = Shown & {
  readonly overview: SupportOverview;
  /** Undefined where nobody has said how many there are. */
  readonly mismatches?: number | undefined;
  readonly page: number;
};

type Fact = readonly [label: string, text: string];
const MARK = '記録から計算しています。報告はいりません。';

/** The support counted by municipality, in the order of the codes and of nothing else. It names nobody. */
export function supportCard(view: SupportView): Card {
  const { overview, page } = view;
  const pages = Math.max(1, Math.ceil(overview.rows.length / A_PAGE));
  const shown = overview.rows.slice((page - 1) * A_PAGE, page * A_PAGE);
  const { visits } = overview.total;
  return card(
    '派遣状況',
    `派遣状況 ${timeText(view)}: ${visits > 0 ? `${visits}回` : '訪問の記録はありません'}`,
    closedYearLine(view),
    text(timeText(view), 'strong'),
    isAhead(view) ? notice('quiet', 'まだ来ていない月です。') : [],
    page === 1 ? wholeNodes(view) : [],
    text(`市町村別（${page}/${pages}）`, 'heading'),
    list(shown.map((row) => rowOf(row, view))),
    page === pages ? withoutNodes(overview) : [],
    buttons(...further(view, pages)),
  );
}

const isAhead = ({ month, today }: Shown): boolean => month !== undefined && month.from > today;

function timeText({ month, closed, fiscalYear, today }: Shown): string {
  if (month) return monthName(month);
  return closed === undefined ? `${fiscalYearName(fiscalYear)}（${shortDate(today)}まで）` : fiscalYearName(fiscalYear);
}

function wholeNodes({ overview, mismatches }: SupportView): Node[] {
  const { rows, total, recorded, consumption, satisfaction, replacements } = overview;
  const ofYear: readonly Fact[] = [
    ['満足度', satisfactionText(satisfaction)],
    ...(mismatches === undefined ? [] : [['ミスマッチ', `${mismatches}件`] as const]),
    ['交代', `${replacements}件`],
  ];
  return [
    facts(...figureFacts(total), ['記録のある団体', `${recorded}/${rows.length}団体`], consumptionFact(consumption)),
    text('年度の全体', 'heading'),
    facts(...ofYear),
    text(MARK, 'quiet'),
  ];
}

function withoutNodes({ without }: SupportOverview): Node[] {
  if (without.length === 0) return [];
  return [text(`対象外（派遣なし）${without.length}団体: ${without.map(({ name }) => name).join('、')}`, 'quiet')];
}

function figureFacts(figures: SupportFigures): Fact[] {
  const { visits, days, minutes, inPerson, unrecorded } = figures;
  const missing: readonly Fact[] =
    unrecorded > 0 ? [['未報告', `${unrecorded}回（終わった訪問で、記録がまだです）`]] : [];
  if (visits === 0) return [['回数', '訪問の記録はありません'], ...missing];
  return [
    ['回数', `${visits}回`],
    ['日数', `${days}日`],
    ['時間', hoursText(minutes)],
    ['対面', rateText(inPerson, visits)],
    ['未確認', unconfirmedText(figures)],
    ...missing,
  ];
}

/** Always from the beginning of the year: a month has no plan of its own. */
function consumptionFact({ days, planned, without }: SupportOverview['consumption']): Fact {
  const left = without > 0 ? `。計画日数のない${without}団体を除きます` : '';
  return ['計画の消化', `${planText(days, planned === 0 ? undefined : planned)}${planned === 0 ? '' : left}`];
}

function satisfactionText(said: Satisfaction | undefined): string {
  if (!said) return NOT_YET_SAID;
  const counts = [5, 4, 3, 2, 1].map((score) => `${score}点 ${said.counts[score - 1]}件`);
  return `${counts.join('・')}（回答 ${said.answers}件）`;
}

function rowOf({ municipality, figures, isServed, daysSoFar, planned }: SupportRow, view: SupportView): Row {
  const plan = planned === undefined ? '' : `計画 ${daysSoFar}/${planned}日`;
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
function monthButtons({ fiscalYear, today, month }: Shown, of: Given<'show-support-figures'>): Button[] {
  const known = monthsUntil(fiscalYear, today);
  const at = month ? known.findIndex(({ from }) => from === month.from) : known.length;
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

export type MunicipalSupportView = Shown & {
  readonly municipality: Municipality;
  readonly year: MunicipalYear;
};

/** One municipality, month by month; of what it thought of the visits nothing is said. */
export function municipalSupportCard(view: MunicipalSupportView): Card {
  const { municipality, closed, month, year } = view;
  const { daysSoFar, planned } = year.year;
  const shown = (month && year.months[0]) ?? year.year;
  return card(
    `${municipality.name}の派遣状況`,
    `${municipality.name}の派遣状況 ${timeText(view)}: ${figuresText(shown.figures, shown.isServed).split('\n')[0]}`,
    closedYearLine(view),
    text(timeText(view), 'strong'),
    isAhead(view) ? notice('quiet', 'まだ来ていない月です。') : [],
    isShown(shown)
      ? facts(...figureFacts(shown.figures), ['計画の消化', planText(daysSoFar, planned)])
      : notice('quiet', 'この期間に派遣はありません（対象外）。'),
    month === undefined ? monthsNodes(year) : [],
    text(MARK, 'quiet'),
    buttons(
      ...(month
        ? [
            {
              label: '年度の全体を見る',
              ask: ask('show-support-figures', { municipality: municipality.code, ...ofClosedYear(closed) }),
            },
          ]
        : []),
      { label: 'ほかの市町村も見る', ask: ask('show-support-figures', ofClosedYear(closed)) },
      { label: '状況を見る', ask: ask('show-status', { municipality: municipality.code, ...ofClosedYear(closed) }) },
    ),
  );
}

const isShown = ({ figures, isServed }: Pick<SupportMonth, 'figures' | 'isServed'>): boolean =>
  isServed || figures.visits + figures.unrecorded > 0;

const planText = (days: number, planned: number | undefined): string =>
  planned === undefined ? '計画日数がまだありません' : `${rateText(days, planned, '日')}（年度の初めから）`;

function monthsNodes({ months }: MunicipalYear): Node[] {
  if (!months.some(isShown)) return [];
  return [
    text('月別', 'heading'),
    list(
      months.filter(isShown).map(({ span, figures, isServed }) => ({
        title: `${Number(span.from.slice(5, 7))}月`,
        detail: figuresText(figures, isServed),
      })),
    ),
  ];
}
