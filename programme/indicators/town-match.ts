import { everyTown, type PlacedTown, prefectureName, prefectureNames } from '../gazetteer.ts';
import type { Municipality } from '../municipality.ts';
import { withoutForms } from '../written.ts';

/** What a name in a published table means: one municipality, several of that name, none, or a whole prefecture. */
export type TownMatch =
  | { readonly kind: 'town'; readonly code: string }
  /** `towns`: each as it can be written so that it is plain. */
  | { readonly kind: 'several'; readonly towns: readonly string[] }
  /** There is one of that name, but not where the table says. */
  | { readonly kind: 'elsewhere'; readonly towns: readonly string[] }
  /** `like`: of the same name but for 市・町・村, where a change of that may be meant. */
  | { readonly kind: 'unknown'; readonly like: readonly string[] }
  | { readonly kind: 'prefecture' };

/** Where a table says a municipality lies, in columns of their own. */
export type SaidAround = { readonly prefecture?: string | undefined; readonly district?: string | undefined };

type Index = ReadonlyMap<string, readonly PlacedTown[]>;

/** Signs that are written one way or the other, without meaning another place; ours are not always the table's. */
const ONE_WAY: readonly (readonly [RegExp, string])[] = [
  [/[ヶヵ]/g, 'ケ'],
  [/[﨑嵜]/g, '崎'],
  [/髙/g, '高'],
  [/[龍]/g, '竜'],
  [/曾/g, '曽'],
  [/檮/g, '梼'],
  [/驒/g, '騨'],
  [/鯵/g, '鰺'],
  [/竈/g, '釜'],
  [/諫/g, '諌'],
  [/籠/g, '篭'],
  [/澤/g, '沢'],
  [/濱/g, '浜'],
  [/瀧/g, '滝'],
  [/國/g, '国'],
];

/** A name as it is compared: one width, no blanks, no signs that are not seen, and one form of each letter. */
export function comparableName(name: string): string {
  const plain = withoutForms(name)
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]/gu, '');
  return ONE_WAY.reduce((text, [from, to]) => text.replace(from, to), plain);
}

/** How one municipality may be written, alone or with where it lies. */
function waysToWrite({ name, prefecture, district }: PlacedTown): readonly string[] {
  const local = [name, `${district}${name}`];
  return [...new Set([...local, ...local.map((each) => prefecture + each), `${name}(${prefecture})`])].map(
    comparableName,
  );
}

/** All municipalities of Japan, and those of the programme by the names that it has for them. */
export function townIndex(programme: readonly Municipality[]): Index {
  const known = everyTown();
  const own = programme.map(({ code, name }): PlacedTown => {
    const of = known.find((town) => town.code === code);
    return { code, name, prefecture: of?.prefecture ?? prefectureName(code) ?? '', district: of?.district ?? '' };
  });
  const index = new Map<string, PlacedTown[]>();
  for (const town of [...known, ...own])
    for (const way of waysToWrite(town)) {
      const there = index.get(way) ?? [];
      if (!there.some(({ code }) => code === town.code)) index.set(way, [...there, town]);
    }
  return index;
}

/** 長野県池田町 */
const plainName = ({ prefecture, name }: PlacedTown): string => `${prefecture}${name}`;

const PREFECTURES = new Set(prefectureNames.map(comparableName));
const KIND = /[市区町村]$/u;

/** Which municipality a name means; never a guess. */
export function matchTown(said: string, around: SaidAround, index: Index): TownMatch {
  const name = comparableName(said);
  if (PREFECTURES.has(name)) return { kind: 'prefecture' };
  const named = index.get(name) ?? [];
  const lying = named.filter((town) => liesIn(town, around));
  const [only, ...others] = lying;
  if (only && others.length === 0) return { kind: 'town', code: only.code };
  if (only) return { kind: 'several', towns: lying.map(plainName) };
  if (named.length > 0) return { kind: 'elsewhere', towns: named.map(plainName) };
  const stem = name.replace(KIND, '');
  const like = stem === name || stem === '' ? [] : ['市', '町', '村'].flatMap((kind) => index.get(stem + kind) ?? []);
  return {
    kind: 'unknown',
    like: like.filter((town) => liesIn(town, { prefecture: around.prefecture })).map(plainName),
  };
}

function liesIn(town: PlacedTown, { prefecture, district }: SaidAround): boolean {
  const said = comparableName(prefecture ?? '');
  const of = comparableName(town.prefecture);
  // 長野 for 長野県, and 北海道 as it is.
  if (said !== '' && said !== of && said !== of.replace(/[都府県]$/u, '')) return false;
  const near = comparableName(district ?? '');
  return near === '' || near === comparableName(town.district) || !near.endsWith('郡');
}
