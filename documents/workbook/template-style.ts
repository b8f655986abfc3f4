import type { Alignment, Borders, Fill, Font, Row, Workbook, Worksheet } from 'exceljs';

export const FONT = 'BIZ UDPGothic';
export const INK = 'FF1F3A4D';
const REQUIRED: Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: INK } };
const OPTIONAL: Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF6B8797' } };
export const LABEL: Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEAF0F3' } };
export const HAIRLINE: Partial<Borders> = { bottom: { style: 'hair', color: { argb: 'FFB8C6CE' } } };
export const MIDDLE: Partial<Alignment> = { vertical: 'middle', wrapText: true };

export const bodyFont = (): Partial<Font> => ({ name: FONT, size: 11 });

/** A sheet ready for A4: headings stay in sight and are repeated on every page. */
export function addSheet(workbook: Workbook, name: string, colour: string, frozenRows = 1): Worksheet {
  return workbook.addWorksheet(name, {
    properties: { tabColor: { argb: colour }, defaultRowHeight: 20 },
    views: [{ state: 'frozen', ySplit: frozenRows, showGridLines: false }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `1:${frozenRows}`,
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddHeader: '&L&A', oddFooter: '&C&P / &N' },
  });
}

export function styleHeading(row: Row, required: readonly boolean[]): void {
  row.height = 26;
  for (const [i, must] of required.entries()) {
    const cell = row.getCell(i + 1);
    cell.font = { name: FONT, size: 11, bold: true, color: { argb: 'FFFFFFFF' } };
    cell.fill = must ? REQUIRED : OPTIONAL;
    cell.alignment = { ...MIDDLE, horizontal: 'center' };
  }
}
