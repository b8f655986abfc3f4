import { everyTown, type PlacedTown } from '../gazetteer.ts';
import { matchTown, townIndex } from './town-match.ts';

const all = everyTown();
const index = townIndex([]);
const namesakes = (town: PlacedTown) => all.filter(({ name }) => name === town.name);

/** Widths and signs in which a table may have a name. */
const variants: readonly (readonly [string, (name: string) => string])[] = [
  ['as it is', (name) => name],
  ['ヶ', (name) => name.replaceAll('ケ', 'ヶ')],
  ['ケ', (name) => name.replaceAll('ヶ', 'ケ')],
  ['ｹ', (name) => name.replace(/[ケヶ]/g, 'ｹ')],
  ['half width', (name) => name.replace(/[ァ-ヶ]/g, (sign) => HALF[sign] ?? sign)],
  ['a blank in front and behind', (name) => ` ${name}　`],
  ['a blank inside', (name) => [...name].join(' ')],
  ['a sign nobody sees', (name) => `${name}\u200b`],
];
const HALF: Readonly<Record<string, string>> = {
  ケ: 'ｹ',
  ヶ: 'ｹ',
  ノ: 'ﾉ',
  ニ: 'ﾆ',
  セ: 'ｾ',
  コ: 'ｺ',
  マ: 'ﾏ',
  キ: 'ｷ',
};

describe('a name of a published table', () => {
  it('is every municipality of the country', () => expect(all).toHaveLength(1741));

  it.each(variants)('means exactly its municipality with its prefecture, written with %s', (_, vary) => {
    const wrong = all.flatMap((town) => {
      const { name, district, prefecture } = town;
      const ways = [
        matchTown(vary(prefecture + name), {}, index),
        matchTown(vary(prefecture + district + name), {}, index),
        matchTown(vary(`${name}（${prefecture}）`), {}, index),
        matchTown(vary(name), { prefecture }, index),
        matchTown(vary(district + name), { prefecture: vary(prefecture) }, index),
        matchTown(vary(name), { prefecture, district }, index),
      ];
      return ways.every((way) => way.kind === 'town' && way.code === town.code) ? [] : [[town, ways]];
    });
    expect(wrong).toEqual([]);
  });

  it.each(variants)('means its municipality, or is said to be of several, without one, written with %s', (_, vary) => {
    const wrong = all.flatMap((town) => {
      const found = matchTown(vary(town.name), {}, index);
      const same = namesakes(town);
      const right =
        same.length === 1
          ? found.kind === 'town' && found.code === town.code
          : found.kind === 'several' &&
            found.towns.length === same.length &&
            found.towns.includes(town.prefecture + town.name);
      return right ? [] : [[town, found]];
    });
    expect(wrong).toEqual([]);
  });

  it('is never taken for one of another prefecture', () => {
    const wrong = all.flatMap((town) => {
      const other = town.prefecture === '沖縄県' ? '北海道' : '沖縄県';
      if (namesakes(town).some(({ prefecture }) => prefecture === other)) return [];
      return matchTown(town.name, { prefecture: other }, index).kind === 'elsewhere' ? [] : [town];
    });
    expect(wrong).toEqual([]);
  });

  it('is none of a 郡 in which it does not lie', () => {
    expect(matchTown('長野県南安曇郡池田町', {}, index)).toEqual({ kind: 'unknown', like: [] });
    expect(matchTown('池田町', { prefecture: '長野県', district: '南安曇郡' }, index).kind).toBe('elsewhere');
  });

  it('says all of the same name, so that one of them can be written', () => {
    expect(matchTown('池田町', {}, index)).toEqual({
      kind: 'several',
      towns: ['北海道池田町', '福井県池田町', '長野県池田町', '岐阜県池田町'],
    });
  });

  it('says what may be meant where a town has become a city', () => {
    expect(matchTown('富谷町', { prefecture: '宮城県' }, index)).toEqual({ kind: 'unknown', like: ['宮城県富谷市'] });
    expect(matchTown('豊科町', { prefecture: '長野県' }, index)).toEqual({ kind: 'unknown', like: [] });
  });

  it('is no municipality where it is a prefecture', () => {
    expect(matchTown('長野県', {}, index)).toEqual({ kind: 'prefecture' });
  });

  it('knows a municipality of the programme by the name that the programme has for it', () => {
    const made = { code: '209996', name: '新しい市', area: '', supported: true };
    expect(matchTown('長野県新しい市', {}, townIndex([made]))).toEqual({ kind: 'town', code: '209996' });
  });
});
