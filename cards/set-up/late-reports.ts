import { ask } from '../../programme/asks.ts';
import { type Day, fiscalYearName, fullDate } from '../../programme/day.ts';
import type { ClosedYear } from '../../programme/programme.ts';
import { buttons, type Card, card, facts, text } from '../card.ts';

/** 令和6年度（長野県市町村DX支援事業） */
export const closedYearName = ({ fiscalYear, name }: Pick<ClosedYear, 'fiscalYear' | 'name'>): string =>
  `${fiscalYearName(fiscalYear)}（${name}）`;

/** How long a year that is over still takes what is reported late, and how to change that. */
export function lateReportsCard(year: Pick<ClosedYear, 'fiscalYear' | 'name' | 'lateUntil'>, today: Day): Card {
  const { fiscalYear, lateUntil } = year;
  const isOpen = today <= lateUntil;
  const until = `${fullDate(lateUntil)}${isOpen ? 'まで受け付けます' : 'に終わりました'}`;
  return card(
    '出納整理',
    `出納整理: ${closedYearName(year)}の報告は、${until}。`,
    facts(['年度', closedYearName(year)], ['遅れて届く報告', until]),
    text('変えるときは「出納整理 5/20」（最後の日）のように送ってください。', 'quiet'),
    isOpen
      ? buttons({
          label: '今日で終わりにする',
          ask: ask('change-late-reports', { ends: 'today', yearClosed: fiscalYear }),
        })
      : [],
  );
}
