import { casesLike, type SeenCase } from './case-search.ts';

const one = (id: string, name: string, item: string, text: string, at = '2026-11-01T00:00:00.000Z'): SeenCase => ({
  ...{ id, item, at },
  municipality: { code: id, name, area: '', supported: true },
  content: { title: `${item}の取組`, sections: [{ label: '取組内容・工夫', text }] },
});
const all = [
  one('203033', 'ある町', 'S3-1', '転入の手続を1枚にまとめた'),
  one('203041', 'ある村', 'S3-6', 'ＲＰＡで申請を読み取った', '2026-11-02T00:00:00.000Z'),
];
const found = (sought: Parameters<typeof casesLike>[1]) => casesLike(all, sought).map(({ id }) => id);

describe('cases that are looked for', () => {
  it.each<readonly [string, Parameters<typeof casesLike>[1], readonly string[]]>([
    ['all, the newest first', {}, ['203041', '203033']],
    ['by a word', { text: '転入' }, ['203033']],
    ['by every word', { text: '転入 申請' }, []],
    ['in any width and case', { text: 'rpa' }, ['203041']],
    ['in かな for カナ', { text: 'ふろんとやーど' }, ['203033']],
    ['by the name of an item', { text: 'フロントヤード' }, ['203033']],
    ['by item', { item: 'S3-6' }, ['203041']],
    ['by size', { size: 'village' }, ['203041']],
    ['by municipality', { municipality: '203033', text: '手続' }, ['203033']],
  ])('%s', (_what, sought, ids) => {
    expect(found(sought)).toEqual(ids);
  });
});
