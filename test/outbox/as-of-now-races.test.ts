import { createKnown } from '../../bot/outbox/known.ts';
import { type Room, rooms } from '../../programme/room.ts';
import { noting } from '../../storage/change-notes.ts';
import { CHANGES, type OpenStore, ROOMS, type Store, UPKEEP } from '../../storage/collections.ts';
import { roomId } from '../../storage/ids.ts';
import type { Collection } from '../../storage/store.ts';
import { openMemory } from './house.ts';
import { virtualClock } from './virtual-clock.ts';

const START = new Date('2024-10-07T09:00:00+09:00');
const HOUR = 3_600_000;
const roomOf = (index: number, address: string): Room => ({
  ...{ id: roomId('teams', String(index)), channel: 'teams', address, audience: 'secretariat' },
});

/** One request is stopped on its way: before it arrives, or with its answer. */
type Stopped = { readonly arrived: Promise<void>; go(): void };

let opened: OpenStore;
afterEach(() => opened.close());

/** A holder of the lease that knows all rooms, and a store on which requests can be stopped. */
async function house() {
  opened = openMemory();
  const { store } = opened;
  const clock = virtualClock(START);
  const stops = new Map<string, (which: 'before' | 'after') => Promise<void>>();
  let lists = 0;
  const stopped = (docs: Collection<Room>): Collection<Room> => {
    const way = async <R>(what: string, send: () => Promise<R>): Promise<R> => {
      const stop = stops.get(what);
      stops.delete(what);
      await stop?.('before');
      const answer = await send();
      await stop?.('after');
      return answer;
    };
    return {
      ...docs,
      get: (...args) => way('get', () => docs.get(...args)),
      list: (...args) => way('list', () => docs.list(...args)),
      put: (value, was, effects) => way('put', () => docs.put(value, was, effects, 'unnoted')),
      remove: (partition, id, was) => docs.remove(partition, id, was, 'unnoted'),
    };
  };
  const changes: Store['changes'] = {
    ...store.changes,
    list(...which) {
      lists++;
      return store.changes.list(...which);
    },
  };
  const its: Store = { ...store, changes, rooms: noting(stopped(store.rooms), rooms, store.changes) };
  const known = createKnown({
    ...{ store: its, clock, isOurs: async () => true },
    onFault: (what) => {
      throw new Error(what);
    },
  });
  return {
    ...{ store: its, base: store, known, clock },
    listed: () => lists,
    /** The next such request of the rooms. */
    stop(what: 'get' | 'list' | 'put', where: 'before' | 'after'): Stopped {
      let go = (): void => undefined;
      const gone = new Promise<void>((resolve) => {
        go = resolve;
      });
      const arrived = new Promise<void>((resolve) => {
        stops.set(what, async (which) => {
          if (which !== where) return;
          resolve();
          await gone;
        });
      });
      return { arrived, go };
    },
    async begins() {
      known.begin(1);
      await known.refresh();
      await known.store.rooms.list(ROOMS);
    },
    async addresses(): Promise<string[]> {
      const found = await (await known.asOfNow()).rooms.list(ROOMS);
      return found.map(({ value }) => value.address).sort();
    },
    async write(room: Room): Promise<void> {
      const found = await store.rooms.get(ROOMS, room.id);
      await its.rooms.put(room, found?.etag ?? 'absent');
    },
  };
}

const soon = () => new Promise((resolve) => setImmediate(resolve));

