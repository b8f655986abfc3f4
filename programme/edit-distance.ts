/** How many signs two words differ in (Levenshtein), as far as `most`; Infinity beyond. */
export function editDistance(a: string, b: string, most = Number.POSITIVE_INFINITY): number {
  if (Math.abs(a.length - b.length) > most) return Number.POSITIVE_INFINITY;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [at, sign] of [...a].entries()) {
    row = nextRow(row, sign, b, at + 1);
    if (Math.min(...row) > most) return Number.POSITIVE_INFINITY;
  }
  const total = row.at(-1) ?? 0;
  return total > most ? Number.POSITIVE_INFINITY : total;
}

/** One row of Levenshtein's table, from the one above it. */
function nextRow(row: readonly number[], sign: string, b: string, first: number): number[] {
  const next = [first];
  for (let at = 1; at <= b.length; at++) {
    const changed = (row[at - 1] ?? 0) + (sign === b[at - 1] ? 0 : 1);
    next.push(Math.min((row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1, changed));
  }
  return next;
}
