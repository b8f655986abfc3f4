/** How many signs two words differ in, as far as `most`; Infinity beyond. */
export function distance(a: string, b: string, most: number): number {
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

/** How much a word may be off before it is another one: the shorter, the less. */
export const tolerance = (word: string): number => (word.length < 3 ? 0 : word.length < 6 ? 1 : 2);

/** How alike two texts are, from 0 to 1, by the pairs of signs they share. */
export function likeness(a: string, b: string): number {
  const [left, right] = [pairsOf(a), pairsOf(b)];
  if (left.size === 0 || right.size === 0) return 0;
  const shared = [...left].filter((pair) => right.has(pair)).length;
  return (2 * shared) / (left.size + right.size);
}

const pairsOf = (text: string): ReadonlySet<string> =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
