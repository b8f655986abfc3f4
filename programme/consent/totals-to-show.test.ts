import fc from 'fast-check';
import { FEWEST, totalsToShow } from './totals-to-show.ts';

const total = (of: string) => ({ of: of.split('') });
const names = (totals: readonly { readonly of: readonly string[] }[]) => totals.map(({ of }) => of.join(''));
const show = (totals: readonly string[], known = '', elsewhere: readonly string[] = []) =>
  names(
    totalsToShow(
      totals.map(total),
      new Set(known),
      elsewhere.map((of) => of.split('')),
    ),
  );

describe('sums over municipalities', () => {
  it.each([
    ['fewer than three', ['ab'], '', [], []],
    ['three of whom nobody is shown', ['abc'], '', [], ['abc']],
    ['all shown by themselves', ['abcd'], 'abcd', [], ['abcd']],
    ['one that is not shown follows by subtraction', ['abcd'], 'abc', [], []],
    ['two that are not shown follow together', ['abcde'], 'abc', [], []],
    ['three that are not shown stay together', ['abcdef'], 'abc', [], ['abcdef']],
    ['the difference of two sums is one', ['abcde', 'abcd'], '', [], ['abcde']],
    ['the difference to a sum elsewhere is one', ['abcd'], '', ['abcde'], []],
    ['the difference to a sum elsewhere is shown', ['abcd'], 'e', ['abcde'], ['abcd']],
    ['three sums together give one away', ['abc', 'cde', 'abde'], '', [], ['abc', 'cde']],
  ])('where %s', (_, totals, known, elsewhere, shown) => {
    expect(show(totals, known, elsewhere)).toEqual(shown);
  });

  it('never leave the sum of one or two, however they are added and subtracted', () => {
    const some = fc.subarray('abcdefg'.split(''));
    const factors = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 4 }), some, factors, (sets, known, times) => {
        const kept = totalsToShow(
          sets.map((of) => ({ of })),
          new Set(known),
        );
        const left = 'abcdefg'
          .split('')
          .filter((code) => !known.includes(code))
          .map((code) => kept.reduce((sum, { of }, at) => sum + (of.includes(code) ? (times[at] ?? 0) : 0), 0));
        const support = left.filter((times) => times !== 0).length;
        return support === 0 || support >= FEWEST;
      }),
      { numRuns: 2_000 },
    );
  });

  it('are kept where all that is hidden in them is the same three or more', () => {
    expect(show(['abcdef', 'bcdef'], 'ab')).toEqual(['abcdef', 'bcdef']);
  });
});
