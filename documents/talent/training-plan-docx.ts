import { type Day, fiscalYearName, fullDate, shortDate } from '../../programme/day.ts';
import { type TrainingContent, type TrainingTotals, trainingLevelNames } from '../../programme/talent/training.ts';
import { heading, onTheRight, pageDocx, paragraphs } from '../docx/page.ts';
import { listTable, NONE } from '../docx/table.ts';

export type TrainingSheet = {
  readonly town: string;
  readonly fiscalYear: number;
  readonly day: Day;
  readonly rows: readonly TrainingContent[];
  readonly totals: TrainingTotals;
};

/** 育成・研修計画 of a municipality as a Word file: levels and offices, and nobody by name. */
export async function trainingPlanDocx({ town, fiscalYear, day, rows, totals }: TrainingSheet): Promise<Uint8Array> {
  const title = `${town} デジタル人材 育成・研修計画（${fiscalYearName(fiscalYear)}）`;
  const lines = rows.map(({ level, target, planned, when, done, doneOn }) => [
    ...[trainingLevelNames[level], target, `${planned}人`, when],
    ...[done === undefined ? '未報告' : `${done}人`, doneOn ? shortDate(doneOn) : ''],
  ]);
  const sum = [
    '合計',
    '',
    `${totals.planned}人`,
    '',
    totals.reported === 0 ? '未報告' : `${totals.done}人`,
    `${totals.reported}/${totals.rows}件`,
  ];
  return pageDocx(title, [
    onTheRight(`${fullDate(day)} 現在`),
    heading(title),
    listTable(
      ['階層', '対象・内容', '人数', '時期', '実績', '実施日'],
      lines.length > 0 ? [...lines, sum] : [[NONE, '', '', '', '', '']],
      [5, 8, 3, 3, 3, 4],
    ),
    ...paragraphs('\n実績の合計は、実施を記録した研修だけの人数です。同じ人が2つ受けたときは2人と数えます。'),
  ]);
}
