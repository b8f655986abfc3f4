/** Of fewer municipalities than this a sum says too much of each. */
export const FEWEST = 3;

/** A sum over several municipalities (団体コード). */
export type TotalOf = { readonly of: readonly string[] };

/**
 * Of several sums of one figure those that may stand together: each is over enough municipalities, and nothing that is
 * known or stands beside them, however it is added and subtracted, leaves the sum of fewer than that who are not shown.
 * @param known whose figure is shown by itself
 * @param elsewhere over whom the readers see sums of the same figure in other places
 */
export function totalsToShow<T extends TotalOf>(
  totals: readonly T[],
  known: ReadonlySet<string>,
  elsewhere: readonly (readonly string[])[] = [],
): readonly T[] {
  const shown: T[] = [];
  for (const total of totals) {
    const together = [...elsewhere, ...[...shown, total].map(({ of }) => of)];
    if (new Set(total.of).size >= FEWEST && !givesAway(together, known)) shown.push(total);
  }
  return shown;
}

/**
 * Whether some sum of these, each taken any number of times, is over one or two that are not known: then leaving those
 * two out makes one of the sums follow from the others.
 */
function givesAway(sums: readonly (readonly string[])[], known: ReadonlySet<string>): boolean {
  const hidden = sums.map((of) => new Set(of.filter((code) => !known.has(code)))).filter(({ size }) => size > 0);
  const codes = [...new Set(hidden.flatMap((of) => [...of]))];
  const rankWithout = (...left: readonly string[]) => {
    const columns = codes.filter((code) => !left.includes(code));
    return rankOf(hidden.map((of) => columns.map((code) => (of.has(code) ? 1 : 0))));
  };
  const all = rankWithout();
  return codes.some((one, at) => codes.slice(at).some((other) => rankWithout(one, other) < all));
}

/** How many of the rows do not follow from the others. */
function rankOf(rows: readonly (readonly number[])[]): number {
  const left = rows.map((row) => [...row]);
  let rank = 0;
  for (let column = 0; column < (left[0]?.length ?? 0); column++) {
    const at = left.findIndex((row, place) => place >= rank && Math.abs(row[column] ?? 0) > 1e-9);
    if (at < 0) continue;
    const [pivot = []] = left.splice(at, 1);
    left.splice(rank, 0, pivot);
    for (const row of left.slice(rank + 1)) subtract(row, pivot, column);
    rank++;
  }
  return rank;
}

/** Takes from a row as much of another as leaves nothing in this column. */
function subtract(row: number[], pivot: readonly number[], column: number): void {
  const factor = (row[column] ?? 0) / (pivot[column] ?? 1);
  if (factor !== 0) for (const at of row.keys()) row[at] = (row[at] ?? 0) - factor * (pivot[at] ?? 0);
}
