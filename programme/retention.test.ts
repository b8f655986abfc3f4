import { keptFrom } from './retention.ts';

describe('what is kept for so many years', () => {
  it.each([
    ['2026-03-31', 5, '2020-03-31T15:00:00.000Z'],
    ['2026-04-01', 5, '2021-03-31T15:00:00.000Z'],
    ['2026-11-24', 5, '2021-03-31T15:00:00.000Z'],
    ['2026-11-24', 1, '2025-03-31T15:00:00.000Z'],
  ])('on %s for %i begins with a fiscal year in Japan', (today, years, from) => {
    expect(keptFrom(today, years).toISOString()).toBe(from);
  });
});
