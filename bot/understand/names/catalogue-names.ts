import { catalogue, type Item, type Kpi } from '../../../programme/catalogue.ts';

/** An item or a KPI by its id. */
export type Key = { readonly kind: 'item' | 'kpi'; readonly id: string };

const keys = new Map<string, Key>(
  [
    ...catalogue.items.map(({ id }) => ({ kind: 'item', id }) as const),
    ...catalogue.kpis.map(({ id }) => ({ kind: 'kpi', id }) as const),
  ].map((key) => [squeezed(key.id), key]),
);

const ofItems = catalogue.items.flatMap((item) =>
  [item.short, ...namesOf(item)].map((name) => [name, keyAt(item.id)] as const),
);
const ofKpis = catalogue.kpis.flatMap((kpi) => namesOf(kpi).map((name) => [name, keyAt(kpi.id)] as const));

/** All names of an item or a KPI: whole, without what stands in brackets, short, and aliases. */
export const catalogueNames: readonly (readonly [name: string, key: Key])[] = [...ofItems, ...ofKpis, ...tails()];

/** 受講率 is short for one KPI and the end of another one's name: it may be either. */
function tails(): readonly (readonly [name: string, key: Key])[] {
  const ended = ofKpis.map(([name, key]) => [spelled(name), key] as const);
  return catalogue.kpis.flatMap(({ id, aliases }) =>
    aliases.flatMap((alias) => {
      const others = ended.filter(([name, key]) => key.id !== id && name.endsWith(spelled(alias)));
      return [...new Set(others.map(([, key]) => key))].map((key) => [alias, key] as const);
    }),
  );
}

/** The KPIs that a name was given to, by its spelling. */
const givenTo = new Map<string, ReadonlySet<string>>();
for (const [name, { id }] of ofKpis) givenTo.set(spelled(name), new Set([...(givenTo.get(spelled(name)) ?? []), id]));

/** Whether a name was given to this KPI, and to no other one. */
export function isGivenTo(id: string, name: string): boolean {
  const given = givenTo.get(spelled(name));
  return given?.size === 1 && given.has(id);
}

/** BPRの削減時間 and BPR削減時間 are one name. */
function spelled(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[・&の\s]/g, '')
    .toLowerCase();
}

/** K0-03, k0ー03, KO-3, K003, S13 …; what may be an id stands in a sentence without letters or digits around it. */
export const ID_WORDS = /(?<![a-z0-9.])(?:k[\dop]|s-?[\do])(?:[-_.ーｰ]|の\s?)?[0-9o]{1,3}(?![0-9a-z%])/g;

/** The item or KPI an id stands for, however it was typed. */
export function keySaid(word: string): Key | undefined {
  const typed = squeezed(word);
  return keys.get(typed) ?? keys.get(typed.replace(/^(k.)(\d)$/, '$10$2'));
}

/** Ids of items and KPIs that differ from a mistyped one in one sign. */
export function keysNear(word: string): readonly Key[] {
  const typed = squeezed(word);
  return [...keys].flatMap(([id, key]) => (isOneOff(id, typed) ? [key] : [])).slice(0, 5);
}

function isOneOff(id: string, typed: string): boolean {
  if (id.length !== typed.length)
    return id.startsWith(typed) || (typed.startsWith(id) && typed.length - id.length === 1);
  return [...id].filter((sign, at) => sign !== typed[at]).length === 1;
}

function squeezed(id: string): string {
  const plain = id.toLowerCase().replace(/[-_.ーｰの\s]/g, '');
  return plain.slice(0, 1) + plain.slice(1).replaceAll('o', '0');
}

function keyAt(id: string): Key {
  const key = keys.get(squeezed(id));
  if (!key) throw new Error(`${id} is not in the catalogue`);
  return key;
}

function namesOf({ name, aliases }: Item | Kpi): readonly string[] {
  return [name, name.replace(/（.*?）/g, ''), ...aliases];
}
