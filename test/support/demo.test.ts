import { coveragesOf } from '../../bot/features/support/coverages.ts';
import { importWorkbook } from '../../bot/hand-over/import/import-workbook.ts';
import { fictionalProgramme, HOME } from '../../demo/programme.ts';
import { writeSupport } from '../../demo/support.ts';
import { byOpenDay } from '../../programme/support/coverage.ts';
import { MEMBERS, municipal } from '../../storage/collections.ts';
import { openEmbedded } from '../../storage/embedded.ts';
import { municipalitiesIn } from '../../storage/municipalities.ts';

it('the demonstration shows a term that ends, somebody who waits, and visits with what was said of them', async () => {
  const now = new Date('2026-11-24T10:00:00+09:00');
  const content = fictionalProgramme(now);
  const { store, close } = await openEmbedded(':memory:');
  await importWorkbook(store, content, now);
  await writeSupport(store, content, now);
  const members = (await store.members.list(MEMBERS)).map(({ value }) => value);
  const all = coveragesOf(await municipalitiesIn(store), members, { programme: content.programme, now });
  expect(all.filter(({ openFrom }) => openFrom === '2026-11-24')).toHaveLength(3);
  expect(all.find(({ municipality }) => municipality.code === HOME)?.openFrom).toBeDefined();
  expect(all.toSorted(byOpenDay)).toEqual(all);
  expect(await store.ratings.list(municipal(HOME))).toHaveLength(3);
  await close();
});
