import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CollectionName, kinds, type OpenStore } from '../../storage/collections.ts';
import { relay } from '../../storage/relay.ts';
import type { Collection } from '../../storage/store.ts';
import { bothStores } from './both-stores.ts';
import type { Harness, Planted } from './harness.ts';

const FOLDER = join(__dirname, '../fixtures/documents');
const names = Object.keys(kinds) as CollectionName[];
const versions = readdirSync(FOLDER).toSorted();
const documentsOf = (version: string, name: string): Planted[] => {
  const file = join(FOLDER, version, `${name}.json`);
  return readdirSync(join(FOLDER, version)).includes(`${name}.json`) ? JSON.parse(readFileSync(file, 'utf8')) : [];
};
const isOfToday = ({ type, schema }: Planted) => schema === kinds[type as CollectionName].upcasts.length + 1;

test.each(names)('of %s there are documents of every version it has had', (name) => {
  const kept = new Set(versions.flatMap((version) => documentsOf(version, name)).map(({ schema }) => schema));
  const had = Array.from({ length: kinds[name].upcasts.length + 1 }, (_, i) => i + 1);
  expect([...kept].toSorted()).toEqual(had);
});

describe.each(bothStores)('%s', (_, start) => {
  let harness: Harness;
  let opened: OpenStore;
  beforeAll(async () => {
    harness = await start();
    opened = await harness.open();
  });
  afterAll(async () => {
    await opened.close();
    await harness.close();
  });

  /** Read, written back, and read again. */
  async function roundTrip(docs: Collection<unknown>, planted: Planted): Promise<void> {
    const { pk, id, body, effects } = planted;
    await harness.plant(planted);
    const found = await docs.get(pk, id);
    if (!found) throw new Error(`${pk}/${id} is not there`);
    expect([docs.partitionOf(found.value), docs.idOf(found.value)]).toEqual([pk, id]);
    expect(found.effects).toEqual(effects);
    expect((await docs.list(pk)).map(({ value }) => docs.idOf(value))).toContain(id);
    await relay(opened.store, docs, found);
    const again = await docs.get(pk, id);
    expect(again).toMatchObject({ value: found.value, effects: [] });
    expect(again?.etag).not.toBe(found.etag);
    if (!isOfToday(planted)) return;
    expect(found.value).toEqual(body);
    expect((await harness.raw(planted)).body).toEqual(body);
  }

  const places = versions.flatMap((version) => names.map((name) => ({ version, name })));
  it.each(places)('reads $name as $version stored them, and writes them back whole', async ({ version, name }) => {
    const docs = opened.store[name] as unknown as Collection<unknown>;
    for (const planted of documentsOf(version, name)) await roundTrip(docs, planted);
  });

  it('reads what was stored before documents had versions', async () => {
    const [planted] = documentsOf('v1', 'municipalities');
    if (!planted) throw new Error('no municipality');
    const { schema: _none, ...unversioned } = planted;
    const before = {
      ...unversioned,
      id: 'municipality-202029',
      body: { code: '202029', name: '松本市', area: '松本', supported: false },
    };
    await harness.plant(before);
    expect((await opened.store.municipalities.get(before.pk, before.id))?.value).toEqual(before.body);
  });
});
