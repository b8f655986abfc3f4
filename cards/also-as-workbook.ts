import type { Ask, Card } from './card.ts';

/** What is said for it, each in full. */
const SAID = ['Excelで受け取る', 'Excelで', 'Excel', 'エクセルで', 'エクセル'];

/** 「Excelで」 as the next message gives what this card shows as a workbook. */
export const alsoAsWorkbook = (shown: Card, asked: Ask): Card => ({
  ...shown,
  offers: SAID.map((label) => ({ label, ask: asked })),
});
