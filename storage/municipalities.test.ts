import { readdirSync, readFileSync } from 'node:fs';
import type { Municipality } from '../programme/municipality.ts';
import type { Store } from './collections.ts';
import {
  knownMunicipality,
  municipalitiesIn,
  municipalityIn,
  municipalityNames,
  supportedMunicipalities,
} from './municipalities.ts';
import type { Etag, Stored } from './store.ts';

const koumi: Municipality = { code: '203033', name: '小海町', area: '佐久', supported: true };
const komoro: Municipality = { code: '202088', name: '小諸市', area: '佐久', supported: false };
const list: readonly Stored<Municipality>[] = [komoro, koumi].map((value) => ({
  value,
  etag: '1' as Etag,
  effects: [],
}));
const get = async (_: string, id: string) => list.find(({ value }) => id === `municipality-${value.code}`);
const store = { municipalities: { get, list: async () => list } } as unknown as Store;

it('tells all municipalities from those that are supported', async () => {
  expect(await municipalitiesIn(store)).toEqual([komoro, koumi]);
  expect(await supportedMunicipalities(store)).toEqual([koumi]);
  expect(await supportedMunicipalities(store, ['202088'])).toEqual([]);
});

it('gives the same list for the same stored one, so that what is made of it can be kept beside it', async () => {
  expect(await municipalitiesIn(store)).toBe(await municipalitiesIn(store));
});

it('knows names by code, and one municipality by its own', async () => {
  const nameOf = await municipalityNames(store);
  expect([nameOf('203033'), nameOf('999999')]).toEqual(['小海町', '999999']);
  expect(await knownMunicipality(store, '203033')).toEqual(koumi);
  expect(await knownMunicipality(store, '999999')).toBeUndefined();
  await expect(municipalityIn(store, '999999')).rejects.toThrow('no municipality 999999');
});

it('is the one reader of the list', () => {
  const root = `${__dirname}/..`;
  const readers = ['programme', 'cards', 'storage', 'documents', 'bot', 'demo']
    .flatMap((floor) =>
      readdirSync(`${root}/${floor}`, { recursive: true, encoding: 'utf8' }).map((f) => `${floor}/${f}`),
    )
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .filter((file) => /municipalities\.(list|get)\(/.test(readFileSync(`${root}/${file}`, 'utf8')));
  expect(readers).toEqual(['storage/municipalities.ts']);
});
