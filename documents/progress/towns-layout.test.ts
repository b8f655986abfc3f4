import { fitted } from './towns-layout.ts';

it.each([
  ['小海町', 20, 100, 20],
  ['いちき串木野市', 20, 98, 14],
  ['81.3%', 18, 60, 18],
  ['12,345件', 18, 47.2, 10],
])('%s at %d in %d pixels stands at %d', (said, size, room, shown) => {
  expect(fitted(said, size, room)).toBe(shown);
});
