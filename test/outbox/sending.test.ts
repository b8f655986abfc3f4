import { withdraw } from '../../bot/job.ts';
import type { OutboxSetup } from '../../bot/outbox/outbox.ts';
import { card, showing } from '../../cards/card.ts';
import { firstChannel, nextChannel } from '../../programme/channel.ts';
import { instantOf } from '../../programme/day.ts';
import { sentAgain } from '../../programme/delivery.ts';
import { rung } from '../../programme/lease.ts';
import { weekly } from '../../programme/schedule.ts';
import { LEASES, type OpenStore, SHOWINGS, type Store } from '../../storage/collections.ts';
import { change } from '../../storage/store.ts';
import {
  allDeliveries,
  fakeChannel,
  instanceOf,
  type JobOver,
  meet,
  memberOf,
  openMemory,
  outboxOf,
  settle,
  statesIn,
} from './house.ts';
import { virtualClock } from './virtual-clock.ts';

const MONDAY = '2024-10-07';
const at = (day: string, time: string) => instantOf(day, time);
const ANA = memberOf(1);
const BEN = memberOf(2);

let opened: OpenStore;
let store: Store;

beforeEach(async () => {
  opened = openMemory();
  store = opened.store;
  await settle(store, [ANA, BEN]);
});
afterEach(() => opened.close());

const house = (start: Date, over: JobOver = {}, more: Partial<OutboxSetup> = {}) =>
  instanceOf(store, start, over, more);
const states = () => statesIn(store);

