import fc from 'fast-check';
import type { KpiRecord } from '../programme/progress/kpi-record.ts';
import { openEmbedded } from './embedded.ts';
import { type Collection, change } from './store.ts';

const AT = { partition: 'm-202011', id: 'kpi-2024-K0-01' };
const count = (target: number): KpiRecord => ({
  municipality: '202011',
  fiscalYear: 2024,
  kpi: 'K0-01',
  target,
  weekly: true,
  entries: [],
});

/** The same documents, answering in an order the scheduler chooses. */
function scheduled<T>(docs: Collection<T>, scheduler: fc.Scheduler): Collection<T> {
  return { ...docs, get: scheduler.scheduleFunction(docs.get), put: scheduler.scheduleFunction(docs.put) };
}

async function add(docs: Collection<KpiRecord>, steps: readonly number[]): Promise<void> {
  for (const step of steps) await change(docs, AT, (now) => ({ value: count((now?.target ?? 0) + step) }));
}

describe('change', () => {
  it('loses no increment in any interleaving', async () => {
    const steps = fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 3 });
    const writers = fc.array(steps, { minLength: 2, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), writers, async (scheduler, all) => {
        const { store, close } = openEmbedded(':memory:');
        const docs = scheduled(store.kpis, scheduler);
        await scheduler.waitFor(Promise.all(all.map((each) => add(docs, each))));
        const total = all.flat().reduce((sum, step) => sum + step, 0);
        expect((await store.kpis.get(AT.partition, AT.id))?.value.target).toBe(total);
        await close();
      }),
      { numRuns: 40 },
    );
  });

  it('writes nothing when the value is the very same', async () => {
    const { store, close } = openEmbedded(':memory:');
    const put = await store.kpis.put(count(1), 'absent');
    const changed = await change(store.kpis, AT, (now) => ({ value: now ?? count(0) }));
    expect(put).toEqual({ outcome: 'written', etag: changed.after });
    expect(changed.before).toBe(changed.after);
    await close();
  });

  it('gives up politely after too many lost races', async () => {
    const { store, close } = openEmbedded(':memory:');
    const docs = { ...store.kpis, put: async () => ({ outcome: 'changed-meanwhile' as const }) };
    await expect(change(docs, AT, () => ({ value: count(1) }))).rejects.toMatchObject({ reason: 'busy' });
    await close();
  });
});
