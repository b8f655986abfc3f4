import { amountSaid, fractionSaid } from './numbers.ts';

it.each([
  ['62', '%', 62],
  ['６２％', '%', 62],
  ['62パーセントです', '%', 62],
  ['62.5%', '%', 62.5],
  ['1,204人', '人', 1204],
  ['１，２０４名', '人', 1204],
  ['六十二', '%', 62],
  ['六二', '%', 62],
  ['百二十', '件', 120],
  ['二〇件', '件', 20],
  ['千二百', '件', 1200],
  ['一万二千', '件', 12_000],
  ['1万2千', '件', 12_000],
  ['1.2万', '人', 12_000],
  ['3億2千万円', '千円', 320_000],
  ['-3', '回', -3],
  ['▲3', '件', -3],
  ['3割', '%', 30],
  ['三割五分', '%', 35],
  ['120万円', '千円', 1200],
  ['5百万円', '千円', 5000],
  ['百万円', '千円', 1000],
  ['1,200千円', '千円', 1200],
  ['3千円', '千円', 3],
  ['50000円', '千円', 50],
  ['1時間', '分', 60],
  ['120時間', '時間/年', 120],
  ['あり', '有無', 1],
  ['無', '有無', 0],
  ['0', '有無', 0],
  ['5回でした。', '回', 5],
])('%s in %s is %d', (said, unit, value) => expect(amountSaid(said, unit)?.value).toBe(value));

it.each([
  ['3千件', '回'],
  ['90分', '回'],
  ['120万円', '件'],
  ['3割', '件'],
  ['62?', '%'],
  ['60だったら', '%'],
  ['60以上', '%'],
  ['62 63', '回'],
  ['12/40', '%'],
  ['1,2', '件'],
  ['たくさん', '件'],
  ['十百', '件'],
  ['', '件'],
  ['2', '有無'],
])('%s is no amount in %s', (said, unit) => expect(amountSaid(said, unit)).toBeUndefined());

it.each(['約62%', 'およそ62', '62ぐらい', '62%程度です', 'だいたい六十二'])('%s is approximate', (said) =>
  expect(amountSaid(said, '%')).toMatchObject({ value: 62, approximate: true }),
);

it('shows what was converted, and only that', () => {
  expect(amountSaid('120万円', '千円')?.conversion).toBe('「120万円」を1,200千円');
  expect(amountSaid('3割', '%')?.conversion).toBe('「3割」を30%');
  expect(amountSaid('1,200千円', '千円')).not.toHaveProperty('conversion');
  expect(amountSaid('62', '%')).not.toHaveProperty('conversion');
});

it.each([
  ['12/40', 12, 40],
  ['１２／４０', 12, 40],
  ['12人/40人', 12, 40],
  ['40人中12人', 12, 40],
  ['40課のうち12課です', 12, 40],
  ['四十分の十二', 12, 40],
  ['1,204 / 2,000', 1204, 2000],
])('%s is %d of %d', (said, numerator, denominator) => expect(fractionSaid(said)).toEqual({ numerator, denominator }));

it.each(['12', '12/40/3', '12/', 'a/b', '12/40?'])('%s is no fraction', (said) =>
  expect(fractionSaid(said)).toBeUndefined(),
);
