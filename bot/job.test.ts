import { foundByDay, oncePerLook, type Planning } from './job.ts';

const look = (): Planning => ({}) as Planning;

describe('what planning works out', () => {
  it('is worked out once in a look, whoever asks, and anew in the next', async () => {
    let times = 0;
    const counted = oncePerLook(async () => ++times);
    const [first, second] = [look(), look()];
    expect(await Promise.all([counted(first), counted(first), counted(second)])).toEqual([1, 1, 2]);
    expect(await counted(first)).toBe(1);
  });

  it('is found by the slots it is for, in the order it was found in', async () => {
    let times = 0;
    const visits = foundByDay(async () => {
      times++;
      return [
        ['2024-09-20', 'b'],
        ['2024-09-19', 'a'],
        ['2024-09-20', 'c'],
      ] as const;
    });
    const planning = look();
    const days = ['2024-09-18', '2024-09-19', '2024-09-20'];
    expect(await Promise.all(days.map((day) => visits({ day }, planning)))).toEqual([[], ['a'], ['b', 'c']]);
    expect(times).toBe(1);
  });
});
