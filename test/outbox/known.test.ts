import fc from 'fast-check';
import { createKnown } from '../../bot/outbox/known.ts';
import type { Room } from '../../programme/room.ts';
import { rooms } from '../../programme/room.ts';
import { noting } from '../../storage/change-notes.ts';
import { CHANGES, type OpenStore, ROOMS } from '../../storage/collections.ts';
import { roomId } from '../../storage/ids.ts';
import { type Collection, OutcomeUnknown } from '../../storage/store.ts';
import { openMemory } from './house.ts';
import { type Base, openBase } from './interleaved.ts';
import { virtualClock } from './virtual-clock.ts';

const START = new Date('2024-10-07T09:00:00+09:00');
const MINUTE = 60_000;
const fail = (what: string) => {
  throw new Error(what);
};

/** What becomes of a request: it is answered, its answer is lost, it never arrives, or it arrives much later. */
const Fate = fc.constantFrom('well', 'well', 'well', 'answer-lost', 'lost', 'late');
type Fate = 'well' | 'answer-lost' | 'lost' | 'late';
type Sent = {
  readonly do: 'put' | 'remove';
  readonly room: number;
  readonly note: Fate;
  readonly write: Fate;
  /** By what was read the time before. */
  readonly stale: boolean;
};
type Step = Sent | { readonly do: 'look' | 'arrive' | 'minutes' | 'restart' };
const Steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({
      do: fc.constantFrom('put' as const, 'remove' as const),
      room: fc.nat(4),
      note: Fate as fc.Arbitrary<Fate>,
      write: Fate as fc.Arbitrary<Fate>,
      stale: fc.boolean(),
    }),
    fc.record({
      do: fc.constantFrom('look' as const, 'look' as const, 'arrive' as const, 'minutes' as const, 'restart' as const),
    }),
  ),
  { maxLength: 40 },
);

/** The documents beneath the notes, with requests that meet their fate. */
function faulty<T>(docs: Collection<T>, fate: () => Fate, late: (() => Promise<unknown>)[]): Collection<T> {
  const meet = async <R>(send: () => Promise<R>): Promise<R> => {
    const its = fate();
    if (its === 'late') late.push(send);
    if (its === 'well') return send();
    if (its === 'answer-lost') await send();
    throw new OutcomeUnknown(docs.name, '', '');
  };
  return {
    ...docs,
    put: (value, was, effects) => meet(() => docs.put(value, was, effects, 'unnoted')),
    remove: (partition, id, was) => meet(() => docs.remove(partition, id, was, 'unnoted')),
  };
}

function play({ store: base, kinds }: Base) {
  const clock = virtualClock(START);
  const late: (() => Promise<unknown>)[] = [];
  let [note, write]: Fate[] = ['well', 'well'];
  const docs = noting(
    faulty(base.rooms, () => write ?? 'well', late),
    rooms,
    faulty(base.changes, () => note ?? 'well', late),
  );
  const begin = () => createKnown({ ...{ store: base, kinds, clock }, isOurs: async () => true, onFault: fail });
  let known = begin();
  const old = new Map<number, Awaited<ReturnType<typeof docs.get>>>();
  const arrive = async (): Promise<void> => {
    await late.shift()?.();
  };
  const send = async (one: Sent): Promise<void> => {
    const room = roomOf(one.room, clock.now());
    const now = await base.rooms.get(ROOMS, room.id);
    const was = one.stale ? old.get(one.room) : now;
    old.set(one.room, now);
    // A document that is made, taken away and made again by who began first would have its one note taken for the first.
    [note, write] = [one.note, was || one.write !== 'late' ? one.write : 'lost'];
    if (one.do === 'put') await docs.put(room, was?.etag ?? 'absent');
    else if (was) await docs.remove(ROOMS, room.id, was.etag);
  };
  const steps = {
    look: () => looked(),
    arrive,
    restart: async () => {
      known = begin();
    },
    // No request is under way for as long as that.
    minutes: async () => {
      while (late.length > 0) await arrive();
      await clock.advanceTo(new Date(clock.now().getTime() + 10 * MINUTE));
    },
  };
  const step = async (one: Step): Promise<void> => {
    if (one.do === 'put' || one.do === 'remove') await send(one).catch(() => undefined);
    else await steps[one.do]();
  };
  const looked = async () => {
    await known.refresh();
    await known.store.rooms.list(ROOMS);
  };
  return { step, looked, late, clock, knows: () => known.store };
}

