import type { CellValue, DataValidation, PaperSize, Workbook, Worksheet } from 'exceljs';
import { fiscalYearName, shortMoment } from '../../programme/day.ts';
import type { Initiative } from '../../programme/initiatives/initiative.ts';
import { type RoadmapColumn, roadmapColumns } from '../../programme/initiatives/roadmap-columns.ts';
import {
  BAR,
  BORDER,
  CENTER,
  font,
  linesIn,
  NEEDED,
  PALE,
  TOP_LEFT,
  WANTED,
  WHITE,
  WIDTH,
} from '../workbook/form-style.ts';
import { INK } from '../workbook/template-style.ts';
import type { Choices } from './roadmap-lists.ts';

export type RoadmapSheet = {
  readonly town: string;
  /** The first year, the one with quarters. */
  readonly year: number;
  readonly initiatives: readonly Initiative[];
  readonly now: Date;
};

/** As Excel numbers it; the types of exceljs do not have it. */
const A3 = 8 as unknown as PaperSize;
/** Where the headings stand; what is above them is for the eye. */
const HEADINGS = 4;
/** Empty rows for new ones. */
const BLANK_ROWS = 8;
/** Headings stay in sight down to this column when the sheet is moved sideways. */
const FROZEN_COLUMNS = 1;

/** One 工程表 as a sheet: A3, one page wide, to be filled in and sent back. @param choices where the lists of choices stand */
export function addRoadmapSheet(workbook: Workbook, sheet: RoadmapSheet, choices: Choices): Worksheet {
  const columns = roadmapColumns(sheet.year);
  const worksheet = workbook.addWorksheet(sheetName(workbook, sheet.town), {
    properties: { tabColor: { argb: INK } },
    views: [{ state: 'frozen', xSplit: FROZEN_COLUMNS, ySplit: HEADINGS, showGridLines: false, zoomScale: 90 }],
    pageSetup: {
      ...{ paperSize: A3, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      ...{ printTitlesRow: `1:${HEADINGS}`, horizontalCentered: true },
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5, header: 0.2, footer: 0.25 },
    },
    headerFooter: { oddFooter: `&L${sheet.town} 工程表&R&P / &N` },
  });
  for (const [at, column] of columns.entries()) {
    const own = worksheet.getColumn(at + 1);
    own.width = Math.round(column.width * WIDTH * 10) / 10;
    own.hidden = isOurs(column);
  }
  addHead(worksheet, columns, sheet);
  const last = HEADINGS + sheet.initiatives.length + BLANK_ROWS;
  for (let row = HEADINGS + 1; row <= last; row++)
    addRow(worksheet, row, columns, sheet.initiatives[row - HEADINGS - 1]);
  for (const [at, column] of columns.entries())
    addValidation(worksheet, worksheet.getColumn(at + 1).letter, last, column, choices);
  addBars(worksheet, columns, last);
  return worksheet;
}

