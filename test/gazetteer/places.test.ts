import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import gazetteer from '../../programme/catalogue/gazetteer.json' with { type: 'json' };
import { namesAround, readingOfTown, withoutAround } from '../../programme/gazetteer.ts';
import { hasCheckDigit } from '../../programme/municipality.ts';

const ROOT = join(__dirname, '../..');
type Town = { readonly prefecture: string; readonly district: string } & Record<'code' | 'name' | 'reading', string>;
const prefectures = Object.values(gazetteer) as unknown as [string, Record<string, [string, string, string][]>][];
const towns = prefectures.flatMap(([prefecture, districts]) =>
  Object.entries(districts).flatMap(([district, found]) =>
    found.map(([code, name, reading]): Town => ({ prefecture, district, code, name, reading })),
  ),
);

describe('the municipalities of Japan', () => {
  it('are all there, each with a code of its own, a name and a reading', () => {
    expect(prefectures).toHaveLength(47);
    // 1,718 cities, towns and villages, and the 23 wards of Tokyo.
    expect(new Set(towns.map(({ code }) => code)).size).toBe(1741);
    const wrong = towns.filter(
      ({ code, name, reading }) =>
        !hasCheckDigit(code) ||
        !/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+[市区町村]$/u.test(name) ||
        !/^[ぁ-ゔー]+(し|く|まち|ちょう|むら|そん)$/.test(reading),
    );
    expect(wrong).toEqual([]);
  });

  it('lie in a 郡 where they are a town or a village, but for the islands of Tokyo', () => {
    const isTown = ({ name }: Town) => /[町村]$/.test(name);
    expect(towns.filter((town) => isTown(town) !== (town.district !== '')).map(({ prefecture }) => prefecture)).toEqual(
      Array(9).fill('東京都'),
    );
  });

  it('are read and found by their codes', () => {
    expect(['203033', '384224', '016934', '131016'].map(readingOfTown)).toEqual([
      'こうみまち',
      'うちこちょう',
      'しべつちょう',
      'ちよだく',
    ]);
    expect(readingOfTown('999999')).toBeUndefined();
    expect(namesAround('384224')).toEqual(expect.arrayContaining(['愛媛県', '喜多郡']));
    expect(namesAround('384224')).not.toContain('南佐久郡');
    expect(namesAround('999999')).toEqual([]);
  });

  it('are called the same with prefecture and 郡 in front', () => {
    const wrong = towns.filter(
      ({ prefecture, district, name }) =>
        withoutAround(`${prefecture}${district}${name}`) !== name || withoutAround(name) !== name,
    );
    expect(wrong).toEqual([]);
  });
});

describe('no place', () => {
  const FOLDERS = ['bot', 'cards', 'documents', 'infra', 'programme', 'storage'];
  /** What shows how something looks; of the workbook, what stands in its template. */
  const MAY = /samples?\.ts$|^cards\/(vocabulary|example)\.ts$|\.test\.ts$|^documents\/workbook\/sheets\.ts$/;
  const words = [
    ...prefectures.map(([name]) => name),
    ...new Set(towns.flatMap(({ district, name }) => [district, name])),
    'DX推進課',
    '地域振興局',
  ].filter((word) => word !== '');
  const named = new RegExp(`(?<![一-龠])(${words.join('|')})`);
  const withoutComments = (source: string) => source.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '');

  it('is named by the program: the programme says where it is', () => {
    const sources = FOLDERS.flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => `${folder}/${file}`),
    );
    expect(sources.length).toBeGreaterThan(400);
    const naming = sources.flatMap((file) => {
      const found = MAY.test(file) ? undefined : named.exec(withoutComments(readFileSync(join(ROOT, file), 'utf8')));
      return found ? [`${file}: ${found[0]}`] : [];
    });
    expect(naming).toEqual([]);
  });
});
