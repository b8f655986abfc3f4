import fc from 'fast-check';
import type { OutboxSetup } from '../../bot/outbox/outbox.ts';
import { instantOf } from '../../programme/day.ts';
import { sentAgain } from '../../programme/delivery.ts';
import { LEASES, type OpenStore } from '../../storage/collections.ts';
import {
  allDeliveries,
  checkIn,
  fakeChannel,
  instanceOf,
  memberOf,
  openMemory,
  outboxOf,
  settle,
  statesIn,
  tally,
} from './house.ts';
import { virtualClock } from './virtual-clock.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const PEOPLE = [memberOf(1), memberOf(2), memberOf(3)];
const SATURDAY = instantOf('2024-10-05', '12:00');
const MONDAY = instantOf('2024-10-07', '09:00');
const LATER = instantOf('2024-10-07', '10:30');

let opened: OpenStore;
beforeEach(async () => {
  opened = openMemory();
  await settle(opened.store, PEOPLE);
});
afterEach(() => opened.close());

const quiet = { info: () => undefined, error: () => undefined } as OutboxSetup['log'];

/** Ticks twice a minute until then, as a service does. `steadily`: it knows how much time has really passed. */
function ticking(steadily: boolean, start = SATURDAY, { store } = opened) {
  const running = virtualClock(start);
  const { steady: _unknown, ...byDate } = running;
  const channel = fakeChannel(running);
  const clock = steadily ? running : byDate;
  const begin = () => outboxOf({ store, clock, channels: [channel], jobs: [checkIn()], lease: true, log: quiet });
  let outbox = begin();
  const tick = async () => {
    const ticked = await outbox.tick();
    await running.runUntil(outbox.idle());
    return ticked;
  };
  return {
    channel,
    running,
    tick,
    /** Without drain, as after a crash. */
    restart: () => {
      outbox = begin();
    },
    /** While the date is wrong: what starts only then has nothing to compare it with. */
    async meanwhile(ticks: number, restarts: boolean) {
      if (restarts && !steadily) outbox = begin();
      for (let count = 0; count < ticks; count++) await tick();
      expect(steadily ? channel.sent : []).toEqual([]);
    },
    async until(date: Date, every = 30_000) {
      for (let at = running.now().getTime() + every; at <= date.getTime(); at += every) {
        await running.advanceTo(new Date(at));
        await tick();
      }
    },
  };
}

const everybodyOnce = (sent: readonly { readonly to: string }[]) =>
  expect(tally(sent.map(({ to }) => to))).toEqual(new Map(PEOPLE.map(({ id }) => [`teams-home-${id}`, 1])));

describe('a clock that jumps and comes back', () => {
  const jumps = [0.5, 1, 3, 13, 138, 366, -0.5, -1, -9, -366].map((count) => count * DAY);
  const moments = ['2024-10-05', '2024-10-06', '2024-10-07'].map((day) =>
    instantOf(day, day === '2024-10-07' ? '08:40' : '13:00'),
  );

  it.each([true, false])('costs nobody their card and gives nobody two (steady: %s)', async (steadily) => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...jumps),
        fc.constantFrom(...moments),
        fc.integer({ min: 1, max: 3 }),
        fc.constantFrom('no', 'then', 'after'),
        async (jump, moment, ticks, restart) => {
          const own = openMemory();
          await settle(own.store, PEOPLE);
          const house = ticking(steadily, SATURDAY, own);
          await house.tick();
          await house.until(moment, 7_200_000);
          house.running.jump(jump);
          await house.meanwhile(ticks, restart === 'then');
          house.running.jump(-jump);
          if (restart !== 'no') house.restart();
          await house.until(MONDAY, 7_200_000);
          await house.until(LATER, 300_000);
          everybodyOnce(house.channel.sent.filter(({ summary }) => summary.endsWith('2024-10-07')));
          await own.close();
        },
      ),
      { numRuns: 20 },
    );
  });

  it('leaves nothing withdrawn on its word, and plans the next week', async () => {
    const house = ticking(false, instantOf('2024-10-07', '08:00'));
    await house.tick();
    house.running.jump(8 * DAY);
    await house.tick();
    expect(await statesIn(opened.store)).toContain('withdrawn: too-late');
    house.running.jump(-8 * DAY);
    await house.until(LATER);
    expect((await statesIn(opened.store)).filter((state) => state.startsWith('withdrawn'))).toEqual([]);
    await house.until(instantOf('2024-10-14', '08:00'), 3_600_000);
    expect((await statesIn(opened.store)).length).toBeGreaterThan(PEOPLE.length);
  });

  it('brings back what was asked for by hand, too', async () => {
    const house = ticking(false, MONDAY);
    await house.tick();
    const [first] = await allDeliveries(opened.store);
    const again = first && sentAgain(first, house.running.now());
    if (!again) throw new Error('cannot be sent again');
    await opened.store.deliveries.put(again, 'absent');
    house.running.jump(DAY);
    await house.tick();
    expect(await statesIn(opened.store)).toContain('withdrawn: too-late');
    house.running.jump(-DAY);
    await house.tick();
    expect((await statesIn(opened.store)).filter((state) => state === 'sent')).toHaveLength(PEOPLE.length + 1);
  });

  it('is believed once it stays where it is, as after a machine has slept', async () => {
    const house = ticking(true);
    await house.tick();
    house.running.jump(MONDAY.getTime() - SATURDAY.getTime());
    expect((await house.tick()).working).toBe(false);
    await house.until(new Date(MONDAY.getTime() + 6 * MINUTE));
    everybodyOnce(house.channel.sent);
  });
});

