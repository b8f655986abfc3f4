import type { Paragraph, Table } from 'docx';
import { type Day, dayOf, shortDate } from '../../programme/day.ts';
import type { PaperAction } from '../../programme/meeting-papers/meeting-paper.ts';
import { paragraphs } from '../docx/page.ts';
import { listTable, NONE } from '../docx/table.ts';

/** 宿題 with who has them, by when, and how they stand on a day. */
export function actionTable(actions: readonly PaperAction[], today: Day): readonly (Paragraph | Table)[] {
  if (actions.length === 0) return paragraphs(NONE);
  const rows = actions.map((action) => [action.what, action.office, shortDate(action.due), stateOf(action, today)]);
  return [listTable(['すること', '担当', '期限', '状態'], rows, [8, 3, 2, 3], 'small')];
}

function stateOf({ done, due }: PaperAction, today: Day): string {
  if (done) return `完了（${shortDate(dayOf(new Date(done.at)))}）`;
  return due < today ? '期限を過ぎた' : '取組中';
}
