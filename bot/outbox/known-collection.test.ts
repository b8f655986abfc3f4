import { HOME } from '../../demo/programme.ts';
import { PROGRAMME, type Store } from '../../storage/collections.ts';
import { openEmbedded } from '../../storage/embedded.ts';
import { createKnownCollection } from './known-collection.ts';

const reading = { passed: () => 0, keeps: () => 1_000, pace: async () => undefined, hasRoom: () => true };
const town = (code: string, name: string) => ({ code, name, area: '佐久', supported: true });
const [FIRST, SECOND] = [town(HOME, '小海町'), town('203041', '川上村')];

let opened: ReturnType<typeof openEmbedded>;
let asked: number;
let isGone: boolean;
/** What is known of the municipalities, of which one is there; every question of the store is counted. */
async function known() {
  opened = openEmbedded(':memory:');
  [asked, isGone] = [0, false];
  const docs: Store['municipalities'] = opened.store.municipalities;
  await docs.put(FIRST, 'absent');
  return createKnownCollection(
    {
      ...docs,
      async list(...which) {
        asked++;
        if (isGone) throw new Error('gone for a moment');
        return docs.list(...which);
      },
    },
    reading,
  );
}
const values = (rows: readonly { readonly value: unknown }[]) => rows.map(({ value }) => value);
afterEach(() => opened.close());

it('asks the store once for the same thing, and not for what lies within it', async () => {
  const { docs } = await known();
  const [first, second] = await Promise.all([docs.list(PROGRAMME), docs.list(PROGRAMME)]);
  expect(first).toBe(second);
  expect(await docs.list(PROGRAMME, { below: 'a' })).toEqual([]);
  expect(asked).toBe(1);
});

it('does not take what was cut off for all there is', async () => {
  const { docs } = await known();
  await opened.store.municipalities.put(SECOND, 'absent');
  expect(values(await docs.list(PROGRAMME, { limit: 1 }))).toEqual([FIRST]);
  expect(values(await docs.list(PROGRAMME))).toEqual([FIRST, SECOND]);
  expect(values(await docs.list(PROGRAMME, { limit: 1 }))).toEqual([FIRST]);
  expect(asked).toBe(3);
});

it('reads again what could not be read', async () => {
  const { docs } = await known();
  isGone = true;
  await expect(docs.list(PROGRAMME)).rejects.toThrow('gone');
  isGone = false;
  expect(values(await docs.list(PROGRAMME))).toEqual([FIRST]);
});

it('says what has become of a document, where it was asked for', async () => {
  const { docs, learn } = await known();
  await docs.list(PROGRAMME);
  const id = opened.store.municipalities.idOf(SECOND);
  await opened.store.municipalities.put(SECOND, 'absent');
  learn(PROGRAMME, id, await opened.store.municipalities.get(PROGRAMME, id));
  expect(values(await docs.list(PROGRAMME))).toEqual([FIRST, SECOND]);
  learn(PROGRAMME, id, undefined);
  expect(values(await docs.list(PROGRAMME))).toEqual([FIRST]);
  expect(asked).toBe(1);
});
