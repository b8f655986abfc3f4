import { good, type Rows } from '../workbook/sample.ts';

export type Cells = readonly [duties: string | null, party: string | null, pledged: string | null];

/** The sample workbook with what binds: who is not named has empty cells. */
export const withBinding = (
  cells: Readonly<Record<string, Cells>>,
  more: readonly (readonly string[])[] = [],
): Rows => ({
  ...good,
  名簿: [
    ...(good['名簿'] ?? []).map((row) => [
      ...row,
      ...[null, null, null],
      ...(cells[String(row[0])] ?? [null, null, null]),
    ]),
    ...more,
  ],
});

/** 誓約 of the secretariat, and of nobody else. */
export const OFFICE_PLEDGED: Readonly<Record<string, Cells>> = { '事務 局子': ['PM', null, '2024/8/15'] };
