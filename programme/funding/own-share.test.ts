import * as fc from 'fast-check';
import { capTrouble, ownShare, plainCap, plainRate, rateTrouble } from './own-share.ts';

it.each([
  ['1/2', 0.5],
  ['１／２', 0.5],
  ['0.7', 0.7],
  ['50％', 0.5],
  ['10/10', 1],
])('%s is a plain rate', (said, rate) => expect(plainRate(said)).toBeCloseTo(rate));

it.each([
  '',
  '0.7（未確認）',
  '3/4〜4/5',
  '充当率90％、元利償還金の50％を交付税措置',
  '全額（自治体の負担なし）',
  '1/0',
  '3/2',
  '0',
])('「%s」 says more than a number, or none', (said) => expect(plainRate(said)).toBeUndefined());

it('a limit is an amount, none, or more than an amount', () => {
  expect(plainCap('1億円')).toBe(100_000);
  expect(plainCap('上限 500万円')).toBe(5_000);
  expect(plainCap('なし')).toBe('none');
  expect(plainCap('TYPE1 1億円など（未確認）')).toBeUndefined();
});

it('reckons what is left, and nothing where a limit is not plain', () => {
  expect(ownShare(1_200, '1/2', 'なし')).toBe(600);
  expect(ownShare(1_200, '2/3', 'なし')).toBe(400);
  expect(ownShare(1_200, '1/2', '300千円')).toBe(900);
  expect(ownShare(1_200, '1/2', '未確認')).toBeUndefined();
  expect(ownShare(1_200, '1/2', '')).toBeUndefined();
});

it('is never below nothing nor above what it costs', () => {
  fc.assert(
    fc.property(
      fc.nat(1_000_000),
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 1, max: 20 }),
      (cost, part, whole) => {
        const own = ownShare(cost, `${part}/${whole}`, 'なし');
        if (part > whole) expect(own).toBeUndefined();
        else {
          expect(own).toBeGreaterThanOrEqual(0);
          expect(own).toBeLessThanOrEqual(cost);
        }
      },
    ),
  );
});

it.each(['3/2', '1/0', '150%', '１５０％', '-1/2', '0', '5'])('a 率 of %s is a number that is no part', (said) =>
  expect(rateTrouble(said)).toContain('1以下'),
);
it.each(['1/2', '0.7', '50%', '', '0.7（未確認）', '3/4〜4/5', '全額（自治体の負担なし）'])(
  'a 率 may be 「%s」',
  (said) => expect(rateTrouble(said)).toBeUndefined(),
);
it.each(['-5億円', '5億', '100', '0円', '▲3'])('a 上限 of %s is no amount', (said) =>
  expect(capTrouble(said)).toContain('単位まで'),
);
it.each(['1億円', '500万円', 'なし', '', 'TYPE1 1億円など（未確認）', '現地は最大3日'])(
  'a 上限 may be 「%s」',
  (said) => expect(capTrouble(said)).toBeUndefined(),
);
