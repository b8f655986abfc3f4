import { shortDate } from '../../programme/day.ts';
import { visitModeNames } from '../../programme/meetings/visit-mode.ts';
import { itemName } from '../../programme/shown.ts';
import type { VisitContent } from '../../programme/visits/visit-record.ts';
import { facts, type Node } from '../card.ts';
import { excerpt } from '../excerpt.ts';

/** 11/17(火) 佐藤 誠さんの訪問 */
export const visitCalled = ({ day }: Pick<VisitContent, 'day'>, expert: string): string =>
  `${shortDate(day)} ${expert}さんの訪問`;

/** How much of a text is shown where a record is only to be recognised. */
const SHOWN = 160;
const inShort = (whole: string): string => excerpt(whole, SHOWN);

/** What was recorded of a visit, in short. */
export function visitInShort(content: VisitContent, expert: string): Node {
  const { day, start, end, mode, items, text, decisions, problems, next } = content;
  const more = { 決まったこと: decisions, 課題: problems, 次回: next };
  return facts(
    ['日時', `${shortDate(day)} ${start}–${end}（${visitModeNames[mode]}）`],
    ['派遣人材', `${expert}さん`],
    ['項目', items.map(itemName).join('、')],
    ['内容', inShort(text)],
    ...Object.entries(more).flatMap(([label, said]) => (said ? [[label, inShort(said)] as const] : [])),
  );
}
