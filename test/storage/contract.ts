import type { HelpRequest } from '../../programme/help/help-request.ts';
import { municipal, type OpenStore } from '../../storage/collections.ts';
import { relay } from '../../storage/relay.ts';
import { change, type Effect, type Etag, type PutResult, UnreadableDocument } from '../../storage/store.ts';
import { counter, counterAt, increment } from './counter.ts';
import type { Harness, Place } from './harness.ts';

const AT = '2024-09-20T00:00:00Z';

const helpIn = (municipality: string, number: number, text = `相談${number}`): HelpRequest => ({
  id: `help-${String(number).padStart(4, '0')}`,
  municipality,
  text,
  by: 'member-1',
  at: AT,
  via: 'teams',
  ask: `ask-${number}`,
});

const auditOn = (municipality: string, number = 1): Effect => ({
  kind: 'audit',
  entry: { id: `a-${number}`, at: AT, by: 'member-1', via: 'teams', command: 'test', record: 'kpis', municipality },
});

const etagOf = (put: PutResult): Etag => {
  if (put.outcome !== 'written') throw new Error('not written');
  return put.etag;
};
const outcomes = (puts: readonly PutResult[]): number => puts.filter(({ outcome }) => outcome === 'written').length;
const ids = (found: readonly { value: { id: string } }[]): string[] => found.map(({ value }) => value.id);
const kpiPlace = (code: string): Place => ({ container: 'state', pk: municipal(code), id: 'kpi-2024-K0-01' });

