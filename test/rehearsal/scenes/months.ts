import { addDays, type Day } from '../../../programme/day.ts';
import { isOpen } from '../calendar.ts';
import { PM } from '../people.ts';
import { presses, type Scene, says } from '../scene.ts';

export const monthEnds: readonly Day[] = [
  ...['2024-08-31', '2024-09-30', '2024-10-31', '2024-11-30', '2024-12-28', '2025-01-31', '2025-02-28'],
  // The last one before the contract is over.
  '2025-03-13',
];
const lastOpen = (day: Day): Day => (isOpen(day) ? day : lastOpen(addDays(day, -1)));

/** The report of each month is written and handed in on its last open day. */
export const months: readonly Scene[] = monthEnds.map((end): Scene => {
  const month = `${Number(end.slice(5, 7))}月`;
  return {
    ...{ day: lastOpen(end), part: '16:20', called: `${month}の月次報告` },
    lines: [
      says(PM, `月次報告編集 概要 ${month}は予定どおり訪問した。`, /概要の本文を書きました/),
      says(PM, `月次報告編集 課題と対応 県へ: 翌月の日程の調整`, /書きました/),
      says(PM, '月次報告提出', /提出/),
      presses(PM, 'はい、提出する', /県に提出しました/),
    ],
  };
});
