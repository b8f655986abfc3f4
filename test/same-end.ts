import * as partitions from '../storage/collections.ts';
import { type CollectionName, kinds, type Store } from '../storage/collections.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
type Document = { readonly [name: string]: Json };

/** Everything on record, as it is whichever chat product it came through. */
export type End = { readonly [collection: string]: readonly Json[] };

/** What belongs to one chat product alone, or to the process. */
const NOT_COMPARED: ReadonlySet<CollectionName> = new Set(['acquaintances', 'interviews', 'received', 'leases']);

/** Of one kind of document: how it was reached, and by what it is known there. */
const OWN_TO_THE_PRODUCT: { readonly [name in CollectionName]?: readonly string[] } = {
  audit: ['id'],
  deliveries: ['channel', 'message', 'tried', 'attempts', 'owner', 'leaseUntil'],
  invitations: ['usedBy'],
  rooms: ['id', 'channel', 'address'],
};
const WHEREVER = new Set(['via']);
/** Etags are nothing but different; that there was one tells a change from a new record. */
const ETAGS = new Set(['before', 'after']);

/** Reads every document of every kind. */
export async function endOf(store: Store): Promise<End> {
  const codes = (await store.municipalities.list(partitions.PROGRAMME)).map(({ value }) => value.code);
  const homes = [partitions.PROGRAMME, ...codes.map(partitions.municipal)];
  const own = { members: [partitions.MEMBERS], rooms: [partitions.ROOMS], invitations: [partitions.INVITATIONS] };
  const years = homes.flatMap((home) => [2025, 2026, 2027, 2028].map((year) => `${home}-${year}`));
  const found: { [name in CollectionName]?: Document[] } = {};
  for (const name of Object.keys(kinds) as CollectionName[]) {
    if (NOT_COMPARED.has(name)) continue;
    const where = name === 'audit' ? years : name in own ? own[name as keyof typeof own] : homes;
    const lists = await Promise.all(where.map((partition) => store[name].list(partition)));
    found[name] = lists.flat().map(({ value }) => JSON.parse(JSON.stringify(value)) as Document);
  }
  return sameEnd(found);
}

/** What is compared of documents: no addresses, no etags, no seconds, and for what is made up on the way a number. */
export function sameEnd(documents: { readonly [name in CollectionName]?: readonly Document[] }): End {
  const plain = Object.entries(documents).map(([name, all]) => {
    const dropped = new Set(OWN_TO_THE_PRODUCT[name as CollectionName] ?? []);
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
  const kept = Object.entries(value).filter(([name]) => !WHEREVER.has(name));
  return Object.fromEntries(
    kept.toSorted(([one], [other]) => compare(one, other)).map(([name, each]) => [name, tidy(each)]),
  );
}
