import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { everyTown } from '../../programme/gazetteer.ts';

/**
 * Makes bot/understand/sound/kanji.json out of Unihan 15.0.0 (Unicode licence: bot/understand/sound/LICENSE.txt), as
 * Debian's package unicode-data 15.0.0-1 has it, unpacked into FOLDER: the readings of every kanji that is 常用, of
 * JIS level 1 or in a municipality's name.
 *
 *   node --import tsx test/sound/generate.ts FOLDER
 */
const folder = process.argv[2] ?? '';
const LEVEL_1 = { from: 1601, to: 4751 } as const;
/** Rarer readings only make more words sound alike. */
const MOST = 8;

const ROWS: readonly (readonly [string, string])[] = [
  ['', 'あいうえお'],
  ['k', 'かきくけこ'],
  ['g', 'がぎぐげご'],
  ['s', 'さしすせそ'],
  ['z', 'ざじずぜぞ'],
  ['t', 'たちつてと'],
  ['d', 'だぢづでど'],
  ['n', 'なにぬねの'],
  ['h', 'はひふへほ'],
  ['b', 'ばびぶべぼ'],
  ['p', 'ぱぴぷぺぽ'],
  ['m', 'まみむめも'],
  ['r', 'らりるれろ'],
];
const SMALL = { a: 'ゃ', u: 'ゅ', o: 'ょ' } as const;

/** Hepburn syllables as kana. */
function syllables(): ReadonlyMap<string, string> {
  const all = new Map<string, string>([
    ...['shi:し', 'chi:ち', 'tsu:つ', 'fu:ふ', 'ji:じ', 'ya:や', 'yu:ゆ', 'yo:よ', 'wa:わ', 'wo:を', 'n:ん'].map(
      (pair) => pair.split(':') as [string, string],
    ),
  ]);
  for (const [row, kana] of ROWS)
    for (const [at, vowel] of [...'aiueo'].entries()) all.set(row + vowel, kana[at] ?? '');
  for (const [begin, kana] of Object.entries({
    k: 'き',
    g: 'ぎ',
    n: 'に',
    h: 'ひ',
    b: 'び',
    p: 'ぴ',
    m: 'み',
    r: 'り',
  }))
    for (const [vowel, small] of Object.entries(SMALL)) all.set(`${begin}y${vowel}`, kana + small);
  for (const [begin, kana] of Object.entries({ sh: 'し', ch: 'ち', j: 'じ' }))
    for (const [vowel, small] of Object.entries(SMALL)) all.set(begin + vowel, kana + small);
  return all;
}
const known = syllables();

/** @returns undefined for what is written in no way a syllable is */
function kanaOf(roman: string): string | undefined {
  let kana = '';
  for (let at = 0; at < roman.length; ) {
    const [sign, next] = [roman[at] ?? '', roman[at + 1] ?? ''];
    if ((sign === next && !'aiueon'.includes(sign)) || (sign === 't' && next === 'c')) {
      kana += 'っ';
      at += 1;
      continue;
    }
    const length = [3, 2, 1].find((each) => known.has(roman.slice(at, at + each)));
    if (length === undefined) return undefined;
    kana += known.get(roman.slice(at, at + length)) ?? '';
    at += length;
  }
  return kana;
}

const linesOf = (name: string): readonly (readonly [sign: string, field: string, value: string])[] =>
  readFileSync(join(folder, `Unihan_${name}.txt`), 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [code = '', field = '', value = ''] = line.split('\t');
      return code.startsWith('U+') ? [[String.fromCodePoint(Number.parseInt(code.slice(2), 16)), field, value]] : [];
    });

const wanted = new Set(everyTown().flatMap(({ name }) => [...name]));
for (const [sign, field, value] of linesOf('OtherMappings'))
  if (field === 'kJoyoKanji' || (field === 'kJis0' && Number(value) >= LEVEL_1.from && Number(value) <= LEVEL_1.to))
    wanted.add(sign);
const readings = new Map<string, readonly string[]>();
for (const field of ['kJapaneseOn', 'kJapaneseKun'])
  for (const [sign, which, value] of linesOf('Readings'))
    if (which === field && wanted.has(sign) && /\p{Script=Han}/u.test(sign))
      readings.set(sign, [
        ...(readings.get(sign) ?? []),
        ...value
          .toLowerCase()
          .split(' ')
          .flatMap((each) => kanaOf(each) ?? []),
      ]);

const lines = [...readings]
  .toSorted(([a], [b]) => (a < b ? -1 : 1))
  .map(([sign, all]) => `${JSON.stringify(sign)}:${JSON.stringify([...new Set(all)].slice(0, MOST).join(' '))}`);
writeFileSync(join(import.meta.dirname, '../../bot/understand/sound/kanji.json'), `{\n${lines.join(',\n')}\n}\n`);
