import { findItem } from '../../programme/catalogue.ts';
import { fiscalYearName } from '../../programme/day.ts';
import { type Cell, choiceCell, idCell, textCell } from '../workbook/cells.ts';
import { can, must, type Sheet } from '../workbook/columns.ts';
import { dayCell, itemYearCell } from '../workbook/moment-cells.ts';
import { municipalityCell } from '../workbook/municipality-cells.ts';

const AS_WRITTEN = '書き出したままにしてください';

/** As the workbook reads it, in a file that has no sheet of municipalities to look it up in. */
const town: Cell<string> = {
  expects: `団体コードは${AS_WRITTEN}`,
  width: municipalityCell.width,
  format: municipalityCell.format,
  read: (said, known) => {
    const read = municipalityCell.read(said, known);
    return 'value' in read ? read : { problem: read.problem, remedy: town.expects };
  },
};

const { list: _ofTheWorkbook, ...itemId } = idCell((id) => findItem(id)?.id, '', `項目IDは${AS_WRITTEN}`);

const goesOn = choiceCell(
  [
    ['継続', 'goes-on'],
    ['終了', 'end'],
    ['対象外', 'none'],
  ] as const,
  10,
);

/** What goes on as a year ends, to be edited: one row for each item that is open or was put off. */
export function planSheet(next: number) {
  const years = [fiscalYearName(next), `${fiscalYearName(next + 1)}以降`];
  return {
    name: '年度更新',
    note: '完了していない項目と、翌年度以降に送られていた項目。',
    columns: {
      municipality: must('団体コード', town, '203033', '直さないでください'),
      item: must('項目ID', itemId, 'S1-3', '直さないでください'),
      now: can('今', textCell(300, 50), '○○町 全体方針の決定: 実施中・試行（50%）', '読み取りません'),
      goesOn: must('翌年度', goesOn, '継続', '継続、終了、対象外のどれか'),
      year: can(
        '実施年度',
        { ...itemYearCell, list: { words: years, strict: true } },
        years[0] ?? '',
        '継続のとき。空なら、完了していない項目は翌年度、送られていた項目はさらに先',
      ),
      due: can('期限', dayCell, `${next}/12/25`, '決まっていなければ空'),
      reason: can('理由', textCell(200, 40), '広域連合で行うため', '終了と対象外には必ず'),
    },
  } satisfies Sheet;
}