/** What every store promises. Each test has a municipality of its own. */
export function contract(start: () => Promise<Harness>): void {
  let harness: Harness;
  let opened: OpenStore;
  let last = 100_000;
  let code = '';
  const CHANGED: PutResult = { outcome: 'changed-meanwhile' };

  beforeAll(async () => {
    harness = await start();
    opened = await harness.open();
  });
  afterAll(async () => {
    await opened?.close();
    await harness?.close();
  });
  beforeEach(() => {
    code = String(++last);
  });

  describe('one document', () => {
    it('is not there before it is written, and then is what was written', async () => {
      const { kpis } = opened.store;
      expect(await kpis.get(municipal(code), 'kpi-2024-K0-01')).toBeUndefined();
      const etag = etagOf(await kpis.put(counter(code, 62), 'absent'));
      expect(await kpis.get(municipal(code), 'kpi-2024-K0-01')).toEqual({
        value: counter(code, 62),
        etag,
        effects: [],
      });
    });

    it('is created once', async () => {
      const { kpis } = opened.store;
      await kpis.put(counter(code, 1), 'absent');
      expect(await kpis.put(counter(code, 2), 'absent')).toEqual(CHANGED);
      expect((await kpis.get(municipal(code), 'kpi-2024-K0-01'))?.value.target).toBe(1);
    });

    it('is written over only by those who saw its last version', async () => {
      const { kpis } = opened.store;
      const first = etagOf(await kpis.put(counter(code, 1), 'absent'));
      const second = etagOf(await kpis.put(counter(code, 2), first));
      expect(second).not.toBe(first);
      expect(await kpis.put(counter(code, 3), first)).toEqual(CHANGED);
      expect(await kpis.put(counter(code, 3), 'nothing-like-it' as Etag)).toEqual(CHANGED);
      expect((await kpis.get(municipal(code), 'kpi-2024-K0-01'))?.value.target).toBe(2);
    });

    it('is not brought back by writing over it after its removal', async () => {
      const { kpis } = opened.store;
      const etag = etagOf(await kpis.put(counter(code, 1), 'absent'));
      await kpis.remove(municipal(code), 'kpi-2024-K0-01', etag);
      expect(await kpis.put(counter(code, 2), etag)).toEqual(CHANGED);
      expect(await kpis.get(municipal(code), 'kpi-2024-K0-01')).toBeUndefined();
    });

    it('keeps every character, and an absent field absent', async () => {
      const text = '髙﨑さん「𠮷野家」から相談👩‍💻\n"引用" \\ \u0000 と ＡＢＣ ｶﾅ';
      await opened.store.helpRequests.put(helpIn(code, 1, text), 'absent');
      const found = await opened.store.helpRequests.get(municipal(code), 'help-0001');
      expect(found?.value).toEqual(helpIn(code, 1, text));
      expect(found?.value).not.toHaveProperty('item');
    });

    it('is refused when it does not fit its own schema, or its id cannot be stored', async () => {
      const { helpRequests } = opened.store;
      await expect(helpRequests.put({ ...helpIn(code, 1), at: '昨日' }, 'absent')).rejects.toThrow(/at \(/);
      for (const id of ['a/b', 'a#b', 'a?b', 'a\\b', '長野', '']) {
        await expect(helpRequests.put({ ...helpIn(code, 1), id }, 'absent')).rejects.toThrow(TypeError);
        expect(await helpRequests.get(municipal(code), id)).toBeUndefined();
      }
      expect(await helpRequests.list(municipal(code))).toEqual([]);
    });

    it('is removed only as it was read; gone already counts as done', async () => {
      const { kpis } = opened.store;
      const first = etagOf(await kpis.put(counter(code, 1), 'absent'));
      const second = etagOf(await kpis.put(counter(code, 2), first));
      expect(await kpis.remove(municipal(code), 'kpi-2024-K0-01', first)).toBe('changed-meanwhile');
      expect(await kpis.remove(municipal(code), 'kpi-2024-K0-01', second)).toBe('removed');
      expect(await kpis.remove(municipal(code), 'kpi-2024-K0-01', second)).toBe('removed');
    });
  });

  describe('a race', () => {
    it('of forty writers on one version has one winner', async () => {
      const { kpis } = opened.store;
      const was = etagOf(await kpis.put(counter(code), 'absent'));
      const puts = await Promise.all(Array.from({ length: 40 }, (_, i) => kpis.put(counter(code, i + 1), was)));
      expect(outcomes(puts)).toBe(1);
      const winner = puts.findIndex(({ outcome }) => outcome === 'written');
      const now = await kpis.get(municipal(code), 'kpi-2024-K0-01');
      expect([now?.value.target, now?.etag]).toEqual([winner + 1, puts[winner] && etagOf(puts[winner])]);
    });

    it('of forty creators has one winner', async () => {
      const { kpis } = opened.store;
      const puts = await Promise.all(Array.from({ length: 40 }, (_, i) => kpis.put(counter(code, i), 'absent')));
      expect(outcomes(puts)).toBe(1);
    });

    it('of changes over two connections loses none', async () => {
      const other = await harness.open();
      const stores = [opened, other, opened, other];
      await Promise.all(stores.map(({ store }) => increment(store.kpis, code, 50)));
      expect((await other.store.kpis.get(municipal(code), 'kpi-2024-K0-01'))?.value.target).toBe(200);
      await other.close();
      // 200 writes of which many have to be tried again: long where the machine is busy.
    }, 180_000);
  });

  describe('a list', () => {
    const fill = async (count: number, effects: (number: number) => readonly Effect[] = () => []) => {
      const numbers = Array.from({ length: count }, (_, i) => ((i * 97) % count) + 1);
      for (let i = 0; i < count; i += 20) {
        const batch = numbers.slice(i, i + 20);
        await Promise.all(batch.map((n) => opened.store.helpRequests.put(helpIn(code, n), 'absent', effects(n))));
      }
    };

    it('is empty where nothing is', async () => {
      expect(await opened.store.helpRequests.list(municipal(code))).toEqual([]);
    });

    it('has everything in the order of ids, however many pages that is', async () => {
      await fill(230);
      const found = await opened.store.helpRequests.list(municipal(code));
      expect(ids(found)).toEqual(Array.from({ length: 230 }, (_, i) => helpIn(code, i + 1).id));
      const one = await opened.store.helpRequests.get(municipal(code), 'help-0007');
      expect(found[6]).toEqual(one);
    });

    it('takes the range from its first id up to but not including the other', async () => {
      await fill(12);
      const list = async (which: object) => ids(await opened.store.helpRequests.list(municipal(code), which));
      expect(await list({ from: 'help-0003', below: 'help-0006' })).toEqual(['help-0003', 'help-0004', 'help-0005']);
      expect(await list({ from: 'help-0011' })).toEqual(['help-0011', 'help-0012']);
      expect(await list({ below: 'help-0002' })).toEqual(['help-0001']);
      expect(await list({ from: 'help-0006', below: 'help-0006' })).toEqual([]);
    });

    it('can be of those with effects left', async () => {
      await fill(9, (number) => (number % 4 === 0 ? [auditOn(code, number)] : []));
      const pending = await opened.store.helpRequests.list(municipal(code), { withEffects: true });
      expect(ids(pending)).toEqual(['help-0004', 'help-0008']);
      expect(
        ids(await opened.store.helpRequests.list(municipal(code), { withEffects: true, from: 'help-0005' })),
      ).toEqual(['help-0008']);
      expect(await opened.store.helpRequests.list(municipal(code))).toHaveLength(9);
    });

    it('keeps partitions and kinds apart', async () => {
      const other = String(++last);
      await opened.store.helpRequests.put(helpIn(code, 1), 'absent');
      await opened.store.helpRequests.put(helpIn(other, 1, '別の町'), 'absent');
      await opened.store.kpis.put(counter(code, 1), 'absent');
      expect((await opened.store.helpRequests.list(municipal(code))).map(({ value }) => value)).toEqual([
        helpIn(code, 1),
      ]);
      expect((await opened.store.helpRequests.get(municipal(other), 'help-0001'))?.value.text).toBe('別の町');
      expect(await opened.store.items.list(municipal(code))).toEqual([]);
    });
  });

  describe('effects', () => {
    const audit = () => opened.store.audit.list(`${municipal(code)}-2024`);

    it('travel with the document until they are carried out', async () => {
      const { kpis } = opened.store;
      const etag = etagOf(await kpis.put(counter(code, 1), 'absent', [auditOn(code)]));
      const found = await kpis.get(municipal(code), 'kpi-2024-K0-01');
      expect(found?.effects).toEqual([auditOn(code)]);
      if (found) await relay(opened.store, kpis, found);
      expect((await audit()).map(({ value }) => value)).toEqual([{ ...auditOn(code).entry, after: etag }]);
      expect((await kpis.get(municipal(code), 'kpi-2024-K0-01'))?.effects).toEqual([]);
    });

    it('are carried out once by however many', async () => {
      const { kpis } = opened.store;
      await kpis.put(counter(code, 1), 'absent', [auditOn(code, 1), auditOn(code, 2)]);
      const found = await kpis.get(municipal(code), 'kpi-2024-K0-01');
      if (!found) throw new Error('not there');
      await Promise.all([1, 2, 3].map(() => relay(opened.store, kpis, found)));
      await relay(opened.store, kpis, found);
      expect(ids(await audit())).toEqual(['a-1', 'a-2']);
      expect(await kpis.list(municipal(code), { withEffects: true })).toEqual([]);
    });

    it('are settled before the next change', async () => {
      const { kpis } = opened.store;
      for (const number of [1, 2, 3]) {
        await change(
          kpis,
          counterAt(code),
          (now) => ({ value: counter(code, (now?.target ?? 0) + 1), effects: [auditOn(code, number)] }),
          (found) => relay(opened.store, kpis, found),
        );
      }
      expect(ids(await audit())).toEqual(['a-1', 'a-2']);
      expect((await kpis.get(municipal(code), 'kpi-2024-K0-01'))?.value.target).toBe(3);
    });
  });

  describe('an unreadable document', () => {
    const secret = { ...helpIn('000000', 1), weekly: '秘密の内容' };
    const spoilt = async (what: { body?: unknown; schema?: number }) => {
      await opened.store.kpis.put(counter(code, 1), 'absent');
      await harness.spoil(kpiPlace(code), what);
    };

    it('is named with what is wrong, and never with what it says', async () => {
      await spoilt({ body: secret });
      const read = opened.store.kpis.get(municipal(code), 'kpi-2024-K0-01');
      await expect(read).rejects.toThrow(UnreadableDocument);
      await expect(read).rejects.toThrow(new RegExp(`kpis ${municipal(code)}/kpi-2024-K0-01: body\\..*kpi`));
      await expect(read).rejects.not.toThrow(/秘密/);
      await expect(opened.store.kpis.list(municipal(code))).rejects.toThrow(UnreadableDocument);
    });

    it('stays as it is, whatever is tried', async () => {
      await spoilt({ body: secret });
      const { kpis } = opened.store;
      const before = await harness.raw(kpiPlace(code));
      expect(await kpis.put(counter(code, 5), 'absent')).toEqual(CHANGED);
      await expect(kpis.put(counter(code, 5), before.etag)).rejects.toThrow(UnreadableDocument);
      await expect(change(kpis, counterAt(code), () => ({ value: counter(code, 5) }))).rejects.toThrow(
        UnreadableDocument,
      );
      expect(await harness.raw(kpiPlace(code))).toEqual(before);
    });

    it('is also one of a newer schema, or of another kind', async () => {
      await spoilt({ schema: 3 });
      await expect(opened.store.kpis.get(municipal(code), 'kpi-2024-K0-01')).rejects.toThrow(/schema/);
      await expect(opened.store.helpRequests.get(municipal(code), 'kpi-2024-K0-01')).rejects.toThrow(/type/);
    });
  });

  it('answers a ping', async () => {
    await expect(opened.ping()).resolves.toBeUndefined();
  });

  /** The last of all: nothing is left afterwards. */
  it('says that it has gone, to whoever asks or reads, and makes nothing anew', async () => {
    const { kpis } = opened.store;
    await kpis.put(counter(code, 1), 'absent');
    await harness.lose();
    const gone = { why: expect.stringMatching(/^(missing|replaced)$/) };
    await expect(kpis.list(municipal(code))).rejects.toMatchObject(gone);
    await expect(opened.ping()).rejects.toMatchObject(gone);
  });
}
