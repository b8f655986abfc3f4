import { turnPartitions } from '../../bot/outbox/leftovers.ts';
import type { OutboxSetup } from '../../bot/outbox/outbox.ts';
import { instantOf } from '../../programme/day.ts';
import { deliveryId } from '../../programme/delivery.ts';
import { preferred, weekly } from '../../programme/schedule.ts';
import {
  type KnownKinds,
  kinds,
  LEASES,
  MEMBERS,
  type OpenStore,
  PROGRAMME,
  type Store,
} from '../../storage/collections.ts';
import { change } from '../../storage/store.ts';
import {
  allDeliveries,
  checkIn,
  instanceOf,
  type JobOver,
  meet,
  memberOf,
  openMemory,
  PROGRAMME_2024,
  settle,
  statesIn,
} from './house.ts';

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

describe('planning', () => {
  it('makes deliveries two days ahead and sends them on time, once', async () => {
    const { channel, tick } = house(at('2024-10-05', '12:00'));
    expect((await tick()).planned?.created).toBe(2);
    expect(channel.sent).toEqual([]);
    await tick(at(MONDAY, '08:59'));
    expect(channel.sent).toEqual([]);
    await tick(at(MONDAY, '09:00'));
    expect(channel.sent.map(({ summary }) => summary)).toEqual([`${ANA.id}|${MONDAY}`, `${BEN.id}|${MONDAY}`]);
    for (const time of ['09:01', '12:00', '16:59']) await tick(at(MONDAY, time));
    expect(channel.sent).toHaveLength(2);
  });

  it('heals ticks that were missed', async () => {
    const { channel, tick } = house(at('2024-10-09', '10:00'));
    await tick();
    expect(channel.sent).toHaveLength(2);
  });

  it('shows a slot that was missed altogether as too late, but none from before the start', async () => {
    const { channel, tick } = house(at('2024-10-12', '10:00'));
    await tick();
    expect(await states()).toEqual([]);
    await tick(at('2024-10-14', '10:00'));
    await tick(at('2024-10-15', '09:00'));
    expect(channel.sent).toHaveLength(2);
    const late = house(at('2024-10-26', '08:00'));
    await late.tick();
    expect(late.channel.sent).toEqual([]);
    expect((await states()).filter((state) => state === 'withdrawn: too-late')).toHaveLength(2);
  });

  it('follows a person who changes the time after planning, and does not ask twice in the week', async () => {
    let time = '09:00';
    const schedule = (programme: typeof PROGRAMME_2024, who?: typeof ANA) => {
      const slot = preferred(programme.checkIn, who?.id === ANA.id ? { weekday: 2, time } : {});
      return slot && weekly(slot);
    };
    const { channel, tick } = house(at('2024-10-07', '08:00'), { schedule });
    await tick();
    time = '15:00';
    await tick(at('2024-10-08', '09:00'));
    expect(channel.sent.map(({ to }) => to)).toEqual([`teams-home-${BEN.id}`]);
    await tick(at('2024-10-08', '15:00'));
    time = '16:00';
    await tick(at('2024-10-08', '16:00'));
    await tick(at('2024-10-09', '16:00'));
    expect(channel.sent).toHaveLength(2);
  });

  it('does not ask again when the programme moves its own moment within the week', async () => {
    const { channel, tick } = house(at(MONDAY, '09:00'));
    await tick();
    await change(store.programmes, { partition: PROGRAMME, id: 'programme' }, (now) => ({
      value: { ...(now ?? PROGRAMME_2024), checkIn: { weekday: 2, time: '10:00' } },
    }));
    await tick(at('2024-10-08', '10:00'));
    expect(channel.sent).toHaveLength(2);
  });

  it('withdraws who is no longer due, takes them back when they are due again, and asks latecomers', async () => {
    let away = new Set<string>([ANA.id]);
    const { channel, tick } = house(at('2024-10-06', '09:00'), { due: (all) => all.filter(({ id }) => !away.has(id)) });
    await tick();
    away = new Set([BEN.id]);
    await tick(at('2024-10-06', '10:00'));
    expect(await states()).toEqual(['waiting', 'withdrawn: not-due']);
    away = new Set();
    const late = memberOf(3);
    await store.members.put(late, 'absent');
    await meet(store, late);
    await tick(at(MONDAY, '09:00'));
    expect(channel.sent).toHaveLength(3);
  });

  it('looks once more before it sends what has become due, however short ago it has planned', async () => {
    let away = '';
    const { channel, tick } = house(at(MONDAY, '08:55'), { due: (all) => all.filter(({ id }) => id !== away) });
    await tick();
    away = ANA.id;
    await tick(at(MONDAY, '08:59'));
    await tick(at(MONDAY, '09:00'));
    expect(channel.sent.map(({ to }) => to)).toEqual([`teams-home-${BEN.id}`]);
    expect(await states()).toEqual(['sent', 'withdrawn: not-due']);
  });

  it('asks nobody whose reason has gone by the time of sending', async () => {
    const { channel, tick } = house(at(MONDAY, '09:00'), {
      card: ({ recipient }) => (recipient.id === ANA.id ? { withdraw: 'answered' } : undefined) as never,
    });
    await tick();
    expect(channel.sent.map(({ to }) => to)).toEqual([`teams-home-${BEN.id}`]);
    await tick(at(MONDAY, '12:00'));
    expect(await states()).toEqual(['sent', 'withdrawn: answered']);
  });

  it('drops who has left the roster', async () => {
    const { channel, tick } = house(at('2024-10-06', '09:00'));
    await tick();
    await change(store.members, { partition: MEMBERS, id: ANA.id }, (now) => ({
      value: { ...(now ?? ANA), active: false },
    }));
    await tick(at(MONDAY, '09:00'));
    expect(channel.sent).toHaveLength(1);
    expect(await states()).toEqual(['sent', 'withdrawn: not-due']);
  });

  it('lets one job fail without the others', async () => {
    const faults: string[] = [];
    const log = { info: () => undefined, error: (_: unknown, what: string) => faults.push(what) } as never;
    const broken = { ...checkIn(), name: 'broken', due: async () => Promise.reject(new Error('no')) };
    const { channel, tick } = house(at(MONDAY, '09:00'), {}, { jobs: [broken, checkIn()], log });
    await tick();
    expect(channel.sent).toHaveLength(2);
    expect(faults).toEqual(['job broken could not be planned']);
  });
});

