import type { Kind } from '../programme/kind.ts';
import {
  type CollectionName,
  collectionOf,
  type KnownKinds,
  kinds,
  PROGRAMME,
  type Store,
} from '../storage/collections.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
type Document = { readonly [name: string]: Json };

/** Everything on record, as it is whichever chat product it came through. */
export type End = { readonly [collection: string]: readonly Json[] };

const YEARS = [2024, 2025, 2026, 2027, 2028];
const compared: readonly Kind<unknown>[] = Object.values(kinds as KnownKinds).filter(
  ({ ofTheChat }) => ofTheChat !== 'all',
);
const WHEREVER = new Set(['via']);
/** A workbook of everything holds the ids that were made up on the way, and so do its size and its hash. */
const OF_WORKBOOK = new Set(['bytes', 'sha256']);
/** Etags are nothing but different; that there was one tells a change from a new record. */
const ETAGS = new Set(['before', 'after']);

/** Reads every document of every kind that does not belong to one chat product alone, or to the process. */
export async function endOf(store: Store): Promise<End> {
  const codes = (await store.municipalities.list(PROGRAMME)).map(({ value }) => value.code);
  const found: { [name in CollectionName]?: Document[] } = {};
  for (const kind of compared) {
    const docs = collectionOf(store, kind);
    const where = kind.partitions({ codes, years: YEARS });
    const lists = await Promise.all(where.map((partition) => docs.list(partition)));
    found[kind.name as CollectionName] = lists.flat().map(({ value }) => JSON.parse(JSON.stringify(value)) as Document);
  }
  return sameEnd(found);
}

/** What is compared of documents: no addresses, no etags, no seconds, and for what is made up on the way a number. */
export function sameEnd(documents: { readonly [name in CollectionName]?: readonly Document[] }): End {
  const plain = Object.entries(documents).map(([name, all]) => {
    const dropped = new Set<string>((kinds as KnownKinds)[name]?.ofTheChat);
    const kept = all.map((each) => without(each, dropped, name === 'audit'));
    return [name, kept.toSorted((one, other) => compare(masked(one), masked(other)))] as const;
  });
  const numbers = new Map<string, string>();
  const numbered = (id: string): string => {
    const known = numbers.get(id) ?? `#${numbers.size + 1}`;
    numbers.set(id, known);
    return known;
  };
  const read = ([name, all]: (typeof plain)[number]) =>
    [name, JSON.parse(JSON.stringify(all).replace(MADE_UP, numbered)) as readonly Json[]] as const;
  // Entries about two records that differ by a made-up id alone are put in order once those have their numbers.
  const records = plain.filter(([name]) => name !== 'audit').map(read);
  const audit = plain.filter(([name]) => name === 'audit').map(read);
  const inOrder = audit.map(([name, all]) => [name, sorted(all)] as const);
  return Object.fromEntries([...records, ...inOrder]);
}

/** The documents of one end that the other has not, or has otherwise. */
export function onlyIn(one: End, other: End): End {
  const own = Object.entries(one).map(([name, all]) => {
    const known = new Set(other[name]?.map((each) => JSON.stringify(each)));
    return [name, all.filter((each) => !known.has(JSON.stringify(each)))] as const;
  });
  return Object.fromEntries(own.filter(([, all]) => all.length > 0));
}

/** Names of incoming messages, of rooms, and what is derived of them. */
const MADE_UP = /(?<![0-9a-z])(?:[0-9a-f]{32}|[0-9a-f]{24})(?![0-9a-z])/g;
const SECONDS = /(\d{4}-\d\d-\d\dT\d\d:\d\d):\d\d(?:\.\d+)?Z/g;

const masked = (document: Json): string => JSON.stringify(document).replace(MADE_UP, '#');
const sorted = (all: readonly Json[]): readonly Json[] =>
  all.toSorted((one, other) => compare(JSON.stringify(one), JSON.stringify(other)));
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

function without(document: Document, dropped: ReadonlySet<string>, isAudit: boolean): Document {
  const entries = Object.entries(document)
    .filter(([name, value]) => !dropped.has(name) && value !== undefined)
    .map(([name, value]) => [name, isAudit && ETAGS.has(name) ? true : value] as const);
  return tidy(Object.fromEntries(entries)) as Document;
}

/** Names in order, so that what is the same reads the same. */
function tidy(value: Json): Json {
  if (typeof value === 'string') return value.replace(SECONDS, '$1Z');
  if (Array.isArray(value)) return value.map(tidy);
  if (typeof value !== 'object' || value === null) return value;
  const isWorkbook = String((value as Document)['name']).endsWith('.xlsx');
  const kept = Object.entries(value).filter(([name]) => !WHEREVER.has(name) && !(isWorkbook && OF_WORKBOOK.has(name)));
  return Object.fromEntries(
    kept.toSorted(([one], [other]) => compare(one, other)).map(([name, each]) => [name, tidy(each)]),
  );
}
