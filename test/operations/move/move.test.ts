import { hostname } from 'node:os';
import { moveVerb } from '../../../bot/operator/move.ts';
import { tickVerb } from '../../../bot/operator/tick.ts';
import { HOME } from '../../../demo/programme.ts';
import { deliveryId } from '../../../programme/delivery.ts';
import { LEASES, municipal, RECEIVED } from '../../../storage/collections.ts';
import { openEmbedded } from '../../../storage/embedded.ts';
import { counter } from '../../storage/counter.ts';
import { terminal } from '../verbs.ts';
import {
  A_LONG_TIME,
  at,
  count,
  counted,
  exported,
  inside,
  markOf,
  move,
  NOW,
  records,
  setTheStage,
  settings,
  stage,
  start,
  states,
  toCosmos,
  toEmbedded,
  travelling,
} from './stage.ts';

setTheStage();

describe('moving to Cosmos DB and back', () => {
  test(
    'leaves two stores of which an export cannot be told apart, and only one of them can be started',
    async () => {
      const before = await exported('embedded');
      const told: string[] = [];
      const { ok, text, data } = await at('embedded')(moveVerb, { to: 'cosmos', progress: (line) => told.push(line) });
      expect([ok, data['moved'], data['how']]).toEqual([true, true, 'now']);
      expect(text).toContain('.env の STORE を cosmos にしてから');
      expect(told[0]).toContain('止まっていることを確かめました');
      expect(told).toEqual(expect.arrayContaining(['移しています… 50%', '移しています… 100%', '確かめています… 100%']));
      const after = await exported('cosmos');
      expect(Object.keys(after)).toEqual(Object.keys(before));
      // The move itself stands in the audit.
      const changed = Object.keys(after).filter((name) => after[name] !== before[name]);
      expect(changed.toSorted()).toEqual(['audit.json', 'bansou-export.json']);
      await expect(start('embedded')).rejects.toMatchObject({ why: 'left' });
      await (await start('cosmos')).close();
      expect(await states()).toEqual(['left', 'arrived']);

      await count('cosmos', 7);
      const there = await records('cosmos');
      expect((await toEmbedded()).data).toMatchObject({ moved: true, to: 'embedded' });
      expect(await records('embedded')).toEqual(there);
      expect([await counted('embedded'), await states()]).toEqual([7, ['arrived', 'left']]);
      await expect(start('cosmos')).rejects.toMatchObject({ why: 'left' });
      await (await start('embedded')).close();
    },
    A_LONG_TIME,
  );

  test('takes along what a crash has left, and nothing that is about the store', async () => {
    const all = await inside('embedded', ({ counts }) => counts());
    expect((await toCosmos()).ok).toBe(true);
    await inside('cosmos', async ({ store, counts }) => {
      const pending = await store.kpis.list(municipal(HOME), { withEffects: true });
      expect(pending.map(({ effects }) => effects[0]?.entry.id)).toEqual(['a-left']);
      expect((await store.received.get(RECEIVED, 'e-1'))?.value.state).toBe('working');
      expect(await store.leases.list(LEASES)).toEqual([]);
      const { audit = 0, ...others } = travelling(all);
      expect(Object.keys(others).length).toBeLessThan(Object.keys(all).length - 1);
      expect(travelling(await counts())).toEqual({ ...others, audit: audit + 1 });
    });
  });

  test('a second time does nothing, whatever the settings say by then', async () => {
    await toCosmos();
    const writes: string[] = [];
    stage.decide = ({ isWrite, method }) => {
      if (isWrite) writes.push(method);
      return 'none';
    };
    expect((await toCosmos(stage.proxy.endpoint)).data).toMatchObject({ moved: true, how: 'already' });
    expect((await move('cosmos', 'cosmos', stage.proxy.endpoint)).data).toMatchObject({ moved: true, how: 'already' });
    expect(writes).toEqual([]);
  });

  test('what was being sent when it crashed is in doubt there', async () => {
    const waiting = await inside('embedded', async ({ store: { deliveries } }) => {
      const all = (await deliveries.list(municipal(HOME))).filter(({ value }) => value.state === 'sent');
      const [one, other] = all;
      if (!one || !other) throw new Error('no deliveries');
      const { sentAt: _sent, ...first } = one.value;
      const leaseUntil = new Date(NOW.getTime() - 60_000).toISOString();
      await deliveries.put({ ...first, state: 'sending', owner: 'gone', leaseUntil }, one.etag);
      return deliveryId(first);
    });
    await toCosmos();
    const { ok } = await at('cosmos')(tickVerb);
    expect(ok).toBe(true);
    const found = await inside('cosmos', ({ store: { deliveries } }) => deliveries.get(municipal(HOME), waiting));
    expect(found?.value).toMatchObject({ state: 'unknown', reason: 'lapsed' });
  });
});

