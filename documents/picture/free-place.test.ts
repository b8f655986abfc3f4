import { boxOf, distanceTo, freest, spotsAlong } from './free-place.ts';

const line = spotsAlong([
  { x: 0, y: 100 },
  { x: 400, y: 100 },
]);

it('takes the first place that touches nothing', () => {
  const spots = [
    { x: 20, y: 100 },
    { x: 20, y: 60 },
    { x: 20, y: 160 },
  ];
  expect(freest('目標', spots, { drawn: line, taken: [], size: 24 })).toEqual(spots[1]);
  const taken = [boxOf('81.3%', { x: 90, y: 60 }, 24)];
  expect(freest('目標', spots, { drawn: line, taken, size: 24 })).toEqual(spots[2]);
  expect(freest('目標', [], { drawn: line, taken: [], size: 24 })).toBeUndefined();
});

it('takes the one that is least near where there is no room', () => {
  const spots = [100, 92, 108].map((y) => ({ x: 20, y }));
  const best = freest('目標', spots, { drawn: line, taken: [], size: 24 });
  const far = (y: number) => Math.min(...line.map((spot) => distanceTo(boxOf('目標', { x: 20, y }, 24), spot)));
  expect(Math.max(...spots.map(({ y }) => far(y)))).toBe(far(best?.y ?? 0));
});
