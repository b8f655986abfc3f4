import { findItem } from '../../programme/catalogue.ts';
import { fiscalYearName, instantOf, shortDate } from '../../programme/day.ts';
import { type ItemRecord, itemStandingName } from '../../programme/progress/item-record.ts';
import { type ItemGoingOn, isUnfinished, type NewYear } from '../../programme/year/new-year.ts';
import { addTable } from '../workbook/template.ts';
import { planSheet } from './plan-sheet.ts';

/**
 * The sheet in which the operator decides what goes on: as it stands decided, or as it would be if nobody decided.
 * @param closing the items of the closing year, as they stand
 */
export async function writePlan(newYear: NewYear, closing: readonly ItemRecord[]): Promise<Buffer> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  workbook.creator = '伴走ボット';
  workbook.created = instantOf(`${newYear.next}-04-01`);
  workbook.modified = workbook.created;
  const rows = newYear.towns.flatMap(({ municipality, items }) =>
    items.filter(isUnfinished).map((one) => rowOf(one, municipality.name, newYear.next, closing)),
  );
  addTable(workbook, planSheet(newYear.next), rows);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function rowOf({ goesOn, record, given }: ItemGoingOn, town: string, next: number, closing: readonly ItemRecord[]) {
  const { municipality, item, due } = record;
  const before = closing.find((one) => one.municipality === municipality && one.item === item);
  const year = goesOn === 'later' ? `${fiscalYearName(next + 1)}以降` : fiscalYearName(next);
  const isGoingOn = goesOn === 'this' || goesOn === 'later';
  return [
    municipality,
    item,
    `${town} ${findItem(item)?.short ?? ''}: ${standingText(before)}`,
    isGoingOn ? '継続' : goesOn === 'end' ? '終了' : '対象外',
    isGoingOn ? year : null,
    due === undefined ? null : new Date(due),
    given ?? null,
  ];
}

/** 実施中・試行（50%）、期限 2/28(金) */
function standingText(record: ItemRecord | undefined): string {
  if (record?.year === 'later') return `${fiscalYearName(record.fiscalYear + 1)}以降`;
  return [itemStandingName(record), ...(record?.due ? [`期限 ${shortDate(record.due)}`] : [])].join('、');
}