describe('the lease', () => {
  it('lets one work and another take over when it has run out', async () => {
    const one = house(at(MONDAY, '08:00'), {}, { lease: true });
    const two = house(at(MONDAY, '08:00'), {}, { lease: true });
    expect((await one.tick()).working).toBe(true);
    expect((await two.tick(at(MONDAY, '08:01'))).working).toBe(false);
    // It has rung at its start, and nobody has answered.
    expect((await two.tick(at(MONDAY, '08:03'))).working).toBe(false);
    expect((await two.tick(at(MONDAY, '08:04'))).working).toBe(true);
    await two.tick(at(MONDAY, '08:14'));
    // It was alone, and looks rarely: until then both work, and neither takes away what the other goes by.
    expect((await one.tick(at(MONDAY, '08:31'))).working).toBe(false);
    const lease = await store.leases.get(LEASES, 'dispatcher');
    expect(lease?.value.fence).toBe(2);
  });
});

describe('effects that a crash left behind', () => {
  it('are carried out by the next tick', async () => {
    const entry = {
      id: 'a-1',
      at: '2024-10-01T00:00:00Z',
      by: ANA.id,
      via: 'teams',
      command: 'test',
      record: 'members',
    };
    const found = await store.members.get(MEMBERS, ANA.id);
    await store.members.put(ANA, found?.etag ?? 'absent', [{ kind: 'audit', entry }]);
    const { tick } = house(at(MONDAY, '08:00'));
    expect((await tick()).relayed).toBe(1);
    expect((await store.audit.list(`${PROGRAMME}-2024`)).map(({ value }) => value.id)).toEqual(['a-1']);
  });

  it('are looked for in every partition a kind of document may be in', () => {
    const anything = new Proxy({}, { get: () => '203033' });
    const places = turnPartitions(['203033']);
    for (const { name, audited, partition } of Object.values(kinds as KnownKinds)) {
      // Written without effects.
      if (!audited) continue;
      expect([name, places.includes(partition(anything))]).toEqual([name, true]);
    }
  });
});

it('writes ids that say what, when and to whom', async () => {
  const { tick } = house(at(MONDAY, '09:00'));
  await tick();
  expect((await allDeliveries(store)).map(deliveryId)).toContain(`20241006T1500Z@check-in:${ANA.id}`);
});
