import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const page = readFileSync(join(root, 'docs/threats.md'), 'utf8');
const rows = page.split('\n').filter((line) => /^\| (?!だれが何を)\S/.test(line));
const named = [...page.matchAll(/`([\w./-]+\.test\.ts)` 「([^」]+)」/g)].map(([, file = '', title = '']) => [
  file,
  title,
]);

it('every threat names what protects from it, and a test', () => {
  expect(rows.length).toBeGreaterThan(20);
  const [untold, untested] = [2, 3].map((column) => (row: string) => (row.split('|')[column] ?? '').trim().length < 5);
  expect(rows.filter((row) => untold?.(row))).toEqual([]);
  expect(rows.filter((row) => untested?.(row) || !/\.test\.ts` 「/.test(row))).toEqual([]);
});

it.each(named)('%s has 「%s」', (file = '', title = '') => {
  expect(existsSync(join(root, file))).toBe(true);
  expect(readFileSync(join(root, file), 'utf8')).toContain(title);
});
