import { carryOutNewYear } from '../../bot/hand-over/new-year/carry-out.ts';
import { prepare } from '../../bot/hand-over/new-year/prepare.ts';
import { workbookContent } from '../../bot/hand-over/workbook-content.ts';
import type { ProgrammeContent } from '../../documents/workbook/content.ts';
import type { Day } from '../../programme/day.ts';
import { type Plan, planOf } from './plan.ts';
import { END } from './programme.ts';
import type { World } from './world.ts';

/** 令和7年度, and the end of its first four weeks with a weekly card. */
const [FISCAL_YEAR, BEGINS, ENDS] = [2025, '2025-04-01', '2026-03-13'] as const;
export const FOUR_WEEKS_LATER: Day = '2025-05-02';
/** The last day on which the year that ends is looked after. */
export const LAST_OF_MARCH: Day = '2025-03-31';
const DUE: Day = '2026-03-06';

/** What the programme says now, as the workbook of the year after says it. */
function oneYearOn(now: ProgrammeContent): ProgrammeContent {
  const { edition: _, ...programme } = now.programme;
  return {
    ...now,
    programme: { ...programme, fiscalYear: FISCAL_YEAR, start: BEGINS, end: ENDS, closures: [] },
    items: now.items.map((item) => ({ ...item, ...(item.due ? { due: DUE } : {}) })),
    kpis: now.kpis.map((kpi) => ({ ...kpi, due: DUE })),
    meetings: [],
    assignments: (now.assignments ?? []).map((each) => ({ ...each, from: BEGINS, until: ENDS, agreed: END })),
  };
}

/** 年度更新, as the operator carries it out on 1 April. @returns what is known of the next weeks */
export async function goOnToNextYear({ store, clock }: World): Promise<Plan> {
  clock.at(`${BEGINS}T07:30:00+09:00`);
  const now = await workbookContent(store);
  if (!now) throw new Error('there is no programme to go on from');
  const next = oneYearOn(now);
  await carryOutNewYear(store, await prepare(store, next, []), { now: clock.now(), operator: '運用' });
  return { ...planOf(next, BEGINS, FOUR_WEEKS_LATER), visits: [] };
}
