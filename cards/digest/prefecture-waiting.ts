import { shortDate } from '../../programme/day.ts';
import type { PrefectureWaiting } from '../../programme/digest/prefecture-waiting.ts';
import { type Ask, list, type Node, notice, type Row, text } from '../card.ts';
import { fewNamed } from './named.ts';

/** What waits for the prefecture, and what opens it. */
export type WaitingShown = PrefectureWaiting & { readonly open: Ask };

/** Kinds or municipalities that are counted one by one. */
const PARTS_NAMED = 6;

/** What the prefecture has to see to, each with what opens it; one line where there is nothing. */
export function waitingNodes(waiting: readonly WaitingShown[]): Node[] {
  if (waiting.length === 0) return [notice('good', '県の対応が要ることはありません。')];
  return [text('県の対応が要ること', 'heading'), list(waiting.map(waitingRow))];
}

function waitingRow({ what, count, since, parts, open }: WaitingShown): Row {
  const detail = [`${shortDate(since)}から`, ...(parts.length > 0 ? [fewNamed(parts, PARTS_NAMED, '')] : [])];
  return { title: `${what}（${count}件）`, detail: detail.join('・'), ask: open };
}
