import { changed, lost, pairsOfKana, signsOf, skeletonOf } from './kana.ts';
import type { SoundName } from './sound-names.ts';
import type { Way } from './spoken-ways.ts';

/** Where a text sounds like a name, and how far off. */
export type Sounding = { readonly name: SoundName; readonly from: number; readonly to: number; readonly off: number };
export type HeardAs = {
  readonly ways: readonly (readonly Way[])[];
  readonly isStart: (at: number) => boolean;
  readonly isEnd: (at: number) => boolean;
};

/** How far off a name may be, by how many kana it has: the shorter, the less. */
const FAR: readonly (readonly [kana: number, off: number])[] = [
  [14, 2],
  [10, 1.5],
  [7, 1],
  [5, 0.75],
  [0, 0.5],
];
const farthest = (kana: string): number => FAR.find(([length]) => kana.length >= length)?.[1] ?? 0;
/** Of a name's pairs of kana so many have to be near one another in the text, before it is compared sign by sign. */
const SHARED = 0.55;

/** The names a text may hold by its sound, each at its best place. */
export function soundingIn(heard: HeardAs, names: readonly SoundName[]): readonly Sounding[] {
  const places = pairsIn(heard.ways);
  const said = heard.ways.map((ways) => ways.map(({ kana, to }) => ({ signs: signsOf(kana), to })));
  return names.flatMap((name) => {
    const around = mayHold(name, places);
    const place = around && bestPlace(heard, said, name, around);
    return place ? [{ name, ...place }] : [];
  });
}

/** Where each two kana may follow one another. */
type Places = ReadonlyMap<string, readonly number[]>;

function pairsIn(ways: HeardAs['ways']): Places {
  const bare = ways.map((each) => each.map(({ kana, to }) => ({ bare: skeletonOf(kana), to })));
  const begins = (at: number, deep = 3): readonly string[] =>
    (bare[at] ?? []).flatMap((way) =>
      way.bare === '' && deep > 0 ? begins(way.to, deep - 1) : [way.bare.slice(0, 1)],
    );
  const found = new Map<string, number[]>();
  const put = (pair: string, at: number): void => {
    const places = found.get(pair);
    if (!places) found.set(pair, [at]);
    else if (places.at(-1) !== at) places.push(at);
  };
  for (const [at, each] of bare.entries()) {
    const nexts = new Set(begins(at + 1));
    for (const { bare: said } of each) {
      for (const pair of pairsOfKana(said)) put(pair, at);
      for (const next of nexts) put(said.slice(-1) + next, at);
    }
  }
  return found;
}

type Around = { readonly first: number; readonly last: number };

/** Between which places a name may stand; undefined where too few of its kana are near one another. */
function mayHold({ pairs, kana }: SoundName, places: Places): Around | undefined {
  const needed = pairs.length * SHARED;
  if (!isShared(pairs, places, needed)) return undefined;
  const found = pairs.flatMap((pair) => places.get(pair) ?? []).sort((a, b) => a - b);
  const groups: (readonly number[])[] = [];
  for (let from = 0, to = 0; from < found.length; from++) {
    while (to < found.length && (found[to] ?? 0) - (found[from] ?? 0) <= kana.length) to++;
    if (to - from >= needed) groups.push([found[from] ?? 0, found[to - 1] ?? 0]);
  }
  const ends = groups.flat();
  return groups.length === 0
    ? undefined
    : { first: Math.min(...ends) - kana.length, last: Math.max(...ends) + kana.length };
}

/** Asked of every name there is: no further than it takes. */
function isShared(pairs: readonly string[], places: Places, needed: number): boolean {
  let [shared, left] = [0, pairs.length];
  for (const pair of pairs) {
    if (places.has(pair)) shared++;
    left--;
    if (shared >= needed) return true;
    if (shared + left < needed) return false;
  }
  return shared >= needed;
}

/** How far off the name is, said up to each of its signs, and where that began. */
type Row = { readonly off: Float64Array; readonly from: Int16Array; isOpen: boolean };
type Said = readonly (readonly { readonly signs: readonly number[]; readonly to: number }[])[];

const MOST_SIGNS = 64;
const row = (): Row => ({ off: new Float64Array(MOST_SIGNS), from: new Int16Array(MOST_SIGNS), isOpen: false });
/** Kept from one search to the next: nothing else runs meanwhile. */
const rows: Row[] = [];
const rowAt = (at: number): Row => (rows[at] ??= row());
const [one, other] = [row(), row()];

/** Sellers' search for a name in all ways to say a text at once. */
function bestPlace(
  { isStart, isEnd }: HeardAs,
  said: Said,
  { kana, signs }: SoundName,
  around: Around,
): Omit<Sounding, 'name'> | undefined {
  const size = signs.length;
  if (size >= MOST_SIGNS) return undefined;
  const [first, last] = [Math.max(0, around.first), Math.min(said.length, around.last)];
  const most = farthest(kana);
  for (let at = first; at <= last; at++) rowAt(at).isOpen = false;
  const places: Omit<Sounding, 'name'>[] = [];
  for (let at = first; at <= last; at++) {
    const now = rowAt(at);
    if (isStart(at)) merge(begun(one, signs, at), now, size);
    if (!now.isOpen) continue;
    places.push({ from: now.from[size] ?? at, to: at, off: now.off[size] ?? OUT });
    for (const way of (said[at] ?? []).filter(({ to }) => to <= last)) goOn(now, way, signs, most);
  }
  const [best] = places
    .filter(({ from, to, off }) => from < to && off <= most && isEnd(to))
    .toSorted((a, b) => a.off - b.off);
  return best;
}

const OUT = Number.POSITIVE_INFINITY;

function goOn(now: Row, { signs: kana, to }: Said[number][number], signs: readonly number[], most: number): void {
  let from = now;
  for (const sign of kana) {
    const next = from === one ? other : one;
    if (!step(from, next, sign, signs, most)) return;
    from = next;
  }
  merge(from, rowAt(to), signs.length);
}

function begun(into: Row, signs: readonly number[], at: number): Row {
  into.off[0] = 0;
  for (const [place, sign] of signs.entries()) into.off[place + 1] = (into.off[place] ?? 0) + lost(sign);
  into.from.fill(at, 0, signs.length + 1);
  return into;
}

/** False where nothing near enough can come of it. */
function step(row: Row, into: Row, sign: number, signs: readonly number[], most: number): boolean {
  const extra = lost(sign);
  let left = (row.off[0] ?? 0) + extra;
  into.off[0] = left;
  into.from[0] = row.from[0] ?? 0;
  let least = left;
  for (let place = 1; place <= signs.length; place++) {
    const own = signs[place - 1] ?? 0;
    const same = (row.off[place - 1] ?? 0) + changed(sign, own);
    const added = (row.off[place] ?? 0) + extra;
    const missing = left + lost(own);
    left = Math.min(same, added, missing);
    into.off[place] = left;
    const above = left === added ? row.from[place] : into.from[place - 1];
    into.from[place] = (left === same ? row.from[place - 1] : above) ?? 0;
    least = Math.min(least, left);
  }
  return least <= most;
}

function merge(from: Row, into: Row, size: number): void {
  for (let place = 0; place <= size; place++)
    if (!into.isOpen || (from.off[place] ?? 0) < (into.off[place] ?? 0)) {
      into.off[place] = from.off[place] ?? 0;
      into.from[place] = from.from[place] ?? 0;
    }
  into.isOpen = true;
}
