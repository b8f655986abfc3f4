import { municipal, type OpenStore } from '../../storage/collections.ts';
import { openCosmos } from '../../storage/cosmos.ts';
import { answered } from '../../storage/cosmos-faults.ts';
import { change, OutcomeUnknown, StoreUnavailable, storeTroubles } from '../../storage/store.ts';
import { contract } from './contract.ts';
import { ANY_KEY, type Served, startCosmosServer } from './cosmos-server.ts';
import { counter } from './counter.ts';
import { type Fault, losing, type Request, startFaultProxy } from './fault-proxy.ts';
import { cosmosHarness } from './harness.ts';

describe('the Cosmos DB store when a third of the replies to writes is lost', () => {
  let server: Served;
  let proxy: Served;
  let lost = 0;
  beforeAll(async () => {
    server = await startCosmosServer();
    const decide = losing(1 / 3);
    proxy = await startFaultProxy(server.endpoint, (request) => {
      const fault = decide(request);
      if (fault !== 'none') lost++;
      return fault;
    });
  });

  contract(() => cosmosHarness(proxy.endpoint, ANY_KEY, server.endpoint));

  /** After the contract's own, which still needs both. */
  afterAll(async () => {
    await proxy.close();
    await server.close();
    expect(lost).toBeGreaterThan(200);
  });
});

describe('the Cosmos DB store', () => {
  let server: Served;
  let proxy: Served;
  let opened: OpenStore;
  let decide: (request: Request) => Fault = () => 'none';
  const [partition, id] = [municipal('202011'), 'kpi-2024-K0-01'];

  beforeEach(async () => {
    decide = () => 'none';
    server = await startCosmosServer();
    proxy = await startFaultProxy(server.endpoint, (request) => decide(request));
    opened = await openCosmos({ endpoint: proxy.endpoint, database: 'faults', key: ANY_KEY });
  });
  afterEach(async () => {
    await opened.close();
    await proxy.close();
    await server.close();
  });

  it('says that the outcome is unknown, never that the write failed', async () => {
    decide = ({ isWrite }) => (isWrite ? 'lost-before' : 'none');
    await expect(opened.store.kpis.put(counter('202011'), 'absent')).rejects.toThrow(OutcomeUnknown);
    decide = () => 'none';
    expect(await opened.store.kpis.get(partition, id)).toBeUndefined();
  });

  it('knows a write by its mark even when no reply ever comes', async () => {
    decide = ({ isWrite }) => (isWrite ? 'lost-after' : 'none');
    const put = await opened.store.kpis.put(counter('202011', 1), 'absent');
    const found = await opened.store.kpis.get(partition, id);
    expect(put).toEqual({ outcome: 'written', etag: found?.etag });
  });

  it('calls a removal done when its reply is lost', async () => {
    const put = await opened.store.kpis.put(counter('202011', 1), 'absent');
    if (put.outcome !== 'written') throw new Error('not written');
    let faults = 1;
    decide = () => (faults-- > 0 ? 'lost-after' : 'none');
    expect(await opened.store.kpis.remove(partition, id, put.etag)).toBe('removed');
  });

  it.each([449, 500, 503, 429, 408])('gets over an answer of %i', async (status) => {
    let faults = 1;
    decide = () => (faults-- > 0 ? status : 'none');
    await opened.store.kpis.put(counter('202011', 1), 'absent');
    faults = 1;
    expect((await opened.store.kpis.get(partition, id))?.value.target).toBe(1);
    faults = 1;
    expect(await opened.store.kpis.list(partition)).toHaveLength(1);
  });

  it.each([429, 503])(
    'names %i when it does not end, and has written nothing',
    async (status) => {
      await opened.store.kpis.put(counter('202011', 1), 'absent');
      decide = () => status;
      const why = status === 429 ? 'throttled' : 'no-answer';
      const { kpis } = opened.store;
      // Side by side: each of them goes on trying for as long as it may.
      await Promise.all([
        expect(kpis.get(partition, id)).rejects.toMatchObject({ why }),
        status === 429 && expect(kpis.list(partition)).rejects.toThrow(StoreUnavailable),
        expect(kpis.put(counter('202012', 2), 'absent')).rejects.toThrow(
          status === 429 ? StoreUnavailable : OutcomeUnknown,
        ),
      ]);
      decide = () => 'none';
      expect((await opened.store.kpis.get(partition, id))?.value.target).toBe(1);
      expect(await opened.store.kpis.list(municipal('202012'))).toEqual([]);
    },
    40_000,
  );

  it('asks so much at a time, however much is asked for at once: thousands wait their turn, and not for each other', async () => {
    await opened.store.kpis.put(counter('202011', 1), 'absent');
    let arrived = 0;
    decide = () => {
      arrived++;
      return { slowMs: 200 };
    };
    const asked = Array.from({ length: 200 }, () => opened.store.kpis.get(partition, id));
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(arrived).toBeLessThanOrEqual(32);
    const found = await Promise.all(asked);
    expect([found.filter((one) => one?.value.target === 1).length, arrived]).toEqual([200, 200]);
  });

  it('says what to look at where the machine has no identity', async () => {
    const unavailable = Object.assign(new Error('no identity'), { name: 'CredentialUnavailableError' });
    await expect(answered(() => Promise.reject(unavailable))).rejects.toThrow(storeTroubles.forbidden);
  });

  it('names a role that is missing', async () => {
    decide = () => 403;
    await expect(opened.store.kpis.put(counter('202011', 1), 'absent')).rejects.toMatchObject({ why: 'forbidden' });
    await expect(opened.ping()).rejects.toThrow(storeTroubles.forbidden);
  });

  it('waits for a slow answer, and asks again after one that is too slow', async () => {
    const hasty = await openCosmos({ endpoint: proxy.endpoint, database: 'faults', key: ANY_KEY, timeoutMs: 400 });
    let faults = 2;
    decide = () => ({ slowMs: 100 });
    expect(await hasty.store.kpis.put(counter('202011', 1), 'absent')).toMatchObject({ outcome: 'written' });
    decide = () => (faults-- > 0 ? { slowMs: 500 } : 'none');
    expect((await hasty.store.kpis.get(partition, id))?.value.target).toBe(1);
    faults = 1;
    await change(hasty.store.kpis, { partition, id }, (now) => ({ value: counter('202011', (now?.target ?? 0) + 1) }));
    expect((await hasty.store.kpis.get(partition, id))?.value.target).toBe(2);
    decide = () => ({ slowMs: 500 });
    await expect(hasty.store.kpis.get(partition, id)).rejects.toMatchObject({ why: 'no-answer' });
    await hasty.close();
  });

  it('is not to be found: the start says so', async () => {
    const gone = 'http://127.0.0.1:9';
    await expect(openCosmos({ endpoint: gone, database: 'faults', key: ANY_KEY })).rejects.toThrow(StoreUnavailable);
  });

  it('passes on what the store is certain to have refused', async () => {
    decide = ({ isWrite }) => (isWrite ? 413 : 'none');
    await expect(opened.store.kpis.put(counter('202011'), 'absent')).rejects.toMatchObject({ code: 413 });
  });
});
