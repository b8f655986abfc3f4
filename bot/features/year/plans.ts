import type { Municipality } from '../../../programme/municipality.ts';
import { decisionsOf, type NewYearPlan, newYearPlanId } from '../../../programme/year/new-year-plan.ts';
import { type PlanStanding, planStanding } from '../../../programme/year/standing.ts';
import { municipal } from '../../../storage/collections.ts';
import { itemsIn } from '../../../storage/progress.ts';
import type { TurnStart } from '../../turn.ts';

/** The year that is prepared: the one after that in force. */
export const nextYear = ({ programme }: Pick<TurnStart, 'programme'>): number => programme.fiscalYear + 1;

/** Where a municipality's plan for the next year is kept. */
export const planAt = (code: string, next: number) => ({ partition: municipal(code), id: newYearPlanId(next) });

export type TownPlan = { readonly plan: NewYearPlan; readonly standing: PlanStanding };

/** What was decided for a municipality's next year, and what is still to be. */
export async function planOf({ code }: Pick<Municipality, 'code'>, turn: TurnStart): Promise<TownPlan> {
  const { store, programme } = turn;
  const next = nextYear(turn);
  const at = planAt(code, next);
  const [records, found] = await Promise.all([
    itemsIn(store, code, programme.fiscalYear),
    store.newYearPlans.get(at.partition, at.id),
  ]);
  const plan = found?.value ?? { municipality: code, fiscalYear: next, versions: [] };
  const items = records.map(({ value }) => value);
  return { plan, standing: planStanding(items, decisionsOf(plan)) };
}
