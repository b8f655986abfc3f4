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
