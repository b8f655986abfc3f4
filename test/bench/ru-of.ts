export type Kind = 'read' | 'create' | 'replace' | 'remove' | 'query';
/**
 * Requests to Cosmos DB by what they do. `plan`: before every query the SDK asks the gateway how to run it, which costs
 * time and is taken to cost no RU. `ru` is an estimate from the sizes.
 */
export type Requests = Readonly<Record<Kind | 'plan' | 'ru', number>>;

export const NOTHING: Requests = { read: 0, create: 0, replace: 0, remove: 0, query: 0, plan: 0, ru: 0 };

/** Documented charges by size of the document; between them a straight line, beyond them the last one goes on. */
const READ = [
  [1, 1],
  [2, 1.04],
  [16, 1.67],
  [64, 4.76],
] as const;
const WRITE = [
  [1, 4.95],
  [2, 6.29],
  [16, 9.52],
  [64, 22.67],
] as const;
/** A replace may cost about twice an insert, a removal costs as much as one. A query costs this much before it finds anything, and 1 RU for each KB. */
const REPLACE = 2;
const EMPTY_QUERY = 2.8;

/** The estimated charge of one request, in RU. For a query: the size of all that it finds. */
export function ruOf(kind: Kind, kb: number): number {
  if (kind === 'read') return along(READ, kb);
  if (kind === 'query') return EMPTY_QUERY + kb;
  return along(WRITE, kb) * (kind === 'replace' ? REPLACE : 1);
}

type Line = readonly (readonly [kb: number, ru: number])[];

function along(line: Line, kb: number): number {
  const next = Math.max(
    1,
    line.findIndex(([size]) => size >= kb),
  );
  const [to, from] = [line[kb > 64 ? line.length - 1 : next], line[kb > 64 ? line.length - 2 : next - 1]];
  if (!to || !from || kb <= 1) return line[0]?.[1] ?? 0;
  return from[1] + ((to[1] - from[1]) * (kb - from[0])) / (to[0] - from[0]);
}

/** What `more` was on top of `base`, so many times. */
export const minus = (more: Requests, base: Requests, times = 1): Requests =>
  merged(more, base, (a, b) => a - b * times);

export const plus = (...all: readonly Requests[]): Requests =>
  all.reduce((sum, one) => merged(sum, one, (a, b) => a + b), NOTHING);

export const times = (one: Requests, factor: number): Requests => merged(one, NOTHING, (a) => a * factor);

function merged(a: Requests, b: Requests, how: (a: number, b: number) => number): Requests {
  const names = Object.keys(NOTHING) as (keyof Requests)[];
  return Object.fromEntries(names.map((name) => [name, how(a[name], b[name])])) as Requests;
}