/** What Excel takes as the name of a sheet; no two are the same. */
function sheetName(workbook: Workbook, town: string): string {
  const plain = town.replace(/[\\/*?:[\]']/g, '').slice(0, 20);
  const name = `工程表 ${plain}`;
  return workbook.getWorksheet(name) ? `${name} ${workbook.worksheets.length}` : name;
}

const isOurs = ({ kind }: RoadmapColumn): boolean => kind === 'id' || kind === 'version';

function addHead(worksheet: Worksheet, columns: readonly RoadmapColumn[], { town, year, now }: RoadmapSheet): void {
  const title = worksheet.getCell(1, 1);
  title.value = `${town}　具体的取組方針（工程表）　${fiscalYearName(year)}〜${fiscalYearName(year + 2)}`;
  title.font = font({ size: 15, bold: true, color: { argb: INK } });
  worksheet.getRow(1).height = 26;
  const note = worksheet.getCell(2, 1);
  note.value = `濃い見出しは必ず書くところです。時期は ○ を付けると色が付きます。金額は千円。人の名前は書かず、課の名前で書きます。　${shortMoment(now)} 書き出し`;
  note.font = font({ color: { argb: 'FF5B7787' } });
  worksheet.getRow(2).height = 16;
  addGroups(worksheet, columns, year);
  const row = worksheet.getRow(HEADINGS);
  row.height = 40;
  for (const [at, { heading, kind, required }] of columns.entries()) {
    const cell = row.getCell(at + 1);
    cell.value = kind === 'mark' ? heading.replace(' ', '\n') : heading;
    Object.assign(cell, { fill: required || kind === 'mark' ? NEEDED : WANTED, border: BORDER, alignment: CENTER });
    cell.font = font({ size: kind === 'mark' ? 7 : 8, bold: true, color: { argb: WHITE } });
  }
}

/** What several columns are about, over them; cells are not merged, which would break rows that are sorted. */
function addGroups(worksheet: Worksheet, columns: readonly RoadmapColumn[], year: number): void {
  const at = (key: string) => columns.findIndex((column) => column.key === key) + 1;
  const groups = [
    ['スケジュール', at('q1'), at('third')],
    [`予算・財源（要求は${fiscalYearName(year)}の予算から）`, at('initialCost'), at('fundings')],
    ['庁内決定', at('decidedOn'), at('decidedAt')],
  ] as const;
  for (const [name, from, until] of groups) {
    for (let column = from; column <= until; column++) {
      const cell = worksheet.getCell(HEADINGS - 1, column);
      if (column === from) cell.value = name;
      Object.assign(cell, { fill: PALE, alignment: { vertical: 'middle', horizontal: 'centerContinuous' } });
      cell.font = font({ size: 8, bold: true, color: { argb: INK } });
    }
  }
  worksheet.getRow(HEADINGS - 1).height = 15;
}

function addRow(
  worksheet: Worksheet,
  number: number,
  columns: readonly RoadmapColumn[],
  one: Initiative | undefined,
): void {
  const row = worksheet.getRow(number);
  row.height = one ? heightOf(columns, one) : BLANK_HEIGHT;
  for (const [at, column] of columns.entries()) {
    const cell = row.getCell(at + 1);
    if (one) cell.value = cellValue(column, one);
    cell.font = font({ bold: column.key === 'name' });
    cell.border = BORDER;
    cell.alignment = column.kind === 'mark' || column.key === 'priority' ? CENTER : TOP_LEFT;
    cell.numFmt = FORMATS[column.kind] ?? '@';
  }
}

/** As high as its longest text: a program that only prints it fits no row by itself. */
function heightOf(columns: readonly RoadmapColumn[], one: Initiative): number {
  const lines = columns
    .filter((column) => !isOurs(column))
    .map((column) => linesIn(String(column.cell(one) ?? ''), column.width));
  return Math.min(MOST_HEIGHT, Math.max(BLANK_HEIGHT, Math.max(...lines) * LINE + 6));
}

/** In points; Excel has no higher rows. */
const [LINE, BLANK_HEIGHT, MOST_HEIGHT] = [11.5, 30, 400];

/** Texts are texts, whatever they look like: 1/2 is no day. */
const FORMATS: Readonly<Partial<Record<RoadmapColumn['kind'], string>>> = {
  thousands: '#,##0',
  day: 'yyyy/m/d',
  version: '0',
};

function cellValue(column: RoadmapColumn, one: Initiative): CellValue {
  const said = column.cell(one);
  if (said === undefined) return null;
  return column.kind === 'day' ? new Date(said) : said;
}

/** exceljs takes ranges here, which its types do not tell. */
type Validated = { readonly dataValidations: { add(range: string, validation: DataValidation): void } };
/** Excel refuses longer titles and prompts. */
const LIMITS = { title: 30, prompt: 240 };

function addValidation(
  worksheet: Worksheet,
  letter: string,
  last: number,
  column: RoadmapColumn,
  choices: Choices,
): void {
  const { kind, heading, hint } = column;
  const range = choices.get(column.key);
  if (isOurs(column) || (range === undefined && hint === undefined)) return;
  const isStrict = kind === 'choice';
  (worksheet as unknown as Validated).dataValidations.add(`${letter}${HEADINGS + 1}:${letter}${last}`, {
    // Several may be written into one cell: the list only helps.
    ...(range ? { type: 'list', formulae: [range] } : { type: 'custom', formulae: ['TRUE'] }),
    ...{ allowBlank: true, showInputMessage: hint !== undefined, showErrorMessage: isStrict, errorStyle: 'stop' },
    ...{ promptTitle: heading.slice(0, LIMITS.title), prompt: (hint ?? '').slice(0, LIMITS.prompt) },
    ...{ errorTitle: heading.slice(0, LIMITS.title), error: '一覧から選んでください' },
  });
}

/** A bar is the colour of a cell with a mark: it moves when a mark does. */
function addBars(worksheet: Worksheet, columns: readonly RoadmapColumn[], last: number): void {
  const marks = columns.flatMap(({ kind }, at) => (kind === 'mark' ? [worksheet.getColumn(at + 1).letter] : []));
  const [from, until] = [marks[0], marks.at(-1)];
  worksheet.addConditionalFormatting({
    ref: `${from}${HEADINGS + 1}:${until}${last}`,
    rules: [
      {
        ...{ type: 'expression', priority: 1, formulae: [`LEN(TRIM(${from}${HEADINGS + 1}))>0`] },
        style: {
          fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: BAR } },
          font: { color: { argb: WHITE }, bold: true },
        },
      },
    ],
  });
}
