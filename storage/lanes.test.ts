import { createLanes } from './lanes.ts';

const soon = () => new Promise((resolve) => setImmediate(resolve));

it('lets so many go at a time, in the order they came, whatever becomes of them', async () => {
  const lanes = createLanes(3);
  const began: number[] = [];
  let [now, most] = [0, 0];
  const work = (at: number) => async () => {
    began.push(at);
    most = Math.max(most, ++now);
    await soon();
    now--;
    if (at % 7 === 0) throw new Error('no');
    return at;
  };
  const all = Array.from({ length: 50 }, (_, at) => at);
  const ended = await Promise.allSettled(all.map((at) => lanes(work(at))));
  expect([most, began]).toEqual([3, all]);
  expect(ended.map(({ status }) => status)).toEqual(all.map((at) => (at % 7 === 0 ? 'rejected' : 'fulfilled')));
  expect(await lanes(async () => 'free again')).toBe('free again');
});
