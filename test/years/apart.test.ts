import fc from 'fast-check';
import { HOME } from '../../demo/programme.ts';
import { catalogue } from '../../programme/catalogue.ts';
import { PROGRAMME, type Store } from '../../storage/collections.ts';
import { itemsIn, kpisIn } from '../../storage/progress.ts';
import { type Chatting, type Engine, openEngine } from '../engine.ts';
import { beginNextYear } from './next-year.ts';

/** 令和8年度 is in force; 令和7年度 is over, and takes what is reported late. */
const [CLOSED, IN_FORCE] = [2025, 2026];
const OFFICE = 'office-1@office.example.jp';

let engine: Engine;
let office: Chatting;
beforeAll(async () => {
  engine = await openEngine((content) => ({ ...content, programme: { ...content.programme, fiscalYear: CLOSED } }));
  await beginNextYear(engine.store, new Date('2026-04-01T09:00:00+09:00'));
  const found = await engine.store.programmes.get(PROGRAMME, 'programme');
  if (!found) throw new Error('no programme');
  const closed = (found.value.closed ?? []).map((year) => ({ ...year, lateUntil: '2026-12-31' }));
  await engine.store.programmes.put({ ...found.value, closed }, found.etag);
  office = engine.on('teams', OFFICE);
});
afterAll(() => engine.close());

const etagsOf = async (store: Store, year: number): Promise<string> => {
  const all = [...(await itemsIn(store, HOME, year)), ...(await kpisIn(store, HOME, year))];
  return all.map(({ etag }) => etag).join(' ');
};

const year = fc.option(fc.constantFrom(CLOSED, IN_FORCE), { nil: undefined });
const stage = fc.record({
  command: fc.constant('report-item'),
  input: fc.record({
    item: fc.constantFrom(...catalogue.items.map(({ id }) => id)),
    stage: fc.constantFrom(...catalogue.stages.map(({ id }) => id)),
    year,
    municipality: fc.constant(HOME),
    sure: fc.constant('yes'),
  }),
});
const value = fc.record({
  command: fc.constantFrom('report-kpi', 'correct'),
  input: fc.record({
    kpi: fc.constantFrom('K1-04', 'K0-03'),
    numerator: fc.integer({ min: 0, max: 40 }),
    denominator: fc.constant(40),
    reason: fc.constant('数え直したため'),
    year,
    municipality: fc.constant(HOME),
    sure: fc.constant('yes'),
  }),
});
const carried = fc.constant({ command: 'carry-over', input: { municipality: HOME } });

it('what is reported for one year never changes a document of another', async () => {
  let written = 0;
  const asked = fc.oneof({ weight: 4, arbitrary: stage }, { weight: 4, arbitrary: value }, carried);
  await fc.assert(
    fc.asyncProperty(asked, async (ask) => {
      const meant = 'year' in ask.input && ask.input.year !== undefined ? ask.input.year : IN_FORCE;
      const other = meant === CLOSED ? IN_FORCE : CLOSED;
      const [before, mine] = [await etagsOf(engine.store, other), await etagsOf(engine.store, meant)];
      await office.press(ask);
      if ((await etagsOf(engine.store, meant)) !== mine) written++;
      expect(await etagsOf(engine.store, other)).toBe(before);
    }),
    { numRuns: 60 },
  );
  expect(written).toBeGreaterThan(10);
});

it('a year is read by its own documents alone', async () => {
  const all = await engine.store.items.list(`m-${HOME}`);
  const [then, now] = [await itemsIn(engine.store, HOME, CLOSED), await itemsIn(engine.store, HOME, IN_FORCE)];
  expect(then.every(({ value }) => value.fiscalYear === CLOSED)).toBe(true);
  expect(now.every(({ value }) => value.fiscalYear === IN_FORCE)).toBe(true);
  expect(then.length + now.length).toBe(all.length);
});
