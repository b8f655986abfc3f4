import type { OutboxSetup } from '../../bot/outbox/outbox.ts';
import { instantOf } from '../../programme/day.ts';
import type { OpenStore } from '../../storage/collections.ts';
import { openCosmos } from '../../storage/cosmos.ts';
import { ANY_KEY, type Served, startCosmosServer } from '../storage/cosmos-server.ts';
import { losing, startFaultProxy } from '../storage/fault-proxy.ts';
import { allDeliveries, instanceOf, memberOf, settle, tally } from './house.ts';

const MONDAY = '2024-10-07';
const PEOPLE = 15;
const TIMES = ['08:55', '09:00', '09:01', '09:02', '09:05', '09:10', '09:20', '10:00', '12:00'];

/** What a lost reply makes of one round is tried again in the next; it is told, and no fault of the outbox. */
const log: OutboxSetup['log'] = { info: () => undefined, error: () => undefined };

describe.each([
  ['one of them holds the lease', [true, true]],
  ['both plan and send, as beside a `tick` from outside', [true, false]],
] as const)('two instances on a Cosmos server that loses every fourth reply to a write: %s', (_, leases) => {
  let server: Served;
  let proxy: Served;
  let isLosing = false;
  let lost = 0;
  const opened: OpenStore[] = [];
  const open = async (endpoint: string) => {
    const one = await openCosmos({ endpoint, database: 'two', key: ANY_KEY });
    opened.push(one);
    return one.store;
  };

  beforeAll(async () => {
    server = await startCosmosServer();
    const decide = losing(1 / 4, 7);
    proxy = await startFaultProxy(server.endpoint, (request) => {
      const fault = isLosing ? decide(request) : 'none';
      if (fault !== 'none') lost++;
      return fault;
    });
  });
  afterAll(async () => {
    for (const one of opened) await one.close();
    await proxy.close();
    await server.close();
  });

  it('everybody is asked once, or it is on record that nobody knows', async () => {
    const store = await open(server.endpoint);
    const people = Array.from({ length: PEOPLE }, (_each, index) => memberOf(index + 1));
    await settle(store, people);
    const start = instantOf('2024-10-05', '12:00');
    const instances = [];
    for (const lease of leases) instances.push(instanceOf(await open(proxy.endpoint), start, {}, { lease, log }));

    isLosing = true;
    const rounds = ['2024-10-06', MONDAY].flatMap((day) => TIMES.map((time) => instantOf(day, time)));
    for (const when of rounds) await Promise.allSettled(instances.map(({ tick }) => tick(when)));
    isLosing = false;
    const later = ['13:00', '14:00', '15:00'].map((time) => instantOf(MONDAY, time));
    for (const when of later) await Promise.all(instances.map(({ tick }) => tick(when)));

    const sent = tally(instances.flatMap(({ channel }) => channel.sent.map(({ summary }) => summary)));
    const deliveries = await allDeliveries(store);
    expect(deliveries.map(({ recipient }) => recipient.id).sort()).toEqual(people.map(({ id }) => id));
    expect([...sent.values()].filter((count) => count > 1)).toEqual([]);
    for (const { state, recipient } of deliveries) {
      expect(['sent', 'unknown']).toContain(state);
      if (state === 'sent') expect(sent.get(`${recipient.id}|${MONDAY}`)).toBe(1);
    }
    expect(sent.size).toBeGreaterThan(PEOPLE / 2);
    expect(lost).toBeGreaterThan(10);
  }, 120_000);
});
