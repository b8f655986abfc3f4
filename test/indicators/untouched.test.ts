import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { readEverything } from '../../bot/hand-over/everything.ts';
import { indicatorsVerb } from '../../bot/operator/indicators.ts';
import { editionOf } from '../../programme/catalogue.ts';
import { everyTown } from '../../programme/gazetteer.ts';
import { indicatorsIn } from '../../programme/national-indicator.ts';
import { totalOf } from '../../programme/progress/kpi-total.ts';
import { kinds, PROGRAMME, type Store } from '../../storage/collections.ts';
import { supportedMunicipalities } from '../../storage/municipalities.ts';
import { progressIn } from '../../storage/progress.ts';
import { type House, openHouse } from '../house.ts';
import { terminal } from '../operations/verbs.ts';
import { csvOf, type Line } from './tables.ts';

const NOW = new Date('2026-11-24T10:00:00+09:00');
const folder = mkdtempSync(join(tmpdir(), 'bansou-untouched-'));
let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Every document but those that an import may write, and the sum of every KPI. */
async function reported(store: Store): Promise<string> {
  const everything = await readEverything(store, NOW);
  const rest = Object.entries(everything).filter(([name]) => !['nationalFigures', 'audit', 'changes'].includes(name));
  const programme = (await store.programmes.get(PROGRAMME, 'programme'))?.value;
  if (!programme) throw new Error('no programme');
  const towns = await supportedMunicipalities(store);
  const all = await Promise.all(towns.map(({ code }) => progressIn(store, code, programme)));
  const totals = editionOf(programme).kpis.map((kpi) => [
    kpi.id,
    totalOf(
      kpi,
      all.flatMap(({ kpis }) => kpis.get(kpi.id) ?? []),
      '2026-11-23',
    ),
  ]);
  return JSON.stringify([rest, totals]);
}

const terms = indicatorsIn(2026, []);
const headings = terms.flatMap(({ headings: all, numeratorHeadings, denominatorHeadings }) => [
  ...all.slice(0, 1),
  ...numeratorHeadings,
  ...denominatorHeadings,
]);
const cell = fc.oneof(
  ...['実施', '未実施', '…', 'x', '', '63%', '100%', 'たくさん', '24', '-', '=1+1'].map((said) => fc.constant(said)),
  fc.integer({ min: -5, max: 200 }).map(String),
);
const nagano = everyTown().filter(({ prefecture }) => prefecture === '長野県');
const line = fc
  .tuple(fc.constantFrom(...nagano, ...everyTown().slice(0, 30)), fc.constantFrom('', '長野県', '愛知県'), fc.boolean())
  .chain(([{ name, district, prefecture }, said, withDistrict]) =>
    fc
      .array(cell, { minLength: headings.length, maxLength: headings.length })
      .map((cells): Line => [said || prefecture, `${withDistrict ? district : ''}${name}`, ...cells]),
  );
const table = fc.record({
  lines: fc.array(line, { maxLength: 6 }),
  apply: fc.constant(true),
  day: fc.constant('2026-04-01'),
});

it('leaves every reported value and every total as it was, byte for byte, whatever the table says', async () => {
  expect(Object.keys(kinds)).toContain('nationalFigures');
  const run = terminal(house.file, NOW);
  const before = await reported(house.service.store);
  let written = 0;
  await fc.assert(
    fc.asyncProperty(table, async ({ lines, apply, day }) => {
      const path = join(folder, 'table.csv');
      writeFileSync(path, csvOf([['都道府県名', '市区町村名', ...headings], ...lines]));
      const { data } = await run(indicatorsVerb, { rest: [path], apply, day });
      written += data['applied'] === true && Array.isArray(data['changes']) ? data['changes'].length : 0;
      expect(await reported(house.service.store)).toBe(before);
    }),
    { numRuns: 25, seed: 20261124 },
  );
  // Some of them have to have been written, or nothing was shown.
  const good: Line = ['長野県', '小海町', ...headings.map((heading) => (heading.includes('_') ? '' : '…'))];
  const path = join(folder, 'good.csv');
  writeFileSync(path, csvOf([['都道府県名', '市区町村名', ...headings], good]));
  const { data } = await run(indicatorsVerb, { rest: [path], apply: true, day: '2025-04-01' });
  expect((data['changes'] as readonly unknown[]).length + written).toBeGreaterThanOrEqual(terms.length);
  expect(await reported(house.service.store)).toBe(before);
});