describe('what a clock that was wrong has left behind', () => {
  it.each([1, 30, 366])('a lease %d days ahead is no lease', async (ahead) => {
    const wrong = instanceOf(opened.store, new Date(MONDAY.getTime() + ahead * DAY), {}, { lease: true });
    expect((await wrong.tick()).working).toBe(true);
    const right = instanceOf(opened.store, MONDAY, {}, { lease: true });
    expect((await right.tick()).working).toBe(true);
    expect(Date.parse((await opened.store.leases.get(LEASES, 'dispatcher'))?.value.until ?? '')).toBeLessThan(
      MONDAY.getTime() + 12 * MINUTE,
    );
  });

  it('a lease of one whose clock is a little ahead is one', async () => {
    const one = instanceOf(opened.store, new Date(MONDAY.getTime() + 20_000), {}, { lease: true });
    await one.tick();
    const two = instanceOf(opened.store, MONDAY, {}, { lease: true });
    expect((await two.tick()).working).toBe(false);
  });

  it('a claim that would last for days is in doubt now', async () => {
    const { tick } = instanceOf(opened.store, MONDAY);
    await tick(new Date(MONDAY.getTime() - MINUTE));
    const [first] = await opened.store.deliveries.list('m-203041');
    if (!first) throw new Error('planned');
    const leaseUntil = new Date(MONDAY.getTime() + 366 * DAY).toISOString();
    await opened.store.deliveries.put(
      { ...first.value, state: 'sending', owner: 'gone.1', attempts: 1, leaseUntil },
      first.etag,
    );
    await tick(new Date(MONDAY.getTime() + MINUTE));
    expect(await statesIn(opened.store)).toEqual(['sent', 'sent', 'unknown: lapsed']);
  });

  it('a pause beyond the use of a delivery is none', async () => {
    const { tick, channel } = instanceOf(opened.store, MONDAY);
    await tick(new Date(MONDAY.getTime() - MINUTE));
    const [first] = await opened.store.deliveries.list('m-203041');
    if (!first) throw new Error('planned');
    const notBefore = new Date(MONDAY.getTime() + 366 * DAY).toISOString();
    await opened.store.deliveries.put({ ...first.value, notBefore, attempts: 1 }, first.etag);
    await tick(new Date(MONDAY.getTime() + MINUTE));
    everybodyOnce(channel.sent);
  });
});

describe('a product that asks to come again much later', () => {
  const asked = [2 * 3_600_000, 30 * DAY, 366 * DAY];

  it.each(asked)('%d ms: never waited for longer than it is of use, and tried while it is', async (retryAfter) => {
    const clock = virtualClock(MONDAY);
    const tries: number[] = [];
    const sleeps: number[] = [];
    const sleep: typeof clock.sleep = (ms, signal) => {
      sleeps.push(ms);
      return clock.sleep(ms, signal);
    };
    const channel = fakeChannel(clock, async ({ id }) => {
      if (!id.endsWith(PEOPLE[0]?.id ?? '')) return { outcome: 'sent' };
      tries.push(clock.now().getTime());
      return tries.length === 1 ? { outcome: 'failed', reason: '429', retryAfter } : { outcome: 'sent' };
    });
    const outbox = outboxOf({ store: opened.store, clock: { ...clock, sleep }, channels: [channel] });
    for (let hour = 0; hour < 96; hour++) {
      await clock.advanceTo(new Date(Math.max(clock.now().getTime(), MONDAY.getTime() + hour * 3_600_000)));
      await outbox.tick();
      await clock.runUntil(outbox.idle());
      for (const { notBefore, until } of await allDeliveries(opened.store))
        if (notBefore) expect(notBefore <= until).toBe(true);
    }
    expect(await statesIn(opened.store)).toEqual(['sent', 'sent', 'sent']);
    expect((tries[1] ?? 0) - (tries[0] ?? 0)).toBeGreaterThanOrEqual(Math.min(retryAfter, 24 * 3_600_000));
    expect(Math.max(...sleeps)).toBeLessThanOrEqual(MINUTE);
  });

  it('holds up nobody until it is night: what waited too long is not sent then', async () => {
    const clock = virtualClock(instantOf('2024-10-07', '17:50'));
    const channel = fakeChannel(clock);
    const slow = { teams: { conversation: [], overall: [{ count: 1, ms: 8 * MINUTE }], pauses: 'channel' as const } };
    const outbox = outboxOf({ store: opened.store, clock, channels: [channel], limits: slow });
    await outbox.tick();
    await clock.runUntil(outbox.idle());
    const evening = instantOf('2024-10-07', '18:00');
    expect(clock.now() > evening).toBe(true);
    expect(channel.sent.filter(({ at }) => at >= evening)).toEqual([]);
    expect((await statesIn(opened.store)).some((state) => state.startsWith('waiting'))).toBe(true);
    await clock.advanceTo(instantOf('2024-10-08', '09:00'));
    await outbox.tick();
    await clock.runUntil(outbox.idle());
    expect((await statesIn(opened.store)).filter((state) => state.startsWith('waiting'))).toEqual([]);
  });
});
