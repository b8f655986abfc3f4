/** What the server held after a collection, so many minutes after the start. */
export type Sample = { readonly minute: number; readonly heapMb: number; readonly rssMb: number };

/**
 * Flat: over the second half, when caches are full, the straight line through the samples rises by less than this.
 * 1 MB a minute at 50 turns a second is 350 bytes a turn; what the reports themselves add to the documents that are
 * kept in memory is within it.
 */
const HEAP_BOUND = 1;
const RSS_BOUND = 3;

export type Verdict = { readonly heapSlope: number; readonly rssSlope: number; readonly isFlat: boolean };

export function verdictOn(samples: readonly Sample[]): Verdict {
  const last = samples.at(-1)?.minute ?? 0;
  const half = samples.filter(({ minute }) => minute >= last / 2);
  const heapSlope = slopeOf(half.map(({ minute, heapMb }) => [minute, heapMb]));
  const rssSlope = slopeOf(half.map(({ minute, rssMb }) => [minute, rssMb]));
  return { heapSlope, rssSlope, isFlat: heapSlope <= HEAP_BOUND && rssSlope <= RSS_BOUND };
}

export const bounds = `heap ≤ ${HEAP_BOUND} MB/min, RSS ≤ ${RSS_BOUND} MB/min over the second half`;

/** Of the line with the least squares. */
function slopeOf(points: readonly (readonly [x: number, y: number])[]): number {
  const mean = (at: 0 | 1) => points.reduce((sum, point) => sum + point[at], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const over = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  const under = points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
  return under === 0 ? 0 : over / under;
}
