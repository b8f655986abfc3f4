import fc from 'fast-check';
import type { SendResult } from '../../bot/channels/channel.ts';
import { instantOf } from '../../programme/day.ts';
import { deliveryId } from '../../programme/delivery.ts';
import { allDeliveries, checkIn, fakeChannel, memberOf, openMemory, outboxOf, settle, tally } from './house.ts';
import { virtualClock } from './virtual-clock.ts';

const PEOPLE = 25;
const START = instantOf('2024-10-07', '09:00');
const LIMIT_MS = 5_000;

/** The ways in which one person can be no end of trouble. */
const troubles: Readonly<Record<string, () => Promise<SendResult>>> = {
  blocked: async () => ({ outcome: 'gone', reason: '403 bot blocked' }),
  refused: async () => ({ outcome: 'failed', reason: '503' }),
  told: async () => ({ outcome: 'failed', reason: '429', retryAfter: 3_600_000 }),
  silent: () => new Promise(() => undefined),
  thrown: () => Promise.reject(new Error('a bug in the channel')),
};

async function deliver(blocked: ReadonlyMap<number, string>, draws: boolean) {
  const clock = virtualClock(START);
  const { store, close } = openMemory();
  const people = Array.from({ length: PEOPLE }, (_, i) => memberOf(i));
  await settle(store, people);
  const troubleOf = (id: string): string | undefined => blocked.get(people.findIndex((each) => id.endsWith(each.id)));
  const channel = fakeChannel(clock, async ({ id }) => {
    await clock.sleep(40);
    return troubles[draws ? '' : (troubleOf(id) ?? '')]?.() ?? { outcome: 'sent' };
  });
  const job = checkIn({
    card: ({ recipient }) => {
      if (draws && troubleOf(recipient.id)) throw new Error('a bug in the job');
      return undefined as never;
    },
  });
  const quiet = { info: () => undefined, error: () => undefined };
  const outbox = outboxOf({ store, clock, jobs: [job], channels: [channel], log: quiet });
  await outbox.tick();
  await clock.advanceTo(new Date(START.getTime() + LIMIT_MS));
  const reached = channel.sent.map(({ to }) => to);
  await clock.runUntil(outbox.drain());
  const open = await allDeliveries(store);
  await close();
  return { people, reached, open };
}

describe('one recipient’s trouble', () => {
  const positions = fc.uniqueArray(fc.nat(PEOPLE - 1), { minLength: 1, maxLength: PEOPLE });
  const kind = fc.constantFrom(...Object.keys(troubles));

  it('delays and repeats nothing for anybody else, whoever and however many they are', async () => {
    await fc.assert(
      fc.asyncProperty(
        positions,
        fc.array(kind, { minLength: PEOPLE, maxLength: PEOPLE }),
        fc.boolean(),
        async (at, kinds, draws) => {
          const blocked = new Map(at.map((position) => [position, kinds[position] ?? 'blocked']));
          const { people, reached, open } = await deliver(blocked, draws);
          const reachable = people.filter((_, position) => !blocked.has(position)).map(({ id }) => `teams-home-${id}`);
          expect(tally(reached)).toEqual(new Map(reached.map((to) => [to, 1])));
          expect(reached.toSorted()).toEqual(reachable.toSorted());
          expect(new Set(open.map(deliveryId)).size).toBe(PEOPLE);
          expect(open.filter(({ state }) => state === 'sent')).toHaveLength(reachable.length);
        },
      ),
      { numRuns: 60 },
    );
  });
});
