import type { CellValue, DataValidation, Row, Workbook, Worksheet } from 'exceljs';
import { type AnswerColumn, type AnswerRow, answerColumns, HELP_ROW } from '../../programme/check-in/answer-sheet.ts';
import { shortMoment } from '../../programme/day.ts';
import { type Week, weekName } from '../../programme/week.ts';
import { BORDER, CENTER, font, linesIn, MIDDLE_LEFT, NEEDED, PALE, WHITE, WIDTH } from '../workbook/form-style.ts';
import { INK } from '../workbook/template-style.ts';
import { stampBook } from '../xlsx/stamp.ts';
import { withoutTimes } from '../zip-times.ts';

type AnswerBook = {
  /** 団体コード */
  readonly municipality: string;
  readonly town: string;
  /** Fiscal year. */
  readonly year: number;
  readonly week: Week;
  readonly rows: readonly AnswerRow[];
  /** Names of the office's people, to choose who answered. */
  readonly officers: readonly string[];
  /** Of the catalogue. */
  readonly edition: string;
  readonly now: Date;
};

/** What its stamp calls it. */
const ANSWERS = '週次回答表';
/** Where the headings stand; above them is who answered, and when. */
const HEADINGS = 4;
/** As Excel numbers A4. */
const A4 = 9;
/** Excel takes no longer list in a cell's own rule. */
const LONGEST_LIST = 255;
/** In points. */
const LINE = 12;
const QUIET = { argb: 'FF5B7787' };
const columnAt = (key: AnswerColumn['key']): number => answerColumns.findIndex((column) => column.key === key) + 1;

/** 週次回答表: what the weekly card asks, for an office that opens no chat; on A4, to be filled in and sent back. */
export async function answerBook(book: AnswerBook): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  Object.assign(workbook, { creator: '伴走ボット', created: book.now, modified: book.now });
  addAnswerSheet(workbook, book);
  const { municipality, year, week, edition, now, rows } = book;
  const versions = Object.fromEntries(rows.map(({ id, version }) => [id, version]));
  stampBook(workbook, { kind: ANSWERS, municipality, year, week, edition, at: now.toISOString(), versions });
  workbook.views = [{ x: 0, y: 0, width: 20000, height: 14000, firstSheet: 0, activeTab: 0, visibility: 'visible' }];
  return withoutTimes(Buffer.from(await workbook.xlsx.writeBuffer()));
}

function addAnswerSheet(workbook: Workbook, book: AnswerBook): void {
  const sheet = workbook.addWorksheet(ANSWERS, {
    properties: { tabColor: { argb: INK } },
    views: [{ state: 'frozen', xSplit: 0, ySplit: HEADINGS, showGridLines: false, zoomScale: 100 }],
    pageSetup: {
      ...{ paperSize: A4, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 1 },
      ...{ printTitlesRow: `1:${HEADINGS}`, horizontalCentered: true },
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5, header: 0.2, footer: 0.25 },
    },
    headerFooter: { oddFooter: `&L${book.town} ${ANSWERS} ${weekName(book.week)}&R&P / &N` },
  });
  for (const [at, { width }] of answerColumns.entries()) sheet.getColumn(at + 1).width = Math.round(width * WIDTH);
  addHead(sheet, book);
  const [kpis, items] = [book.rows.filter(isOfKpi), book.rows.filter((row) => !isOfKpi(row))];
  if (kpis.length > 0) addBand(sheet, '今週のKPI');
  for (const row of kpis) addAnswerRow(sheet, row);
  addBand(sheet, '相談');
  addHelpRow(sheet);
  if (items.length > 0) addBand(sheet, '項目の段階（変わったときだけ、一覧から選ぶ）');
  for (const row of items) addAnswerRow(sheet, row);
  addGuide(sheet, book.week);
}

const isOfKpi = ({ how }: AnswerRow): boolean => how !== '';

function addHead(sheet: Worksheet, { town, week, officers, now }: AnswerBook): void {
  write(sheet, 1, 1, `${town}　週次回答表　${weekName(week)}`, { size: 15, bold: true, color: { argb: INK } });
  sheet.getRow(1).height = 26;
  const note = '白い欄に書いてください。空欄は「未報告」のままです（0にはなりません）。0 のときは 0 と書きます。';
  write(sheet, 2, 1, `${note}　${shortMoment(now)} 書き出し`, { color: QUIET });
  write(sheet, 3, 1, '回答した方', { bold: true }).alignment = { vertical: 'middle' };
  write(sheet, 3, columnAt('denominator'), '回答した日', { bold: true }).alignment = RIGHT;
  for (const at of [columnAt('before'), columnAt('note')]) {
    Object.assign(sheet.getCell(3, at), { border: BORDER, alignment: MIDDLE_LEFT, numFmt: '@' });
    sheet.getCell(3, at).font = font();
  }
  const list = officers.join(',');
  choose(sheet, 3, columnAt('before'), {
    ...(list !== '' && list.length <= LONGEST_LIST ? { list } : {}),
    prompt: '名簿にあるお名前。分からなければ空欄のままで送れます',
  });
  choose(sheet, 3, columnAt('note'), { prompt: `例: ${week.replaceAll('-', '/')}` });
  sheet.getRow(3).height = 20;
  const heads = sheet.getRow(HEADINGS);
  heads.height = 22;
  for (const [at, { heading }] of answerColumns.entries()) {
    const cell = heads.getCell(at + 1);
    Object.assign(cell, { value: heading, fill: NEEDED, border: BORDER, alignment: CENTER });
    cell.font = font({ bold: true, color: { argb: WHITE } });
  }
}

