import { between, evenSteps, shortFigure } from './scale.ts';

it.each([
  [0, 100, [0, 50, 100]],
  [0, 80, [0, 20, 40, 60, 80]],
  [-5, 12, [-5, 0, 5, 10, 15]],
  [0, 0, [0, 0.5, 1]],
  [0, 1.2e12, [0, 5e11, 1e12, 1.5e12]],
])('steps from %d to %d hold both ends', (low, high, steps) => expect(evenSteps(low, high, 4)).toEqual(steps));

it.each([
  [0, '0'],
  [0.25, '0.25'],
  [62.5, '62.5'],
  [1204, '1,204'],
  [12_000_000, '1,200万'],
  [340_000_000, '3.4億'],
  [1.2e12, '1.2兆'],
  [-5, '−5'],
])('says %d as %s', (value, said) => expect(shortFigure(value)).toBe(said));

it('draws a range that is none at its beginning', () => expect(between([3, 3], [10, 20])(3)).toBe(10));
