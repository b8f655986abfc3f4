import type { Ask, Card } from './card.ts';

/** What is said for it, each in full. */
const SAID = ['Excelで受け取る', 'Excelで', 'Excel', 'エクセルで', 'エクセル'];

/** What is said for the same of all municipalities. */
const OTHERS = ['市町村', '町', '町村', '村', '団体'].flatMap((towns) =>
  ['は', 'も', 'は？', 'はどうですか', 'も見たい', 'も見せて'].map((asked) => `ほかの${towns}${asked}`),
);

/**
 * 「Excelで」 as the next message gives what this card shows as a workbook.
 * @param everywhere what 「ほかの町は」 gives behind what is shown of one municipality
 */
export const alsoAsWorkbook = (shown: Card, asked: Ask, everywhere?: Ask): Card => ({
  ...shown,
  offers: [
    ...SAID.map((label) => ({ label, ask: asked })),
    ...(everywhere ? OTHERS.map((label) => ({ label, ask: everywhere })) : []),
  ],
});
