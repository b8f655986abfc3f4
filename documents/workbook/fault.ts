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

/** How many rows or runs of rows are named before 「ほか」. */
const MAX_NAMED = 12;
/** As many rows on end are written as a run: 2〜4 is shorter than 2・3・4. */
const SHORTEST_RUN = 3;

type Place = Pick<Fault, 'sheet' | 'row'>;

/** 「取組」3〜27行目、「KPI」2・4行目 */
export function placesText(places: readonly Place[]): string {
  const parts = partsOf(places);
  const named = parts.slice(0, MAX_NAMED);
  const sheetNames = [...new Set(named.map(([{ sheet }]) => sheet))];
  const texts = sheetNames.map((sheet) => {
    const own = named.filter(([first]) => first.sheet === sheet);
    return `「${sheet}」${own.map(partText).join('・')}行目`;
  });
  const left = parts.slice(MAX_NAMED).flat().length;
  return texts.join('、') + (left > 0 ? `ほか${left}か所` : '');
}

type Part = readonly [Place, ...Place[]];

const partText = (part: Part): string =>
  part.length === 1 ? `${part[0].row}` : `${part[0].row}〜${part[0].row + part.length - 1}`;

/** Runs of rows, and rows that are in none; the places of a sheet come in the order of its rows. */
function partsOf(places: readonly Place[]): readonly Part[] {
  const runs: [Place, ...Place[]][] = [];
  for (const place of places) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last?.sheet === place.sheet && last.row + 1 === place.row) run.push(place);
    else runs.push([place]);
  }
  return runs.flatMap((run): readonly Part[] => (run.length < SHORTEST_RUN ? run.map((one) => [one]) : [run]));
}

/** 「名簿」5行目「メール」: 同じメールが3行目にもあります。→ 1行にまとめてください。 */
export function faultText({ sheet, row, column, problem, remedy }: Fault): string {
  const place = `${sheet === '' ? '取込表' : `「${sheet}」`}${row > 0 ? `${row}行目` : ''}${column ? `「${column}」` : ''}`;
  return `${place}: ${problem}${remedy ? ` → ${remedy}` : ''}`;
}