const RIGHT = { vertical: 'middle', horizontal: 'right' } as const;

function write(sheet: Worksheet, row: number, column: number, value: CellValue, look: Parameters<typeof font>[0]) {
  const cell = sheet.getCell(row, column);
  cell.value = value;
  cell.font = font(look);
  return cell;
}

const nextRow = (sheet: Worksheet): Row => sheet.getRow(sheet.rowCount + 1);

/** What the rows below it are about; its cells are not merged, which would break rows that are sorted. */
function addBand(sheet: Worksheet, title: string): void {
  const row = nextRow(sheet);
  row.height = 17;
  for (const at of answerColumns.keys()) row.getCell(at + 1).fill = PALE;
  row.getCell(2).value = title;
  row.getCell(2).font = font({ bold: true, color: { argb: INK } });
}

function addAnswerRow(sheet: Worksheet, { id, name, how, before, takes, choices, denominator }: AnswerRow): void {
  const row = nextRow(sheet);
  const said = (key: AnswerColumn['key']): CellValue => {
    if (key === 'id') return id;
    if (key === 'what') return nameCell(name, how);
    if (key === 'before') return before;
    return key === 'denominator' ? (denominator ?? null) : null;
  };
  layOut(row, said, (key) => takes.some((take) => take === key));
  row.height = LINE * Math.max(linesIn(how === '' ? name : `${name}\n${how}`, 19), linesIn(before, 15)) + 6;
  if (takes.includes('same')) choose(sheet, row.number, columnAt('same'), { list: '○', prompt: '前回のままなら ○' });
  if (choices) choose(sheet, row.number, columnAt('value'), { list: choices.join(','), isStrict: true });
  else if (takes.includes('numerator'))
    choose(sheet, row.number, columnAt('value'), {
      prompt: '分子と分母を書けば空欄のままで。対象がないときは「未実施」',
    });
}

/** What to write stands below the name, and smaller. */
function nameCell(name: string, how: string): CellValue {
  const strong = { text: name, font: font({ bold: true }) };
  return { richText: how === '' ? [strong] : [strong, { text: `\n${how}`, font: font({ size: 8, color: QUIET }) }] };
}

function addHelpRow(sheet: Worksheet): void {
  const row = nextRow(sheet);
  const { id, name, how } = HELP_ROW;
  layOut(
    row,
    (key) => (key === 'id' ? '' : key === 'what' ? nameCell(name, how) : null),
    (key) => key === 'note',
  );
  row.getCell(1).value = id;
  row.getCell(1).font = font({ size: 7 });
  row.height = 48;
}

function layOut(
  row: Row,
  said: (key: AnswerColumn['key']) => CellValue,
  isOpen: (key: AnswerColumn['key']) => boolean,
): void {
  for (const [at, { key }] of answerColumns.entries()) {
    const cell = row.getCell(at + 1);
    const isText = key === 'id' || key === 'what' || key === 'before';
    Object.assign(cell, { value: said(key), border: BORDER, font: font(key === 'id' ? BOLD : {}) });
    cell.alignment = LEFT.has(key) ? MIDDLE_LEFT : CENTER;
    // Texts are texts, whatever they look like: 1/2 is no day.
    cell.numFmt = NUMBERS.has(key) ? 'General' : '@';
    if (isText) cell.fill = PALE;
    else if (!isOpen(key)) cell.fill = CLOSED;
  }
}

const LEFT = new Set<AnswerColumn['key']>(['what', 'before', 'note']);
const NUMBERS = new Set<AnswerColumn['key']>(['numerator', 'denominator']);
const BOLD = { bold: true, color: { argb: INK } };
const CLOSED = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFD5DDE2' } } as const;

type Choosing = { readonly list?: string; readonly isStrict?: boolean; readonly prompt?: string };
/** exceljs takes one cell here, which its types do not tell. */
type Validated = { readonly dataValidations: { add(cell: string, validation: DataValidation): void } };

function choose(sheet: Worksheet, row: number, column: number, { list, isStrict = false, prompt }: Choosing): void {
  (sheet as unknown as Validated).dataValidations.add(sheet.getCell(row, column).address, {
    ...(list === undefined ? { type: 'custom', formulae: ['TRUE'] } : { type: 'list', formulae: [`"${list}"`] }),
    ...{ allowBlank: true, showErrorMessage: isStrict, errorStyle: 'stop', errorTitle: ANSWERS },
    ...{ error: '一覧から選んでください', showInputMessage: prompt !== undefined },
    ...(prompt === undefined ? {} : { promptTitle: ANSWERS, prompt }),
  });
}

function addGuide(sheet: Worksheet, week: Week): void {
  const lines = [
    `送り返し方: このファイルに書いて、メールで事務局か担当の派遣人材に返してください（${weekName(week)}の分です）。記録する前に、前と後を確かめます。`,
    '直さないでください: 見出し・番号・隠れたシート。並べ替えや列の幅の変更はかまいません。',
  ];
  nextRow(sheet).height = 8;
  for (const line of lines) {
    const row = nextRow(sheet);
    row.getCell(1).value = line;
    row.getCell(1).font = font({ size: 8, color: QUIET });
  }
}
