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
  /** What else is wrong with the same cell. */
  readonly also?: readonly Problem[];
};

/** Faults stop an import; notes are only worth a look. */
export type Findings = { readonly faults: Fault[]; readonly notes: Fault[] };

export const problem = (what: string, remedy: string): Problem => ({ problem: what, remedy });

/** 「名簿」5行目「メール」: 同じメールが3行目にもあります。→ 1行にまとめてください。 */
export function faultText({ sheet, row, column, problem, remedy }: Fault): string {
  const place = `${sheet === '' ? '取込表' : `「${sheet}」`}${row > 0 ? `${row}行目` : ''}${column ? `「${column}」` : ''}`;
  return `${place}: ${problem}${remedy ? ` → ${remedy}` : ''}`;
}
