import { thousandsSaid } from './cost.ts';

describe('a sum of money in 千円', () => {
  it.each([
    ['1,200', 1200],
    ['1200千円', 1200],
    ['１２０万円', 1200],
    ['1200000円', 1200],
    ['1.5百万円', 1500],
    ['0.2億円', 20_000],
    ['480万', 4_800],
    ['5億', 500_000],
    ['1億2000万円', 120_000],
    ['年480万円', 4_800],
    ['480万円/年', 4_800],
    ['0', 0],
    ['0円', 0],
  ])('%s is plain', (said, thousands) => {
    expect(thousandsSaid(said)).toEqual({ thousands });
  });

  it.each(['1200000', '1234567円', '0.5', '約120万円', '百万', '1億2', '3千', '-5', '1200千円/年 300千円', ''])(
    '%s is asked about',
    (said) => {
      expect(thousandsSaid(said)).toEqual({ ask: expect.stringMatching(/ください$/) });
    },
  );
});