const roomOf = (index: number, at: Date): Room => ({
  id: roomId('teams', String(index)),
  channel: 'teams',
  address: `${index} ${at.toISOString()} ${Math.random()}`,
  audience: 'secretariat',
});

it('knows what is there after any history of writes whose requests and answers get lost or come late', async () => {
  await fc.assert(
    fc.asyncProperty(Steps, async (steps) => {
      const base = openBase();
      const { store } = base;
      const house = play(base);
      await house.looked();
      for (const one of steps) await house.step(one);
      for (const send of house.late.splice(0)) await send();
      await house.looked();
      const there = await store.rooms.list(ROOMS);
      expect((await house.knows().rooms.list(ROOMS)).map(({ etag }) => etag)).toEqual(there.map(({ etag }) => etag));
      await house.clock.advanceTo(new Date(house.clock.now().getTime() + 20 * MINUTE));
      await house.looked();
      expect(await store.changes.list(CHANGES)).toEqual([]);
    }),
    { numRuns: Number(process.env['HISTORIES'] ?? 1_000) },
  );
}, 3_600_000);

describe('what was known', () => {
  let opened: OpenStore;
  afterEach(() => opened.close());
  const setUp = async () => {
    opened = openMemory();
    const clock = virtualClock(START);
    let unnoted = 0;
    const known = createKnown({
      ...{ store: opened.store, clock, isOurs: async () => true, onFault: fail },
      onUnnoted: (documents) => {
        unnoted += documents;
      },
    });
    await opened.store.rooms.put(roomOf(1, START), 'absent');
    await known.refresh();
    await known.store.rooms.list(ROOMS);
    const pass = async (days: number) => {
      await clock.advanceTo(new Date(clock.now().getTime() + days * 24 * 60 * MINUTE));
      await known.refresh();
      return known.store.rooms.list(ROOMS);
    };
    return { known, pass, counted: () => unnoted };
  };

  it('is read again within a day, should an older program write without notes, and it is told', async () => {
    const { known, pass, counted } = await setUp();
    await opened.store.rooms.put(roomOf(2, START), 'absent', [], 'unnoted');
    await known.refresh();
    expect(await known.store.rooms.list(ROOMS)).toHaveLength(1);
    expect(await pass(1)).toHaveLength(2);
    expect(counted()).toBe(1);
  });

  it('is read again within a week later on', async () => {
    const { pass } = await setUp();
    await pass(1);
    await opened.store.rooms.put(roomOf(2, START), 'absent', [], 'unnoted');
    for (let day = 0; day < 7; day++) await pass(1);
    expect(await pass(0)).toHaveLength(2);
  });

  it('is not read again while nothing changes', async () => {
    const { known } = await setUp();
    const first = await known.store.rooms.list(ROOMS);
    await known.refresh();
    expect(await known.store.rooms.list(ROOMS)).toBe(first);
  });

  it('of what is wider answers for what is narrower', async () => {
    const { known } = await setUp();
    await opened.store.rooms.put(roomOf(2, START), 'absent', [], 'unnoted');
    const { id } = roomOf(1, START);
    expect((await known.store.rooms.list(ROOMS, { from: id, below: `${id}~` })).map(({ value }) => value.id)).toEqual([
      id,
    ]);
    expect(await known.store.rooms.list(ROOMS, { below: '!' })).toEqual([]);
  });
});