describe('what a turn reads', () => {
  it('is what was written before it, by whomever', async () => {
    const { begins, write, addresses } = await house();
    await write(roomOf(1, 'old'));
    await begins();
    await write(roomOf(1, 'new'));
    await write(roomOf(2, 'another'));
    expect(await addresses()).toEqual(['another', 'new']);
  });

  it('is asked of the store no more than the notes when nothing has changed, and once for everybody who comes at once', async () => {
    const { begins, listed, known, store, stop } = await house();
    await begins();
    const before = listed();
    const never = stop('list', 'before');
    const all = await Promise.all([known.asOfNow(), known.asOfNow(), known.asOfNow()]);
    expect(listed() - before).toBe(1);
    for (const one of all) expect(await one.rooms.list(ROOMS)).toEqual([]);
    expect(all).not.toContain(store);
    never.go();
  });

  it('is not what planning read of it before, and heard of after', async () => {
    const { begins, write, store, base, stop, known, addresses } = await house();
    await write(roomOf(1, 'old'));
    await begins();
    // Noted, and not there yet when planning reads it.
    const late = stop('put', 'before');
    const found = await base.rooms.get(ROOMS, roomOf(1, '').id);
    const writing = store.rooms.put(roomOf(1, 'new'), found?.etag ?? 'absent');
    await late.arrived;
    const slow = stop('get', 'after');
    const planning = known.refresh();
    await slow.arrived;
    late.go();
    await writing;
    const turn = addresses();
    await soon();
    slow.go();
    await planning;
    expect(await turn).toEqual(['new']);
    expect(await addresses()).toEqual(['new']);
  });

  it('is not what was read again from time to time, and answered late', async () => {
    const { begins, write, clock, stop, known, addresses } = await house();
    await write(roomOf(1, 'old'));
    await begins();
    await clock.advanceTo(new Date(START.getTime() + 25 * HOUR));
    const slow = stop('list', 'after');
    const planning = known.refresh();
    await slow.arrived;
    await write(roomOf(1, 'new'));
    expect(await addresses()).toEqual(['new']);
    slow.go();
    await planning;
    expect(await addresses()).toEqual(['new']);
  });

  it('is what was noted to be made before somebody else made it and took it away', async () => {
    const { begins, write, store, base, stop, known, addresses } = await house();
    await begins();
    const late = stop('put', 'before');
    const writing = store.rooms.put(roomOf(1, 'first'), 'absent');
    await late.arrived;
    await write(roomOf(1, 'second'));
    await known.refresh();
    const found = await base.rooms.get(ROOMS, roomOf(1, '').id);
    await store.rooms.remove(ROOMS, roomOf(1, '').id, found?.etag ?? ('' as never));
    await known.refresh();
    expect(await addresses()).toEqual([]);
    late.go();
    await writing;
    expect(await addresses()).toEqual(['first']);
  });

  it('is what a write noted whose note was about to be given up', async () => {
    const { begins, write, store, base, clock, stop, known, addresses } = await house();
    await write(roomOf(1, 'old'));
    await begins();
    const found = await base.rooms.get(ROOMS, roomOf(1, '').id);
    const note = { of: 'rooms', partition: ROOMS, document: roomOf(1, '').id, was: found?.etag ?? '' };
    const crashed = stop('put', 'before');
    void store.rooms.put(roomOf(1, 'crashed'), found?.etag ?? 'absent').catch(() => undefined);
    await crashed.arrived;
    await known.refresh();
    await clock.advanceTo(new Date(START.getTime() + HOUR));
    const late = stop('put', 'before');
    const writing = store.rooms.put(roomOf(1, 'new'), found?.etag ?? 'absent');
    await late.arrived;
    await known.refresh();
    expect((await base.changes.list(CHANGES)).map(({ value: { id: _, ...rest } }) => rest)).toEqual([note]);
    late.go();
    await writing;
    expect(await addresses()).toEqual(['new']);
  });

  it('is the store itself where too much has changed to wait for', async () => {
    const { begins, write, store, known } = await house();
    await begins();
    for (let room = 0; room < 49; room++) await write(roomOf(room, 'new'));
    expect(await known.asOfNow()).toBe(store);
    await known.refresh();
    expect(await known.asOfNow()).not.toBe(store);
  });

  it('is the store itself while there is left of very many notes from before anything was known', async () => {
    const { begins, write, store, known } = await house();
    for (let room = 0; room < 201; room++) await write(roomOf(room, 'new'));
    await begins();
    expect(await known.asOfNow()).toBe(store);
    await known.refresh();
    expect(await known.asOfNow()).not.toBe(store);
  });

  it('is the store itself without a term, and for kinds that are written without notes', async () => {
    const { begins, store, base, known } = await house();
    expect(await known.asOfNow()).toBe(store);
    await begins();
    const ticked = async () => (await known.asOfNow()).upkeep.list(UPKEEP);
    expect(await ticked()).toEqual([]);
    await base.upkeep.put({ id: 'tick', at: START.toISOString() }, 'absent');
    expect(await ticked()).toHaveLength(1);
  });
});
