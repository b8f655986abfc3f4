import fc from 'fast-check';
import { createKnown, type Known } from '../../bot/outbox/known.ts';
import { takeLease } from '../../bot/outbox/lease.ts';
import { createTerm, passThrough } from '../../bot/outbox/term.ts';
import { writer } from '../../bot/writer.ts';
import type { Room } from '../../programme/room.ts';
import { ROOMS, type Store } from '../../storage/collections.ts';
import { type Base, openBase, randomFrom, roomsIn, type Traffic, trafficTo } from './interleaved.ts';
import { virtualClock } from './virtual-clock.ts';

const START = new Date('2024-10-07T09:00:00+09:00');
const [MINUTE, LEASE_MS, LONGEST_MS] = [60_000, 90_000, 7_200_000];
const IDS = ['room-a', 'room-b', 'room-c'];

/** What happens at once or a little later, by one of two instances of the service, or beside them; and the pause that follows. */
const Did = fc.record({
  by: fc.nat(1),
  room: fc.nat(2),
  after: fc.constantFrom(0, 0, 4, 8, 16),
  what: fc.constantFrom(
    ...(['write', 'write', 'remove', 'turn', 'turn', 'turn', 'writing turn', 'plan', 'plan'] as const),
    ...(['take over', 'kill', 'tick beside'] as const),
  ),
});
type Did = { readonly by: number; readonly room: number; readonly after: number; readonly what: string };
const Round = fc.record({
  did: fc.array(Did, { minLength: 1, maxLength: 8 }),
  pauseMinutes: fc.constantFrom(0, 0, 0, 16, 25 * 60),
});
const History = fc.record({ seed: fc.nat(), rounds: fc.array(Round, { minLength: 1, maxLength: 6 }) });

type Instance = { readonly store: Store; readonly known: Known; readonly process: { isKilled: boolean } };

/** Checks everything that a turn reads against what has been in the store since it began. */
function houseOf(base: Base, traffic: Traffic) {
  const clock = virtualClock(START);
  const tally = { turns: 0, fromKnown: 0 };
  let count = 0;
  const begin = (owner: string): Instance => {
    const process = { isKilled: false };
    const store = traffic.storeFor(process);
    const term = createTerm({ store, owner, clock, leaseMs: LEASE_MS });
    const isOurs = async (fence: number | undefined) => fence !== undefined && term.isStill(fence);
    const known = createKnown({ ...{ store, kinds: base.kinds, clock, isOurs }, onFault: () => undefined });
    return { store, known, process };
  };
  const instances = [begin('0.0'), begin('1.0')];

  const look = async (store: Store, since: number): Promise<void> => {
    const listed = new Map((await roomsIn(store)).map(({ value }) => [value.id, value.address]));
    for (const id of IDS) expect([id, base.wasSince(since, id, listed.get(id))]).toEqual([id, true]);
    for (const id of IDS) {
      const found = await store.rooms.get(ROOMS, id);
      expect([id, base.wasSince(since, id, found?.value.address)]).toEqual([id, true]);
    }
  };
  const write = async (store: Store, room: number): Promise<void> => {
    const id = IDS[room] ?? '';
    const ask = `ask-${count++}`;
    const from = { by: 'member', at: START.toISOString(), via: 'teams', ask } as const;
    const value: Room = { id, channel: 'teams', address: ask, audience: 'secretariat' };
    await writer(store, from, 'bind-room')('rooms', { partition: ROOMS, id }, () => value);
  };
  const did: Readonly<Record<string, (one: Instance, room: number, by: number) => Promise<void>>> = {
    write: ({ store }, room) => write(store, room),
    async remove({ store }, room) {
      const found = await store.rooms.get(ROOMS, IDS[room] ?? '');
      if (found) await store.rooms.remove(ROOMS, found.value.id, found.etag);
    },
    async turn({ store, known }) {
      const began = base.moment();
      const own = await known.asOfNow();
      tally.turns++;
      if (own !== store) tally.fromKnown++;
      await look(own, began);
    },
    async 'writing turn'({ known }, room) {
      const began = base.moment();
      const own = await known.asOfNow();
      await look(own, began);
      await write(own, room);
      const written = base.moment();
      await look(own, written);
    },
    async plan({ known }) {
      await known.refresh();
      await roomsIn(known.store);
      for (const id of IDS) await known.store.rooms.get(ROOMS, id);
    },
    async 'take over'({ store, known }, _room, by) {
      const [now, owner] = [clock.now(), `${by}.0`];
      const lease = await takeLease(store, { owner, now, until: now, longestMs: LONGEST_MS });
      if (lease.owner === owner) known.begin(lease.fence);
    },
    async kill({ process }, _room, by) {
      process.isKilled = true;
      instances[by] = begin(`${by}.${count++}`);
    },
    async 'tick beside'() {
      const store = traffic.storeFor({ isKilled: false });
      const isOurs = () => passThrough({ store, owner: `beside-${count++}`, clock, leaseMs: LEASE_MS });
      await createKnown({ ...{ store, kinds: base.kinds, clock, isOurs }, onFault: () => undefined }).refresh();
    },
  };
  /** What gets lost is no fault; what is late in a turn is. */
  const act = async ({ what, by, room, after }: Did): Promise<void> => {
    await traffic.later(after);
    await did[what]?.(instances[by] as Instance, room, by).catch((error: unknown) => {
      if (error instanceof Error && 'matcherResult' in error) throw error;
    });
  };
  return { act, instances, clock, tally };
}

let [turns, fromKnown] = [0, 0];

it('no turn reads what was over when it began, whatever two instances do at once', async () => {
  const check = async ({ seed, rounds }: { seed: number; rounds: { did: Did[]; pauseMinutes: number }[] }) => {
    const base = openBase();
    const traffic = trafficTo(base.store, randomFrom(seed));
    const house = houseOf(base, traffic);
    const first = { by: 0, room: 0, after: 0 };
    for (const what of ['write', 'take over', 'plan']) await traffic.run(house.act({ ...first, what }));
    for (const { did, pauseMinutes } of rounds) {
      const work = did.map((one) => house.act(one));
      await traffic.run(...work);
      await Promise.all(work);
      await house.clock.advanceTo(new Date(house.clock.now().getTime() + pauseMinutes * MINUTE));
    }
    turns += house.tally.turns;
    fromKnown += house.tally.fromKnown;
  };
  await fc.assert(fc.asyncProperty(History, check), { numRuns: Number(process.env['HISTORIES'] ?? 1_000) });
  // Else nothing would have been shown.
  expect(fromKnown / turns).toBeGreaterThan(0.2);
}, 3_600_000);
