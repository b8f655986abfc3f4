import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { CHANGES } from '../../programme/change-note.ts';
import { municipal } from '../../storage/collections.ts';
import { openEmbedded } from '../../storage/embedded.ts';
import { contract } from './contract.ts';
import { counter, increment, incrementFile } from './counter.ts';
import { embeddedHarness } from './harness.ts';

const EMBEDDED = new URL('../../storage/embedded.ts', import.meta.url).href;
const COUNTER = new URL('./counter.ts', import.meta.url).href;

/** Another process that runs `count`, an expression over the exports of counter.ts. */
function elsewhere(count: string) {
  const source = `import(${JSON.stringify(COUNTER)}).then(async (m) => { ${count} })`;
  return spawn(process.execPath, ['--import', 'tsx', '-e', source], { stdio: ['ignore', 'pipe', 'inherit'] });
}

describe('the embedded store', () => {
  contract(embeddedHarness);

  it('keeps its documents when it is opened again', async () => {
    const { open, close } = await embeddedHarness();
    const first = await open();
    await first.store.kpis.put(counter('202011', 62), 'absent');
    await first.close();
    const second = await open();
    expect((await second.store.kpis.get(municipal('202011'), 'kpi-2024-K0-01'))?.value).toEqual(counter('202011', 62));
    await second.close();
    await close();
  });

  it('lists what another connection wrote, changed and removed meanwhile', async () => {
    const { open, close } = await embeddedHarness();
    const [reader, writer] = [await open(), await open()];
    const targets = async () =>
      (await reader.store.kpis.list(municipal('202011'), { from: 'kpi-', below: 'kpi.' })).map(
        (kpi) => kpi.value.target,
      );
    expect(await targets()).toEqual([]);
    await increment(writer.store.kpis, '202011', 1);
    expect([await targets(), await targets()]).toEqual([[1], [1]]);
    await increment(writer.store.kpis, '202011', 1);
    expect(await targets()).toEqual([2]);
    const now = await writer.store.kpis.get(municipal('202011'), 'kpi-2024-K0-01');
    if (now) await writer.store.kpis.remove(municipal('202011'), 'kpi-2024-K0-01', now.etag);
    expect(await targets()).toEqual([]);
    await Promise.all([reader.close(), writer.close()]);
    await close();
  });

  it('reads what it has written itself, of whatever kind, and notes of it that no collection of theirs wrote', async () => {
    const { file, close } = await embeddedHarness();
    const [{ store, close: closeStore }, other] = [openEmbedded(file), openEmbedded(file)];
    const notes = async () => (await store.changes.list(CHANGES)).length;
    const target = async () => (await store.kpis.get(municipal('202011'), 'kpi-2024-K0-01'))?.value.target;
    expect([await notes(), await target()]).toEqual([0, undefined]);
    await increment(store.kpis, '202011', 1);
    expect([await notes(), await target()]).toEqual([1, 1]);
    await increment(other.store.kpis, '202011', 1);
    expect([await notes(), await target()]).toEqual([2, 2]);
    await increment(store.kpis, '202011', 1);
    expect([await notes(), await target()]).toEqual([3, 3]);
    await Promise.all([closeStore(), other.close()]);
    await close();
  });

  it('loses nothing between two processes on one file', async () => {
    const { file, open, close } = await embeddedHarness();
    const child = elsewhere(`await m.incrementFile(${JSON.stringify(file)}, '202011', 200)`);
    await Promise.all([once(child, 'exit'), incrementFile(file, '202011', 200)]);
    const { store, close: closeStore } = await open();
    expect((await store.kpis.get(municipal('202011'), 'kpi-2024-K0-01'))?.value.target).toBe(400);
    await closeStore();
    await close();
  });

  it('keeps what it has confirmed when the process is killed', async () => {
    const { file, open, close } = await embeddedHarness();
    const child = elsewhere(`
      const { openEmbedded } = await import(${JSON.stringify(EMBEDDED)});
      const { store } = openEmbedded(${JSON.stringify(file)});
      for (let n = 1; ; n++) { await m.increment(store.kpis, '202011', 1); process.stdout.write(n + '\\n'); }`);
    let confirmed = 0;
    for await (const chunk of child.stdout) {
      confirmed = Number(String(chunk).trim().split('\n').at(-1));
      if (confirmed > 500) child.kill('SIGKILL');
    }
    const { store, close: closeStore } = await open();
    const kept = (await store.kpis.get(municipal('202011'), 'kpi-2024-K0-01'))?.value.target;
    expect(kept).toBeGreaterThanOrEqual(confirmed);
    expect(await store.kpis.put(counter('202012'), 'absent')).toMatchObject({ outcome: 'written' });
    await closeStore();
    await close();
  });
});
