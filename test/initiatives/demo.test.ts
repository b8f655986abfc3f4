import { initiativesOf, roadmapOf } from '../../bot/features/initiatives/read-initiatives.ts';
import { simplePlansIn } from '../../bot/features/initiatives/read-simple-plan.ts';
import { importWorkbook } from '../../bot/hand-over/import/import-workbook.ts';
import { writeHistory } from '../../demo/history.ts';
import { writePlans } from '../../demo/plans.ts';
import { fictionalProgramme, HOME } from '../../demo/programme.ts';
import { currentInitiative } from '../../programme/initiatives/initiative.ts';
import { unwrittenOf } from '../../programme/initiatives/open-initiatives.ts';
import { currentPlan, planGrade } from '../../programme/initiatives/simple-plan.ts';
import { lastReading } from '../../programme/progress/kpi-record.ts';
import { municipal } from '../../storage/collections.ts';
import { openEmbedded } from '../../storage/embedded.ts';
import { memberId } from '../../storage/ids.ts';
import { memoryStore } from '../support/memory-store.ts';

it('whoever wrote it is on the roster of the demonstration', async () => {
  const now = new Date('2026-11-24T10:00:00+09:00');
  const { store } = memoryStore();
  await writePlans(store, now);
  const known = new Set(
    fictionalProgramme(now).members.map(({ email, name, office }) => memberId({ email, name, office })),
  );
  for (const code of [HOME, '203041', '203611', '203637'])
    for (const one of await initiativesOf(code, store)) expect(known.has(currentInitiative(one).by)).toBe(true);
});

it('no municipality counts more than the 20 of 標準化 or the 32 of オンライン化', async () => {
  const now = new Date('2026-11-24T10:00:00+09:00');
  const { store, close } = openEmbedded(':memory:');
  const content = fictionalProgramme(now);
  await importWorkbook(store, content, now);
  await writeHistory(store, content, now);
  for (const { code } of content.municipalities.filter(({ supported }) => supported))
    for (const { value } of await store.kpis.list(municipal(code)))
      for (const [kpi, most] of [
        ['K3-201', 20],
        ['K3-102', 32],
      ] as const)
        if ('kpi' in value && value.kpi === kpi)
          expect(lastReading(value)?.denominator ?? most).toBeLessThanOrEqual(most);
  await close();
});

it('the demonstration has a 工程表 that is decided, one with blanks, and a 簡易計画 in several grades', async () => {
  const { store } = memoryStore();
  await writePlans(store, new Date('2026-11-24T10:00:00+09:00'));
  const { year, open } = await roadmapOf(HOME, { fiscalYear: 2026 }, store);
  expect([year, open.length]).toEqual([2027, 4]);
  expect(open.filter((one) => unwrittenOf(currentInitiative(one).content, year).length > 0)).not.toEqual([]);
  const decided = await initiativesOf('203041', store);
  expect(decided.every((one) => currentInitiative(one).content.decidedAt === '庁議')).toBe(true);
  const grades = (await simplePlansIn(store)).map((plan) => planGrade(currentPlan(plan).content));
  expect(new Set(grades)).toEqual(new Set([40, 60]));
});
