import type { Municipality } from '../../programme/municipality.ts';
import { readingOfName } from '../../programme/readings.ts';
import type { Store } from '../../storage/collections.ts';
import { PROGRAMME } from '../../storage/collections.ts';
import { findMunicipality } from '../municipality.ts';
import { fold, keyOf, plainOf } from './fold.ts';
import { type Lexicon, lexiconOf, namesIn } from './lexicon.ts';

/** How a municipality was named: in full, or so that the sentence around it has to agree. */
export type MunicipalityName = {
  readonly code: string;
  readonly name: string;
  readonly how: 'full' | 'short' | 'read';
};
export type NamedMunicipalities = { readonly all: readonly Municipality[]; readonly names: Lexicon<MunicipalityName> };

const KINDS = /[市町村]$/;
/** 町 is read まち or ちょう, 村 むら or そん; in the prefecture's data each has one, people type either. */
const READ = /(し|まち|ちょう|むら|そん)$/;
const OTHER_READING: Readonly<Record<string, readonly string[]>> = {
  市: ['し'],
  町: ['まち', 'ちょう'],
  村: ['むら', 'そん'],
};

/** While a store hands out the same list, its names are the same too. */
const known = new WeakMap<readonly unknown[], NamedMunicipalities>();

/** The municipalities of the programme and all their names. */
export async function namedMunicipalities(store: Store): Promise<NamedMunicipalities> {
  const found = await store.municipalities.list(PROGRAMME, { from: 'municipality-', below: 'municipality.' });
  const last = known.get(found);
  if (last) return last;
  const all = found.map(({ value }) => value);
  const towns = { all, names: lexiconOf(all.flatMap(namesOf)) };
  known.set(found, towns);
  return towns;
}

/** The one municipality a whole word stands for. */
export async function municipalitySaid(store: Store, word: string): Promise<string | undefined> {
  const exact = (await findMunicipality(store, word))?.code;
  if (exact !== undefined) return exact;
  const folded = fold(plainOf(word));
  const [found] = namesIn(folded, (await namedMunicipalities(store)).names, () => true);
  const isWhole = found?.from === 0 && found.to === folded.length;
  const codes = new Set(isWhole ? found.meanings.map(({ code }) => code) : []);
  const [only] = codes;
  return codes.size === 1 ? only : undefined;
}

function namesOf({ code, name }: Municipality): (readonly [string, MunicipalityName])[] {
  const kind = name.slice(-1);
  const base = name.replace(KINDS, '');
  const reading = readingOfName(code)?.replace(READ, '');
  const as = (how: MunicipalityName['how']) => once({ code, name, how });
  return [
    [name, as('full')],
    ...(base.length > 1 ? [[base, as('short')] as const] : []),
    ...(reading === undefined ? [] : spokenOf(base, reading, kind)).map(([said, how]) => [said, as(how)] as const),
    [code, as('full')],
  ];
}

/** こうみまち, こうみ町, 小海まち, こうみ */
function spokenOf(base: string, reading: string, kind: string): (readonly [string, MunicipalityName['how']])[] {
  const kinds = OTHER_READING[kind] ?? [];
  return [
    [`${reading}${kind}`, 'full'],
    ...kinds.flatMap((each) => [[`${reading}${each}`, 'read'] as const, [`${base}${each}`, 'full'] as const]),
    ...(keyOf(reading).length > 1 ? [[reading, 'read'] as const] : []),
  ];
}

const names = new Map<string, MunicipalityName>();
/** The same name is one object, so that a lexicon keeps it once. */
function once(name: MunicipalityName): MunicipalityName {
  const key = `${name.code} ${name.name} ${name.how}`;
  const kept = names.get(key) ?? name;
  names.set(key, kept);
  return kept;
}