describe('sending', () => {
  it('sends nothing that was taken back while it waited for its turn, and keeps when the rest was drawn', async () => {
    const shown = { municipality: '203068', material: 'material-1', version: 'v-1', scope: 'all' } as const;
    let drawings = 0;
    const { tick, channel } = house(at(MONDAY, '09:00'), {
      card: ({ recipient }) => {
        const isAna = recipient.id === ANA.id;
        if (isAna && ++drawings > 1) return withdraw('answered');
        return showing(card('事例', recipient.id), [shown]);
      },
    });
    await tick();
    await tick();
    expect(channel.sent.map(({ summary }) => summary)).toEqual([BEN.id]);
    expect(await states()).toEqual(['sent', 'withdrawn: answered']);
    const kept = await store.showings.list(SHOWINGS);
    expect(kept.map(({ value: { to, at: when } }) => [to.id, when])).toEqual([
      [BEN.id, at(MONDAY, '09:00').toISOString()],
    ]);
  });

  it('shows who cannot be written to', async () => {
    await store.members.put(memberOf(4), 'absent');
    const { tick } = house(at(MONDAY, '09:00'));
    await tick();
    expect(await states()).toEqual(['failed: no-address', 'sent', 'sent']);
  });

  it('ends for who has blocked the bot, and keeps the reason', async () => {
    const clock = virtualClock(at(MONDAY, '09:00'));
    const channel = fakeChannel(clock, async ({ id }) =>
      id.endsWith(ANA.id) ? { outcome: 'gone', reason: '403 Forbidden' } : { outcome: 'sent', message: 'm-1' },
    );
    const outbox = outboxOf({ store, clock, channels: [channel] });
    await outbox.tick();
    await clock.runUntil(outbox.idle());
    expect(await states()).toEqual(['failed: 403 Forbidden', 'sent']);
    expect((await allDeliveries(store)).find(({ state }) => state === 'sent')).toMatchObject({
      channel: 'teams',
      message: 'm-1',
    });
  });

  it('tries again after a refusal, waits as long as it is told to, and gives up in the end', async () => {
    const clock = virtualClock(at(MONDAY, '09:00'));
    const tries: number[] = [];
    const channel = fakeChannel(clock, async ({ id }) => {
      if (!id.endsWith(ANA.id)) return { outcome: 'failed', reason: '503' };
      tries.push(clock.now().getTime());
      return tries.length === 1 ? { outcome: 'failed', reason: '429', retryAfter: 20_000 } : { outcome: 'sent' };
    });
    const outbox = outboxOf({ store, clock, channels: [channel] });
    for (let minute = 0; minute < 120; minute++) {
      await outbox.tick();
      await clock.runUntil(outbox.idle());
      await clock.advanceTo(new Date(Math.max(clock.now().getTime(), at(MONDAY, '09:00').getTime() + minute * 60_000)));
    }
    expect((tries[1] ?? 0) - (tries[0] ?? 0)).toBeGreaterThanOrEqual(20_000);
    expect(await states()).toEqual(['failed: 503', 'sent']);
    expect((await allDeliveries(store)).find(({ state }) => state === 'failed')?.attempts).toBe(10);
  });

  it('puts what nobody answered in doubt, never sends it again by itself, and once more when told to', async () => {
    const clock = virtualClock(at(MONDAY, '09:00'));
    let answers = false;
    let calls = 0;
    const channel = fakeChannel(clock, ({ id }) => {
      if (!id.endsWith(ANA.id)) return Promise.resolve({ outcome: 'sent' });
      calls++;
      return answers ? Promise.resolve({ outcome: 'sent' }) : new Promise(() => undefined);
    });
    const begin = () => outboxOf({ store, clock, channels: [channel], lease: true });
    const instances = [begin()];
    const tick = async () => {
      for (const outbox of instances) {
        await outbox.tick();
        await clock.runUntil(outbox.idle());
      }
    };
    await tick();
    await clock.advanceTo(at(MONDAY, '10:00'));
    await tick();
    expect(await states()).toEqual(['sent', 'unknown: no-answer']);
    expect(calls).toBe(1);
    answers = true;
    const doubt = (await allDeliveries(store)).find(({ state }) => state === 'unknown');
    const again = doubt && sentAgain(doubt, clock.now());
    if (!again) throw new Error('cannot be sent again');
    await store.deliveries.put(again, 'absent');
    await tick();
    expect(calls).toBe(1);
    // An instance that somebody has just spoken to rings, and where the holder, which thinks itself alone, does not hear it
    // in two and a half minutes, it does it itself.
    instances.push(begin());
    await tick();
    await change(store.leases, { partition: LEASES, id: 'dispatcher' }, (now) => ({ value: rung(now) }));
    for (const minute of ['10:01', '10:02', '10:03']) {
      await clock.advanceTo(at(MONDAY, minute));
      await tick();
    }
    expect(calls).toBe(2);
    // From now on they know of each other, and a bell is heard in two minutes.
    const sent = (await allDeliveries(store)).find(({ round }) => round === again.round);
    const third = sent && sentAgain(sent, clock.now());
    if (!third) throw new Error('cannot be sent again');
    await store.deliveries.put(third, 'absent');
    await change(store.leases, { partition: LEASES, id: 'dispatcher' }, (now) => ({ value: rung(now) }));
    await clock.advanceTo(at(MONDAY, '10:05'));
    await tick();
    expect(calls).toBe(3);
    expect(await states()).toEqual(['sent', 'sent', 'sent', 'unknown: no-answer']);
  });

  it('goes by the other product when told to', async () => {
    await meet(store, ANA, 'line-works');
    const clock = virtualClock(at(MONDAY, '09:00'));
    const teams = fakeChannel(clock, async () => ({ outcome: 'gone', reason: '403' }));
    const works = fakeChannel(clock, undefined, 'line-works');
    const outbox = outboxOf({ store, clock, channels: [teams, works] });
    await outbox.tick();
    await clock.runUntil(outbox.idle());
    for (const delivery of await allDeliveries(store)) {
      const other = sentAgain(delivery, clock.now(), nextChannel(delivery.channel ?? firstChannel));
      if (other) await store.deliveries.put(other, 'absent');
    }
    const next = outboxOf({ store, clock, channels: [teams, works] });
    await next.tick();
    await clock.runUntil(next.idle());
    expect(works.sent.map(({ to }) => to)).toEqual([`line-works-home-${ANA.id}`]);
    expect(await states()).toEqual(['failed: 403', 'failed: 403', 'failed: no-address', 'sent']);
  });

  it('waits for the next open morning when it comes late in the evening', async () => {
    const { channel, tick } = house(at('2024-10-11', '20:00'), {
      schedule: () => weekly({ weekday: 5, time: '16:30' }),
    });
    await tick();
    await tick(at('2024-10-14', '10:00'));
    expect(channel.sent).toEqual([]);
    await tick(at('2024-10-15', '09:00'));
    expect(channel.sent).toHaveLength(2);
  });

  it('finishes what is under way when it is drained, and leaves the rest', async () => {
    await settle(
      opened.store,
      Array.from({ length: 60 }, (_, i) => memberOf(100 + i)),
    );
    const clock = virtualClock(at(MONDAY, '09:00'));
    const channel = fakeChannel(clock, async () => {
      await clock.sleep(500);
      return { outcome: 'sent' };
    });
    const outbox = outboxOf({ store, clock, channels: [channel], lease: true });
    await outbox.tick();
    await clock.advanceTo(new Date(clock.now().getTime() + 100));
    await clock.runUntil(outbox.drain());
    const drained = await states();
    expect(drained.filter((state) => state === 'sent').length).toBe(channel.sent.length);
    expect(drained.filter((state) => state === 'sending')).toEqual([]);
    expect(drained.filter((state) => state.startsWith('waiting')).length).toBeGreaterThan(10);
    const next = outboxOf({ store, clock, channels: [channel], lease: true });
    expect((await next.tick()).working).toBe(true);
    await clock.runUntil(next.idle());
    expect(channel.sent).toHaveLength(62);
  });
});
