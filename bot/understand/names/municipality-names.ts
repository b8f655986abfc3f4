import { namesAround, readingOfTown } from '../../../programme/gazetteer.ts';
import type { Municipality } from '../../../programme/municipality.ts';
import type { Store } from '../../../storage/collections.ts';
import { municipalitiesIn } from '../../../storage/municipalities.ts';
import { municipalityCalled } from '../../municipality.ts';
import type { TurnStart } from '../../turn.ts';
import { fold, keyOf, plainOf } from '../text/fold.ts';
import { type Lexicon, lexiconOf, namesIn } from './lexicon.ts';

/** How a municipality was named: in full, or so that the sentence around it has to agree. */
export type MunicipalityName = {
  readonly code: string;
  readonly name: string;
  readonly how: 'full' | 'short' | 'read';
};
export type NamedMunicipalities = {
  readonly all: readonly Municipality[];
  readonly names: Lexicon<MunicipalityName>;
  /** Finds the prefecture and its 郡, which tell nothing more of where something is. */
  readonly around: RegExp;
};

const KINDS = /[市区町村]$/;
/** 町 is read まち or ちょう, 村 むら or そん; each municipality has one, people type either. */
const READ = /(し|く|まち|ちょう|むら|そん)$/;
const OTHER_READING: Readonly<Record<string, readonly string[]>> = {
  市: ['し'],
  区: ['く'],
  町: ['まち', 'ちょう'],
  村: ['むら', 'そん'],
};

/** While a store hands out the same list, its names are the same too. */
const known = new WeakMap<readonly Municipality[], NamedMunicipalities>();

/** The municipalities of the programme and all their names. */
export async function namedMunicipalities(store: Store): Promise<NamedMunicipalities> {
  const all = await municipalitiesIn(store);
  const last = known.get(all);
  if (last) return last;
  const towns = { all, names: lexiconOf(all.flatMap(namesOf)), around: aroundOf(all) };
  known.set(all, towns);
  return towns;
}

const ofTurn = new WeakMap<TurnStart, Promise<NamedMunicipalities>>();

/** The same for all that one turn reads, asked for once. */
export function townsFor(turn: TurnStart): Promise<NamedMunicipalities> {
  const towns = ofTurn.get(turn) ?? namedMunicipalities(turn.store);
  ofTurn.set(turn, towns);
  return towns;
}

/** The one municipality a whole word stands for. */
export async function municipalitySaid(store: Store, word: string): Promise<string | undefined> {
  return townIn(await namedMunicipalities(store), word);
}

/** The same, of those that are known already. */
export function townIn({ all, names }: NamedMunicipalities, word: string): string | undefined {
  const exact = municipalityCalled(word, all)?.code;
  if (exact !== undefined) return exact;
  const folded = fold(plainOf(word));
  const [found] = namesIn(folded, names, () => true);
  const isWhole = found?.from === 0 && found.to === folded.length;
  const codes = new Set(isWhole ? found.meanings.map(({ code }) => code) : []);
  const [only] = codes;
  return codes.size === 1 ? only : undefined;
}

/** Longest first, so that none is found within another; nothing, where there is no municipality yet. */
function aroundOf(all: readonly Municipality[]): RegExp {
  const prefectures = new Map(all.map(({ code }) => [code.slice(0, 2), code]));
  const words = [...prefectures.values()].flatMap(namesAround).map((word) => fold(plainOf(word)));
  return words.length === 0 ? /(?!)/g : new RegExp(words.toSorted((a, b) => b.length - a.length).join('|'), 'g');
}

function namesOf({ code, name }: Municipality): (readonly [string, MunicipalityName])[] {
  const kind = name.slice(-1);
  const base = name.replace(KINDS, '');
  const reading = readingOfTown(code)?.replace(READ, '');
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
