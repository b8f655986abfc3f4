import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { samples } from '../../cards/samples.ts';
import { SHOWN } from '../preview/gallery-cards.ts';

const GALLERY = 'docs/gallery';
const GUIDE = 'docs/guide';
/** All pictures of the gallery together, in bytes. */
const MOST = 3 * 1024 * 1024;

const pages = [
  'README.md',
  'docs/glossary.md',
  ...[GALLERY, GUIDE].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.md'))
      .map((name) => join(folder, name)),
  ),
];
const picturesIn = (page: string) =>
  [...readFileSync(page, 'utf8').matchAll(/src="([^"]+)"|!\[[^\]]*\]\(([^)\s]+)\)/g)].map(
    ([, tag, link]) => tag ?? link ?? '',
  );
const linksIn = (page: string) =>
  [...readFileSync(page, 'utf8').matchAll(/\]\(([^)#\s:]+)(?:#[^)]*)?\)/g)].map(([, link]) => link ?? '');

it.each(pages)('%s: every picture and page it names is there', (page) => {
  for (const name of [...picturesIn(page), ...linksIn(page)])
    expect({ name, there: existsSync(join(dirname(page), name)) }).toEqual({ name, there: true });
});

it('the gallery shows samples that exist, and holds no picture that it does not show', () => {
  for (const [name] of SHOWN.flatMap(({ cards }) => cards)) expect(Object.keys(samples)).toContain(name);
  const files = readdirSync(GALLERY).filter((name) => name.endsWith('.webp'));
  expect(files.sort()).toEqual([...new Set(picturesIn(join(GALLERY, 'index.md')))].sort());
});

it('the pictures stay small', () => {
  const sizes = readdirSync(GALLERY).map((name) => statSync(join(GALLERY, name)).size);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MOST);
});
