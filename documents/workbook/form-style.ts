import type { Alignment, Borders, Fill, Font } from 'exceljs';
import { INK } from './template-style.ts';

const FONT = 'BIZ UDPGothic';
const solid = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });

export const PALE = solid('FFEAF0F3');
export const NEEDED = solid(INK);
export const WANTED = solid('FF5B7787');
/** Of a bar, and of the mark in it. */
export const BAR = 'FF2E86AB';
export const WHITE = 'FFFFFFFF';

const thin = { style: 'thin', color: { argb: 'FFB8C6CE' } } as const;
export const BORDER: Partial<Borders> = { top: thin, bottom: thin, left: thin, right: thin };
export const TOP_LEFT: Partial<Alignment> = { vertical: 'top', wrapText: true };
export const MIDDLE_LEFT: Partial<Alignment> = { vertical: 'middle', horizontal: 'left', indent: 1, wrapText: true };
export const CENTER: Partial<Alignment> = { vertical: 'middle', horizontal: 'center', wrapText: true };
export const font = (more: Partial<Font> = {}): Partial<Font> => ({ name: FONT, size: 9, ...more });

/** Of a column, in digits of the font of the sheet, for each full-width sign. */
export const WIDTH = 1.7;

/** A sign of half width takes half; a line holds a little less than its cell is wide. */
export function linesIn(text: string, width: number): number {
  const signs = (line: string) => [...line].reduce((sum, sign) => sum + (/[ -~｡-ﾟ]/.test(sign) ? 0.55 : 1), 0);
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(signs(line) / (width * 0.93))), 0);
}