describe('a move is refused', () => {
  const nothing = async (data: Readonly<Record<string, unknown>>, why: string) => {
    expect(data).toEqual({ moved: false, why });
    expect(await markOf('embedded')).toBeUndefined();
  };

  test('while somebody has the file, or a lease says that somebody works', async () => {
    const { close } = openEmbedded(stage.file);
    await nothing((await toCosmos()).data, 'held');
    await close();
    const hold = (until: Date) =>
      inside('embedded', async ({ store: { leases } }) => {
        const found = await leases.get(LEASES, 'dispatcher');
        const lease = { id: 'dispatcher', owner: 'x', until: until.toISOString(), fence: 1, bell: 0 } as const;
        await leases.put(lease, found?.etag ?? 'absent');
      });
    await hold(new Date(NOW.getTime() + 60_000));
    await nothing((await toCosmos()).data, 'in-use');
    await hold(new Date(NOW.getTime() - 1));
    expect((await toCosmos()).ok).toBe(true);
  });

  test('into a place that holds something else, in both directions', async () => {
    await inside('cosmos', ({ store: { kpis } }) => kpis.put(counter('888888', 1), 'absent'));
    await nothing((await toCosmos()).data, 'not-empty');
    stage.database = `${stage.database}-other`;
    await toCosmos();
    const moved = stage.file;
    stage.file = `${stage.file}.other`;
    await count('embedded', 1);
    expect((await toEmbedded()).data).toEqual({ moved: false, why: 'not-empty' });
    expect([await counted('embedded'), (await markOf('cosmos'))?.state]).toEqual([1, 'arrived']);
    // The very store it came from is known again.
    stage.file = moved;
    expect((await toEmbedded()).ok).toBe(true);
  });

  test(
    'while another machine moves the same records, so that they never have two homes',
    async () => {
      await toCosmos();
      const [mine, theirs] = [`${stage.file}.mine`, `${stage.file}.theirs`];
      const toFile = (file: string) => terminal(file, NOW, settings('cosmos'))(moveVerb, { to: 'embedded' });
      const both = await Promise.all([toFile(mine), toFile(theirs)]);
      const refused = both.filter(({ ok }) => !ok);
      expect(refused.map(({ data }) => data)).toEqual([{ moved: false, why: 'other-move' }]);
      expect(refused[0]?.text).toContain('ほかの機械か別の場所へ移している人がいます');
      [stage.file] = both[0]?.ok ? [mine] : [theirs];
      expect(await states()).toEqual(['arrived', 'left']);
      stage.file = both[0]?.ok ? theirs : mine;
      expect(await markOf('embedded')).toBeUndefined();
    },
    A_LONG_TIME,
  );

  test('where one that was cut short on another machine is still held; its own goes on at once', async () => {
    const held = (owner: string) =>
      inside('embedded', async ({ store: { leases } }) => {
        const found = await leases.get(LEASES, 'import');
        const until = new Date(NOW.getTime() + 100_000).toISOString();
        await leases.put({ id: 'import', owner, until, fence: 1, bell: 0 }, found?.etag ?? 'absent');
      });
    await held(`移し替え elsewhere ${stage.file}`);
    await nothing((await toCosmos()).data, 'other-move');
    await held(`移し替え ${hostname()} ${stage.file}`);
    expect((await toCosmos()).ok).toBe(true);
    expect(await inside('embedded', ({ store: { leases } }) => leases.list(LEASES))).not.toContainEqual(
      expect.objectContaining({ value: expect.objectContaining({ id: 'import' }) }),
    );
  });

  test.each([401, 403])(
    'where the account does not let us in (%i): it says which place, and what to look at',
    async (status) => {
      stage.decide = () => status;
      const { text, data } = await toCosmos(stage.proxy.endpoint);
      await nothing(data, 'forbidden');
      expect(text).toMatch(/^移す先（Cosmos DB）を使えません。.*COSMOS_KEY.*。移す元はそのままです。$/);
    },
  );

  test('without a target, without its address, and where there is nothing to move', async () => {
    await nothing((await at('embedded')(moveVerb)).data, 'no-target');
    await nothing((await terminal(stage.file, NOW)(moveVerb, { to: 'cosmos' })).data, 'no-endpoint');
    await nothing((await move('embedded', 'embedded')).data, 'same');
    await nothing((await at('embedded')(moveVerb, { to: 'cosmos', drop: true })).data, 'not-begun');
    expect((await toEmbedded()).data).toEqual({ moved: false, why: 'no-programme' });
  });
});
