import type { Spot } from './svg.ts';

/** What words take of a picture. */
export type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** How far words stand from what is drawn, where there is room. */
const CLEAR = 8;
/** How far words stand from other words, with which they would be read as one. */
const APART = 16;
/** How near to each other the spots of a line are: no words fit between them. */
const STEP = 10;

/** About how wide words are. */
export const pixelsOf = (said: string, size: number): number =>
  [...said].reduce((sum, sign) => sum + (sign.charCodeAt(0) < 0x100 ? size * 0.6 : size), 0);

/** What words take that begin at a spot. */
export const boxOf = (said: string, { x, y }: Spot, size: number): Box => ({
  ...{ left: x - 4, right: x + pixelsOf(said, size) + 4 },
  ...{ top: y - size + 2, bottom: y + 6 },
});

type Around = {
  /** Spots of what is drawn. */
  readonly drawn: readonly Spot[];
  /** Words that stand there already. */
  readonly taken: readonly Box[];
  readonly size: number;
};

/**
 * Where words may begin: the first of these spots at which they touch nothing, or else the one at which they are least near.
 * @returns undefined where there is no spot
 */
export function freest(said: string, spots: readonly Spot[], { drawn, taken, size }: Around): Spot | undefined {
  const free = (spot: Spot): number => {
    const box = boxOf(said, spot, size);
    if (taken.some((other) => overlap(box, other))) return -1;
    return Math.min(CLEAR, ...drawn.map((one) => distanceTo(box, one)));
  };
  return spots.toSorted((a, b) => free(b) - free(a))[0];
}

const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right + APART && other.left < one.right + APART && one.top < other.bottom && other.top < one.bottom;

/** How far a spot is from words; none where it is within them. */
export const distanceTo = ({ left, right, top, bottom }: Box, { x, y }: Spot): number =>
  Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));

/** Spots along a line, near enough to each other that no words fit between them. */
export function spotsAlong(line: readonly Spot[]): Spot[] {
  return line.flatMap((from, at) => {
    const to = line[at + 1];
    if (!to) return [from];
    const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / STEP));
    return Array.from({ length: steps }, (_, step) => ({
      x: from.x + ((to.x - from.x) * step) / steps,
      y: from.y + ((to.y - from.y) * step) / steps,
    }));
  });
}
