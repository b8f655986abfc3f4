import { lexiconOf } from '../names/lexicon.ts';
import { sentenceOf } from '../parts/sentence.ts';
import { itemYearSaid, yearSaid } from './years.ts';

const TODAY = '2025-05-07';

it.each([
  ['令和6年度', 2024],
  ['R6年度', 2024],
  ['R6', 2024],
  ['令和元年度', 2019],
  ['令和十年度', 2028],
  ['6年度', 2024],
  ['2024年度', 2024],
  ['去年度', 2024],
  ['昨年度', 2024],
  ['前年度', 2024],
  ['先年度', 2024],
  ['一昨年度', 2023],
  ['来年度', 2026],
  ['去年', 2024],
  ['平成30年度', 2018],
  ['令和6年', 2024],
  ['123年度', undefined],
  ['S1-3', undefined],
])('%s is the fiscal year %p', (said, year) => {
  expect(yearSaid(said, TODAY)).toBe(year);
});

describe('in a sentence', () => {
  const yearsIn = (text: string) =>
    sentenceOf(
      text,
      { words: lexiconOf<never>([]), towns: { names: lexiconOf<never>([]), around: /(?!)/g } },
      TODAY,
    ).spans.flatMap((span) => (span.kind === 'year' ? [span.year] : []));

  it.each([
    ['令和6年度の状況', [2024]],
    ['Ｒ６年度の状況はどうですか', [2024]],
    ['R6の状況', [2024]],
    ['去年度のまとめ', [2024]],
    ['状況 令和 6年度', [2024]],
    ['先年度の状況', [2024]],
    ['昨年の状況', [2024]],
    ['去年のダイジェスト', [2024]],
    ['令和6年の状況', [2024]],
    ['来年度の状況', [2026]],
    ['状況 去年', [2024]],
    ['S2-6 令和6年度中に完了済み', [2024]],
    ['令和6年度末までにS2-6 完了', [2024]],
    ['状況 平成30年度', [2018]],
  ])('%s asks about a year', (text, years) => {
    expect(yearsIn(text)).toEqual(years);
  });

  it.each([
    '令和6年度に実施',
    '令和7年度以降',
    '令和7年度から始めます',
    'S1-3 R6.9.20 完了',
    'S1-3 令和6年9月20日に完了',
    'K0-03は去年の値で62%',
    'S1-3は来年度の予定です',
    '来年度の予算要求について',
    '今年度の状況',
    '年度末までに完了',
    '令和7年度中に終わります',
    '令和7年度末までに完了',
  ])('%s asks about none', (text) => {
    expect(yearsIn(text)).toEqual([]);
  });
});

test.each([
  ['今年度', 'this'],
  ['令和8年度に実施', 'this'],
  ['来年度', 'later'],
  ['翌年度以降', 'later'],
  ['令和9年度以降', 'later'],
  ['令和7年度', undefined],
  ['昨年度', undefined],
  ['予定', undefined],
] as const)('%s of an item is %s in 令和8年度', (said, year) => {
  expect(itemYearSaid(said, 2026, '2026-12-01')).toBe(year);
});
