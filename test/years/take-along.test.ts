import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readEverything } from '../../bot/hand-over/everything.ts';
import { municipal, type OpenStore, PROGRAMME } from '../../storage/collections.ts';
import { itemAt, kpiAt, progressIn } from '../../storage/progress.ts';
import { takeAlong } from '../../storage/take-along.ts';
import { engineOn } from '../engine.ts';
import { bothStores } from '../storage/both-stores.ts';
import type { Harness, Planted } from '../storage/harness.ts';
import { beginNextYear } from './next-year.ts';

/** What the program stored that knew of no years: two municipalities in 令和6年度. */
const OLD: readonly Planted[] = JSON.parse(
  readFileSync(join(__dirname, '../fixtures/stores/before-years.json'), 'utf8'),
);
const [HOME, OTHER] = ['203033', '203041'];
const EFFECT = {
  kind: 'audit',
  entry: {
    ...{ id: 'a-left', at: '2024-11-26T01:00:00.000Z', by: 'member-1', via: 'teams', command: 'report-item' },
    ...{ record: `items/m-${HOME}/item-S2-1`, municipality: HOME },
  },
};

describe.each(bothStores)('a store of before years had numbers, on %s', (_, start) => {
  let harness: Harness;
  let opened: OpenStore;
  beforeAll(async () => {
    harness = await start();
    opened = await harness.open();
    for (const document of OLD)
      await harness.plant(document.id === 'item-S2-1' ? { ...document, effects: [EFFECT] } : document);
  });
  afterAll(async () => {
    await opened.close();
    await harness.close();
  });

  const oldOf = (type: string) => OLD.filter((document) => document.type === type);
  const idsIn = async (town: string) => {
    const [items, kpis] = await Promise.all([
      opened.store.items.list(municipal(town)),
      opened.store.kpis.list(municipal(town)),
    ]);
    return [...items, ...kpis].map(({ value }) => ('item' in value ? `${value.item}` : `${value.kpi}`));
  };
  const place = (id: string) => ({ container: 'state' as const, pk: municipal(HOME), id });

  it('is finished by the next opening where one died half-way', async () => {
    const { store } = opened;
    const remove = store.items.remove;
    const dying = { ...store, items: { ...store.items, remove: async () => Promise.reject(new Error('died')) } };
    await expect(takeAlong(dying as typeof store)).rejects.toThrow('died');
    expect(store.items.remove).toBe(remove);
    expect((await store.programmes.get(PROGRAMME, 'programme'))?.value.layout).toBeUndefined();
    await takeAlong(store);
    expect(await idsIn(HOME)).toEqual([
      ...new Set(
        oldOf('items')
          .filter(({ pk }) => pk === municipal(HOME))
          .map(({ id }) => id.slice(5)),
      ),
      ...new Set(
        oldOf('kpis')
          .filter(({ pk }) => pk === municipal(HOME))
          .map(({ id }) => id.slice(4)),
      ),
    ]);
  });

  it('has every record under its year as it was, and none in the old place', async () => {
    const { store } = opened;
    const all = await readEverything(store, new Date('2024-12-01T00:00:00Z'));
    const now = new Map([...all.items, ...all.kpis].map(({ partition, id, value }) => [`${partition}/${id}`, value]));
    const before = [...oldOf('items'), ...oldOf('kpis')].map(({ pk, id, body }) => [
      `${pk}/${id.replace('-', '-2024-')}`,
      { ...(body as object), fiscalYear: 2024 },
    ]);
    expect(Object.fromEntries(now)).toEqual(Object.fromEntries(before));
    await expect(harness.raw(place('item-S1-3'))).rejects.toThrow();
  });

  it('carries out what an old document had still to do', async () => {
    const audit = await opened.store.audit.list(`${municipal(HOME)}-2024`);
    expect(audit.map(({ value }) => value.id)).toContain('a-left');
  });

  it('is done once: another opening changes nothing', async () => {
    const { store } = opened;
    const etags = async () =>
      JSON.stringify([
        await store.programmes.list(PROGRAMME),
        await store.items.list(municipal(HOME)),
        await store.kpis.list(municipal(HOME)),
      ]);
    const before = await etags();
    await takeAlong(store);
    expect(await etags()).toBe(before);
  });

  it('reads the year, and nothing in another one', async () => {
    const { items, kpis } = await progressIn(opened.store, HOME, { fiscalYear: 2024 });
    expect(items.size).toBe(25);
    expect(kpis.get('K0-03')?.entries.at(-1)).toMatchObject({ week: '2024-11-25', numerator: 38, denominator: 40 });
    expect((await progressIn(opened.store, HOME, { fiscalYear: 2025 })).items.size).toBe(0);
  });

  it('takes along what an older program beside it reported after the copy', async () => {
    const { store } = opened;
    const [late] = oldOf('kpis').filter(({ pk, id }) => pk === municipal(OTHER) && id === 'kpi-K1-03');
    const [stage] = oldOf('items').filter(({ pk, id }) => pk === municipal(OTHER) && id === 'item-S0-1');
    if (!late || !stage) throw new Error('not in the fixture');
    const from = { by: 'member-1', at: '2024-11-27T01:00:00.000Z', via: 'teams', ask: 'beside' };
    const { entries, ...kpi } = late.body as { entries: object[] };
    const { versions, ...item } = stage.body as { versions: object[] };
    await harness.plant({
      ...late,
      body: { ...kpi, entries: [...entries, { ...from, number: 99, week: '2024-11-25', kind: 'unchanged' }] },
    });
    await harness.plant({
      ...stage,
      body: { ...item, versions: [...versions, { ...from, number: 1, stage: 'done' }] },
    });
    const at = { partition: PROGRAMME, id: 'programme' };
    const found = await store.programmes.get(at.partition, at.id);
    const { layout: _done, ...programme } = found?.value ?? (undefined as never);
    await store.programmes.put(programme, found?.etag ?? 'absent');
    await takeAlong(store);
    const [kpiNow, itemNow] = [kpiAt(OTHER, 2024, 'K1-03'), itemAt(OTHER, 2024, 'S0-1')];
    expect((await store.kpis.get(kpiNow.partition, kpiNow.id))?.value.entries).toHaveLength(entries.length + 1);
    expect((await store.items.get(itemNow.partition, itemNow.id))?.value.versions.at(-1)).toMatchObject(from);
  });

  it('tells the year as it did, and goes on telling it once it is over', async () => {
    let now = '2024-11-26T10:00:00+09:00';
    const hanako = engineOn(opened.store, () => new Date(now))('teams', 'yamada@town.example.jp');
    const status = (await hanako.say('状況')).words;
    expect(status).toContain('4つのステップのうち1つを達成しています。（11/26(火) 現在、令和6年度に実施する項目）');
    expect(status).toContain('次の一歩: S2-1');
    const history = (await hanako.say('履歴 K0-03')).words;
    for (const said of ['95%（38/40）', '目標 80%（3/14(金)まで）', '11/11(月)の週　81.3%（26/32）', 'ほか11件'])
      expect(history).toContain(said);
    await beginNextYear(opened.store, new Date('2025-04-01T09:00:00+09:00'));
    now = '2025-04-08T10:00:00+09:00';
    expect((await hanako.say('状況')).words).toContain('令和7年度に実施する項目');
    const over = (await hanako.say('状況 令和6年度')).words;
    expect(over).toContain('令和6年度（終了）');
    expect(over).toContain('4つのステップのうち1つを達成しています。');
    const then = (await hanako.say('去年度の履歴 K0-03')).words;
    for (const said of ['95%（38/40）', '11/11(月)の週　81.3%（26/32）', 'ほか11件']) expect(then).toContain(said);
  });
});
