import fc from 'fast-check';
import { pageOf } from './page.ts';

it('has everything once, in its order, however long the list is', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 12 }), (all, size) => {
      const { pages } = pageOf(all, 1, size);
      const every = Array.from({ length: pages }, (_, index) => pageOf(all, index + 1, size));
      expect(every.flatMap(({ shown }) => shown)).toEqual(all);
      expect(every.map(({ at }) => at)).toEqual(every.map((_, index) => index + 1));
    }),
  );
});

it('is the last one where there are not so many, and one where there is nothing', () => {
  expect(pageOf([1, 2, 3], 9, 2)).toEqual({ shown: [3], at: 2, pages: 2 });
  expect(pageOf([], 1, 5)).toEqual({ shown: [], at: 1, pages: 1 });
  expect(pageOf([1, 2, 3], 0, 2).at).toBe(1);
});
