import { initiativesOf, roadmapOf } from '../../bot/features/initiatives/read-initiatives.ts';
import { simplePlansIn } from '../../bot/features/initiatives/read-simple-plan.ts';
import { writePlans } from '../../demo/plans.ts';
import { HOME } from '../../demo/programme.ts';
import { currentInitiative } from '../../programme/initiatives/initiative.ts';
import { unwrittenOf } from '../../programme/initiatives/open-initiatives.ts';
import { currentPlan, planGrade } from '../../programme/initiatives/simple-plan.ts';
import { memoryStore } from '../support/memory-store.ts';

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
