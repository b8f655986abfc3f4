import { readdirSync, readFileSync } from 'node:fs';
import { ChannelName } from '../programme/channel.ts';

const FOLDERS = ['programme', 'cards', 'storage', 'documents', 'bot'];

/** No file sees two chat products, and each has the same parts. */
const productOf = (file: string) => /^bot\/channels\/([\w-]+)\//.exec(file)?.[1];
/** Where a name is local: an input is called what an ask calls it; and what the samples of the cards are made of. */
const LOCAL = /(^|\/)inputs\.ts$|^cards\/(delivery-)?example\.ts$/;

const EXPORT = /^export (?:declare )?(?:async )?(?:function\*?|const|type|class|interface) (\w+)/gm;

it.each(ChannelName.options)('one exported name means one thing, in the house with %s', (product) => {
  const places = new Map<string, string[]>();
  for (const file of FOLDERS.flatMap(sourcesIn)) {
    if (LOCAL.test(file) || (productOf(file) ?? product) !== product) continue;
    const names = [...read(file).matchAll(EXPORT)].map(([, name = '']) => name);
    for (const name of new Set(names)) places.set(name, [...(places.get(name) ?? []), file]);
  }
  expect(places.size).toBeGreaterThan(800);
  const several = [...places].filter(([, files]) => files.length > 1);
  expect(several.map(([name, files]) => `${name}: ${files.join(', ')}`)).toEqual([]);
});

it('nothing is exported under a second name', () => {
  const renaming = FOLDERS.flatMap(sourcesIn).filter((file) => /^export \{[^}]*\bas\b|^export \* /m.test(read(file)));
  expect(renaming).toEqual([]);
});

function sourcesIn(folder: string): string[] {
  return readdirSync(`${__dirname}/../${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => `${folder}/${file}`);
}

function read(file: string): string {
  return readFileSync(`${__dirname}/../${file}`, 'utf8');
}
