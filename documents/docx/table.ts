import {
  BorderStyle,
  NoBreakHyphen,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { TEXT_WIDTH } from './page.ts';

/** What stands where a form has a field and there is nothing to say. */
export const NONE = '（なし）';
export const orNone = (lines: readonly string[] | undefined): readonly string[] =>
  lines !== undefined && lines.length > 0 ? lines : [NONE];
/** What stands where somebody may write and has not: whether there is nothing, nobody has said. */
export const UNWRITTEN = '（未記入）';
/** The lines of what somebody wrote. */
export const linesWritten = (text: string | undefined): readonly string[] => (text ? text.split(/\r?\n/) : [UNWRITTEN]);

/** The width of the names of the fields, in twentieths of a point. */
const LABEL = 3000;
/** A row with more lines may go over the end of a page. */
const WHOLE_UP_TO = 12;
const BORDER = { style: BorderStyle.SINGLE, size: 4, color: '808080' };
const BORDERS = { top: BORDER, bottom: BORDER, left: BORDER, right: BORDER };
const INSIDE = { top: 60, bottom: 60, left: 100, right: 100 };
const CLOSE = { top: 15, bottom: 15, left: 70, right: 70 };
/** Half points. */
const SMALL = 16;
/** Twentieths of a point. */
const SMALL_LINE = 225;
const REFERENCE = 12;
const GREY = '595959';
const SHADE = 'EDEDED';

/** Between the two parts of a code. */
const CODE_HYPHEN = /(?<=\b[A-Z]\d)-(?=\d)/;

type Look = 'plain' | 'small' | 'codes';

/** A field of a form: its name, and its lines. */
export type FieldRow = readonly [label: string, ...lines: readonly string[]];

/** A form: the names of its fields on the left, what they hold on the right. */
export function fieldTable(rows: readonly FieldRow[]): Table {
  const widths = [LABEL, TEXT_WIDTH - LABEL] as const;
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    rows: rows.map(
      ([label, ...lines]) =>
        new TableRow({
          cantSplit: lines.length < WHOLE_UP_TO,
          children: [cell([label], widths[0], true), cell(lines, widths[1])],
        }),
    ),
  });
}

/**
 * A list: headings, which come again on each page, and a row for each.
 * @param shares how wide each column is, beside the others
 * @param look small where much has to stand on one page; codes: small, and full of the codes of items
 */
export function listTable(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  shares: readonly number[] = headings.map(() => 1),
  look: Look = 'plain',
): Table {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => Math.floor((TEXT_WIDTH * share) / whole));
  const line = (cells: readonly string[], isHeading: boolean) =>
    new TableRow({
      cantSplit: true,
      ...(isHeading ? { tableHeader: true } : {}),
      children: cells.map((text, at) => cell(text.split(/\r?\n/), widths[at] ?? 0, isHeading, look)),
    });
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [line(headings, true), ...rows.map((row) => line(row, false))],
  });
}

function cell(lines: readonly string[], size: number, isLabel = false, look: Look = 'plain'): TableCell {
  const isSmall = look !== 'plain';
  const letters = isSmall ? { size: SMALL } : {};
  return new TableCell({
    width: { size, type: WidthType.DXA },
    verticalAlign: isLabel ? VerticalAlign.CENTER : VerticalAlign.TOP,
    borders: BORDERS,
    margins: isSmall ? CLOSE : INSIDE,
    ...(isLabel ? { shading: { fill: SHADE } } : {}),
    children: lines.map(
      (text) =>
        new Paragraph({
          ...(isSmall ? { spacing: { line: SMALL_LINE, lineRule: 'atLeast' } } : {}),
          children: runsOf(text, { bold: isLabel, ...letters }, look === 'codes'),
        }),
    ),
  });
}

/** With the codes of items in it, S2-1, each on one line. */
function codedRun(line: string, look: { readonly bold: boolean; readonly size?: number }): TextRun {
  const [first = '', ...rest] = line.split(CODE_HYPHEN);
  return new TextRun({ children: [first, ...rest.flatMap((part) => [new NoBreakHyphen(), part])], ...look });
}

/** A reference at the end of a line, 12回 〔4-012〕, is small beside what it is of, and stays on one line. */
function runsOf(
  line: string,
  look: { readonly bold: boolean; readonly size?: number },
  isCoded: boolean,
): readonly TextRun[] {
  const [, text, chapter, number] = /^(.*?)(〔\d+)-(\d+〕)$/.exec(line) ?? [];
  if (text === undefined || chapter === undefined || number === undefined)
    return [CODE_HYPHEN.test(line) && isCoded ? codedRun(line, look) : new TextRun({ text: line, ...look })];
  // A line that is too long ends before the reference.
  const before = text === '' ? '' : ' ';
  const small = { children: [`${before}${chapter}`, new NoBreakHyphen(), number], size: REFERENCE, color: GREY };
  return [...(text === '' ? [] : [new TextRun({ text, ...look })]), new TextRun(small)];
}
