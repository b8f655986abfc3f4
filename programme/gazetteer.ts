import gazetteer from './catalogue/gazetteer.json' with { type: 'json' };

/** 団体コード, name and how it is read. */
type Entry = readonly [code: string, name: string, reading: string];
/** By the first two digits of the codes: the prefecture's name, and its municipalities by 郡; under '' those in none. */
type Prefecture = readonly [name: string, districts: Readonly<Record<string, readonly Entry[]>>];

/** Every municipality of Japan; made by test/gazetteer/generate.ts, which says from what. */
const prefectures = gazetteer as unknown as Readonly<Record<string, Prefecture>>;

const prefectureOf = (code: string): Prefecture | undefined => prefectures[code.slice(0, 2)];

const readings = new Map<string, ReadonlyMap<string, string>>();

/** How a municipality's name is read, by 団体コード; undefined for a code that is nobody's. */
export function readingOfTown(code: string): string | undefined {
  const of = code.slice(0, 2);
  const known = readings.get(of) ?? new Map(entriesOf(code).map(([each, , reading]) => [each, reading]));
  readings.set(of, known);
  return known.get(code);
}

/** The prefecture of a municipality and all its 郡: what may stand before any name there. */
export function namesAround(code: string): readonly string[] {
  const [name, districts] = prefectureOf(code) ?? ['', {}];
  return [name, ...Object.keys(districts)].filter((each) => each !== '');
}

/** What a municipality is called, by 団体コード; undefined for a code that is nobody's. */
export const nameOfTown = (code: string): string | undefined => entriesOf(code).find(([each]) => each === code)?.[1];

const entriesOf = (code: string): readonly Entry[] => Object.values(prefectureOf(code)?.[1] ?? {}).flat();

/** A name without the prefecture, and without the 郡 a town or village lies in. */
export function withoutAround(name: string): string {
  return name.replace(AROUND, '');
}

const AROUND = new RegExp(
  `^(?:${Object.values(prefectures)
    .map(([name]) => name)
    .join('|')})?(?:.{1,5}郡(?=.+[町村]))?`,
);

/** Where a municipality lies: its prefecture, and its 郡 where it is in one. */
export type PlacedTown = {
  readonly code: string;
  readonly name: string;
  readonly prefecture: string;
  readonly district: string;
};

/** Every municipality of Japan, by 団体コード. */
export const everyTown = (): readonly PlacedTown[] =>
  Object.entries(prefectures)
    .toSorted(([a], [b]) => a.localeCompare(b))
    .flatMap(([, [prefecture, districts]]) =>
      Object.entries(districts).flatMap(([district, towns]) =>
        towns.map(([code, name]) => ({ code, name, prefecture, district })),
      ),
    )
    .toSorted((a, b) => a.code.localeCompare(b.code));

/** 長野県, by the first two digits of a 団体コード. */
export const prefectureName = (code: string): string | undefined => prefectureOf(code)?.[0];
export const prefectureNames: readonly string[] = Object.values(prefectures).map(([name]) => name);
