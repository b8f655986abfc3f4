import { dirname, join } from 'node:path/posix';
import { read } from './sources.ts';

/** What is behind files and pictures, or behind one of the stores: large, and of no use to a start that makes none. */
const LATE = /^(docx|exceljs|ical-generator|@resvg\/|saxes|@azure\/cosmos)|\/kanji\.json$/;

/** Every file that is loaded when this one is, by imports that are not put off. */
function loadedWith(first: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const open = [first];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (found.has(file)) continue;
    const [here, code] = [file, read(file)];
    const named = [...code.matchAll(/^(?:import|export)\s(?!type\b)(?:[^;'()]*?\sfrom\s+)?'([^']+)'/gm)].map(
      ([, name = '']) => name,
    );
    found.set(here, named);
    open.push(...named.filter((name) => name.endsWith('.ts')).map((name) => join(dirname(here), name)));
  }
  return found;
}

it('a start waits for none of the libraries that make files, pictures or the other store', () => {
  const loaded = loadedWith('bot/main.ts');
  expect(loaded.size).toBeGreaterThan(500);
  expect([...loaded.values()].flat()).toContain('zod');
  const waited = [...loaded].filter(([, names]) => names.some((name) => LATE.test(name))).map(([file]) => file);
  expect(waited).toEqual([]);
});
