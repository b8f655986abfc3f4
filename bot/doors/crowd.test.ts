import { setTimeout as pause } from 'node:timers/promises';
import { createCrowd } from './crowd.ts';

it('lets so many in, so many wait, and nobody else', async () => {
  const crowd = createCrowd({ atOnce: 2, waiting: 1, patienceMs: 1_000 });
  const [first] = [await crowd.enter(), await crowd.enter()];
  const waits = crowd.enter();
  expect(await crowd.enter()).toBeUndefined();
  first?.();
  const third = await waits;
  expect(third).toBeDefined();
});

it('knows at the door who will not get in', () => {
  const crowd = createCrowd({ atOnce: 1, waiting: 1, patienceMs: 20 });
  const [first] = [crowd.arrive(), crowd.arrive()];
  expect(crowd.arrive()).toBeUndefined();
  first?.();
  expect(crowd.arrive()).toBeDefined();
});

it('lets nobody wait longer than it is of use, and gives the place to the next', async () => {
  const crowd = createCrowd({ atOnce: 1, waiting: 5, patienceMs: 20 });
  const first = await crowd.enter();
  expect(await crowd.enter()).toBeUndefined();
  const next = crowd.enter();
  first?.();
  expect(await next).toBeDefined();
});

it('gives a place back once, however often it is left', async () => {
  const crowd = createCrowd({ atOnce: 1, waiting: 0, patienceMs: 20 });
  const leave = await crowd.enter();
  leave?.();
  leave?.();
  await pause(1);
  expect(await crowd.enter()).toBeDefined();
  expect(await crowd.enter()).toBeUndefined();
});
