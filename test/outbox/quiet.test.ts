import { createOwnWrites } from '../../bot/outbox/own-writes.ts';
import type { OpenStore } from '../../storage/collections.ts';
import { metered } from '../bench/store-meter.ts';
import { type checkIn, instanceOf, memberOf, openMemory, settle } from './house.ts';

/** After three days nothing is read a second time, and on a Thursday nothing is due until Monday. */
const START = new Date('2024-09-30T12:00:00+09:00');
const HOURS = 72;
const MINUTE = 60_000;

let opened: OpenStore;
afterEach(() => opened.close());

async function quiet() {
  opened = openMemory();
  await settle(opened.store, [memberOf(1), memberOf(2)]);
  const { store: counted, take } = metered(opened.store);
  let asks = 0;
  const list = (...which: Parameters<typeof counted.changes.list>) => {
    asks++;
    return counted.changes.list(...which);
  };
  const asked = { ...counted, changes: { ...counted.changes, list } };
  const { store, ...ownWrites } = createOwnWrites(asked);
  const planned: number[] = [];
  const due = (members: Parameters<NonNullable<Parameters<typeof checkIn>[0]>['due'] & object>[0]) => {
    planned.push(members.length);
    return members;
  };
  const one = instanceOf(store, START, { due }, { lease: true, ownWrites });
  let minutes = 0;
  /** Ticks twice a minute. @returns how often it asked what has changed, what it has read otherwise, and what written */
  const pass = async (some: number) => {
    take();
    asks = 0;
    for (const end = minutes + some; minutes < end; ) {
      minutes += 0.5;
      await one.tick(new Date(START.getTime() + minutes * MINUTE));
    }
    const { read: reads, replace: replaces } = take();
    return { asks, reads, replaces };
  };
  for (let hour = 0; hour <= HOURS; hour++) await one.tick(new Date(START.getTime() + hour * 60 * MINUTE));
  minutes = HOURS * 60;
  await pass(100);
  return {
    store,
    pass,
    known: () => planned.at(-1),
    other: () => instanceOf(asked, new Date(START.getTime() + minutes * MINUTE), {}, { lease: true }),
    outbox: one.outbox,
  };
}

it('an instance that is alone asks for next to nothing while nothing happens', async () => {
  const { pass } = await quiet();
  const { asks, reads, replaces } = await pass(120);
  // Its lease was written anew once, which is two reads.
  expect({ asks, replaces }).toEqual({ asks: 4, replaces: 1 });
  expect(reads).toBeLessThanOrEqual(6);
});

it('what it has written itself is planned for the next time', async () => {
  const { store, pass, known } = await quiet();
  expect(known()).toBe(2);
  await store.members.put(memberOf(3), 'absent');
  await pass(10);
  expect(known()).toBe(3);
});

it('what an operator has changed is planned for within half an hour', async () => {
  const { pass, known } = await quiet();
  await opened.store.members.put(memberOf(3), 'absent');
  await pass(30);
  expect(known()).toBe(3);
});

it('asks each time once there is another instance', async () => {
  const { pass, known, other } = await quiet();
  const second = other();
  await second.tick();
  // It has not been heard in the time it waits.
  for (const minute of [1, 2, 3]) {
    await pass(1);
    await second.tick(new Date(second.clock.now().getTime() + minute * MINUTE));
  }
  await pass(30);
  await second.outbox.drain();
  await pass(10);
  await opened.store.members.put(memberOf(3), 'absent');
  await pass(10);
  expect(known()).toBe(3);
  expect((await pass(60)).asks).toBe(6);
});

it('a turn of its own has the lease looked at once', async () => {
  const { pass, outbox } = await quiet();
  await pass(1);
  outbox.wake();
  expect(await pass(5)).toMatchObject({ reads: 1, replaces: 0 });
});
