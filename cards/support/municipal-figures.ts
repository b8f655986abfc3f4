import { ask } from '../../programme/asks.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { figuresText } from '../../programme/support/figure-texts.ts';
import { hasSupport, type MunicipalYear } from '../../programme/support/support-overview.ts';
import { buttons, type Card, card, facts, list, type Node, notice, text } from '../card.ts';
import { closedYearLine, ofClosedYear } from '../progress/closed-year.ts';
import {
  COMPUTED_FROM_RECORDS,
  figureFacts,
  figuresTime,
  isMonthAhead,
  NOT_YET_COME,
  planText,
  type TimeOfFigures,
} from './figure-facts.ts';

export type MunicipalSupportView = TimeOfFigures & {
  readonly municipality: Municipality;
  readonly year: MunicipalYear;
};

/** One municipality, month by month; of what it thought of the visits nothing is said. */
export function municipalSupportCard(view: MunicipalSupportView): Card {
  const { municipality, closed, month, year } = view;
  const { daysSoFar, planned } = year.year;
  const of = ofClosedYear(closed);
  const own = { municipality: municipality.code, ...of };
  const shown = (month && year.months[0]) ?? year.year;
  return card(
    `${municipality.name}の派遣状況`,
    `${municipality.name}の派遣状況 ${figuresTime(view)}: ${figuresText(shown.figures, shown.isServed).split('\n')[0]}`,
    closedYearLine(view),
    text(figuresTime(view), 'strong'),
    isMonthAhead(view)
      ? notice('quiet', NOT_YET_COME)
      : hasSupport(shown)
        ? facts(...figureFacts(shown.figures), ['計画の消化', planText(daysSoFar, planned)])
        : notice('quiet', 'この期間に派遣はありません（対象外）。'),
    month === undefined ? monthsNodes(year) : [],
    text(COMPUTED_FROM_RECORDS, 'quiet'),
    buttons(
      ...(month ? [{ label: '年度の全体を見る', ask: ask('show-support-figures', own) }] : []),
      { label: 'ほかの市町村も見る', ask: ask('show-support-figures', of) },
      { label: '状況を見る', ask: ask('show-status', own) },
    ),
  );
}

function monthsNodes({ months }: MunicipalYear): Node[] {
  if (!months.some(hasSupport)) return [];
  return [
    text('月別', 'heading'),
    list(
      months.filter(hasSupport).map(({ span, figures, isServed }) => ({
        title: `${Number(span.from.slice(5, 7))}月`,
        detail: figuresText(figures, isServed),
      })),
    ),
  ];
}
