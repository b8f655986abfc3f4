import { HOME } from '../../demo/programme.ts';
import { PROGRAMME } from '../../storage/collections.ts';
import { openEmbedded } from '../../storage/embedded.ts';
import { readingOnce } from './read-once.ts';

const TOWN = { code: HOME, name: '小海町', area: '佐久', supported: true };

it('asks the store once for the same thing, and again for another', async () => {
  const { store, close } = openEmbedded(':memory:');
  await store.municipalities.put(TOWN, 'absent');
  let asked = 0;
  const list: typeof store.municipalities.list = (...which) => {
    asked++;
    return store.municipalities.list(...which);
  };
  const once = readingOnce({ ...store, municipalities: { ...store.municipalities, list } });
  const [first, second] = await Promise.all([once.municipalities.list(PROGRAMME), once.municipalities.list(PROGRAMME)]);
  expect(first).toBe(second);
  expect((await once.municipalities.list(PROGRAMME, { below: 'a' })).length).toBe(0);
  expect(asked).toBe(2);
  expect((await once.municipalities.get(PROGRAMME, `municipality-${HOME}`))?.value).toEqual(TOWN);
  await close();
});

it('what could not be read is read again', async () => {
  const { store, close } = openEmbedded(':memory:');
  let fails = true;
  const get: typeof store.programmes.get = async (...at) => {
    if (fails) throw new Error('gone for a moment');
    return store.programmes.get(...at);
  };
  const once = readingOnce({ ...store, programmes: { ...store.programmes, get } });
  await expect(once.programmes.get(PROGRAMME, 'programme')).rejects.toThrow('gone');
  fails = false;
  expect(await once.programmes.get(PROGRAMME, 'programme')).toBeUndefined();
  await close();
});
