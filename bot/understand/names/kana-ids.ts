import { catalogue } from '../../../programme/catalogue.ts';
import type { Key } from './catalogue-names.ts';

const LETTERS: Readonly<Record<string, readonly string[]>> = { K: ['けー', 'けい'], S: ['えす'], P: ['ぴー'] };
/** The way that is said most first. */
const DIGITS: readonly (readonly string[])[] = [
  ['ぜろ', 'れい', 'まる'],
  ['いち'],
  ['に'],
  ['さん'],
  ['よん'],
  ['ご'],
  ['ろく'],
  ['なな'],
  ['はち'],
  ['きゅう'],
];

/** えすさんのろく, けーさんよんまるに: ids as they are dictated, sign by sign; の between is of no consequence. */
export function idsInKana(): readonly (readonly [name: string, key: Key])[] {
  const keys: readonly Key[] = [
    ...catalogue.items.map(({ id }) => ({ kind: 'item', id }) as const),
    ...catalogue.kpis.map(({ id }) => ({ kind: 'kpi', id }) as const),
  ];
  return keys.flatMap((key) => spelledOut(key.id).map((name) => [name, key] as const));
}

/** One way for zero throughout: nobody says れい and then まる. */
function spelledOut(id: string): readonly string[] {
  const signs = [...id.replace(/[^A-Z\d]/g, '')];
  const [letter = '', ...rest] = signs;
  return (LETTERS[letter] ?? []).flatMap((first) =>
    (signs.includes('0') ? [0, 1, 2] : [0]).map((way) => first + rest.map((sign) => saidOf(sign, way)).join('')),
  );
}

const saidOf = (sign: string, way: number): string => {
  const ways = LETTERS[sign] ?? DIGITS[Number(sign)] ?? [];
  return ways[way] ?? ways[0] ?? '';
};
