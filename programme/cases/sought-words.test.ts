import { soughtWords, withoutAsking } from './sought-words.ts';

describe('what a case is looked for by', () => {
  it.each([
    ['窓口の事例ありますか', '窓口'],
    ['事例を見せて', undefined],
    ['ほかの市町村の事例を見せてください', undefined],
    ['他の町の好事例はありますか？', undefined],
    ['書かない窓口に関する事例を教えてください', '書かない窓口'],
    ['電子申請の成功例が知りたい', '電子申請'],
    ['いい事例ない？', undefined],
    ['事例 職員研修', '職員研修'],
    ['事例一覧', undefined],
  ])('%s', (said, words) => {
    expect(soughtWords(said)).toBe(words);
  });

  it('a word that only asks is none', () => {
    expect(withoutAsking('見せてください')).toBe('');
    expect(withoutAsking('窓口を見せて')).toBe('窓口');
    expect(withoutAsking('みらいの窓口')).toBe('みらいの窓口');
  });
});
