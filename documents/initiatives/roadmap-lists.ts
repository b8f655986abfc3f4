import type { Workbook } from 'exceljs';
import { roadmapColumns } from '../../programme/initiatives/roadmap-columns.ts';
import { font, NEEDED, WHITE } from '../workbook/form-style.ts';

/** Where the choices of a column stand, by its key. */
export type Choices = ReadonlyMap<string, string>;

const SHEET = '一覧';

/** 一覧: what can be chosen, a column each. Lists that are written into a validation itself may have 255 signs only. */
export function addChoices(workbook: Workbook, year: number): Choices {
  const worksheet = workbook.addWorksheet(SHEET, { state: 'hidden', properties: { tabColor: { argb: 'FFB8C6CE' } } });
  const listed = roadmapColumns(year).filter(({ choices, kind }) => choices !== undefined && kind !== 'mark');
  const ranges = listed.map(({ key, heading, choices = [] }, at) => {
    const column = worksheet.getColumn(at + 1);
    column.width = 42;
    column.values = [heading, ...choices.map(({ label }) => label)];
    column.font = font();
    const head = worksheet.getCell(1, at + 1);
    Object.assign(head, { font: font({ bold: true, color: { argb: WHITE } }), fill: NEEDED });
    return [key, `'${SHEET}'!$${column.letter}$2:$${column.letter}$${choices.length + 1}`] as const;
  });
  const marks = roadmapColumns(year).flatMap(({ key, kind }) => (kind === 'mark' ? [[key, '"○"'] as const] : []));
  return new Map([...ranges, ...marks]);
}
