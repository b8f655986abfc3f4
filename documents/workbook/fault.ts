/** What is wrong in one place of the workbook, and what to write there instead. Rows as Excel numbers them; 0 is the sheet or file itself. */
export type Fault = {
  readonly sheet: string;
  readonly row: number;
  /** The column's heading; empty when the whole row is meant. */
  readonly column: string;
} & Omit<Problem, 'also'>;

/** A fault without its place. */
export type Problem = {
  readonly problem: string;
  readonly remedy: string;
  /** A municipality that is not among those of 市町村, as it was written. */
  readonly unknown?: string;
  /** What is at the bottom of it: faults of one cause are told once, with all their places. */
  readonly cause?: string;
  /** What else is wrong with the same cell. */
  readonly also?: readonly Problem[];
};

/** Faults stop an import; notes are only worth a look. */
export type Findings = { readonly faults: Fault[]; readonly notes: Fault[] };

export const problem = (what: string, remedy: string): Problem => ({ problem: what, remedy });

/** How many rows are named before 「ほか」. */
export const MAX_NAMED = 12;

/** 3・4行目 */
export function rowsText(rows: readonly number[]): string {
  const left = rows.length - MAX_NAMED;
  return `${rows.slice(0, MAX_NAMED).join('・')}行目${left > 0 ? `ほか${left}行` : ''}`;
}

/** 「名簿」5行目「メール」: 同じメールが3行目にもあります。→ 1行にまとめてください。 */
export function faultText({ sheet, row, column, problem, remedy }: Fault): string {
  const place = `${sheet === '' ? '取込表' : `「${sheet}」`}${row > 0 ? `${row}行目` : ''}${column ? `「${column}」` : ''}`;
  return `${place}: ${problem}${remedy ? ` → ${remedy}` : ''}`;
}
