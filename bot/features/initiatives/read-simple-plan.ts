import { itemsOf } from '../../../programme/catalogue.ts';
import { plannedYear } from '../../../programme/initiatives/open-initiatives.ts';
import type { PlanFacts } from '../../../programme/initiatives/plan-template.ts';
import { type SimplePlan, simplePlanId } from '../../../programme/initiatives/simple-plan.ts';
import type { Municipality } from '../../../programme/municipality.ts';
import type { Programme } from '../../../programme/programme.ts';
import { itemPercent } from '../../../programme/progress/item-record.ts';
import { type Progress, SETTLED } from '../../../programme/progress/step-standing.ts';
import { PROGRAMME, type Store } from '../../../storage/collections.ts';

export const simplePlanAt = (code: string) => ({ partition: PROGRAMME, id: simplePlanId(code) });

export async function simplePlanOf(
  code: string,
  { simplePlans }: Pick<Store, 'simplePlans'>,
): Promise<SimplePlan | undefined> {
  const { partition, id } = simplePlanAt(code);
  return (await simplePlans.get(partition, id))?.value;
}

/** Of all municipalities that have begun one, by 団体コード. */
export async function simplePlansIn({ simplePlans }: Pick<Store, 'simplePlans'>): Promise<readonly SimplePlan[]> {
  return (await simplePlans.list(PROGRAMME, { from: 'simple-plan-', below: 'simple-plan.' })).map(({ value }) => value);
}

/** What the template of a plan names, and what of 推進体制 stands on record. */
export function planFacts(
  { name }: Municipality,
  { prefecture, fiscalYear }: Programme,
  { items }: Progress,
  plan: Pick<SimplePlan, 'year'> | undefined,
): PlanFacts {
  const known = itemsOf('STEP2').flatMap(({ id, name: called }) => {
    const percent = itemPercent(items.get(id));
    return percent === undefined || percent === 0 ? [] : [{ called, isDone: percent >= SETTLED }];
  });
  const named = (isDone: boolean) => known.filter((one) => one.isDone === isDone).map(({ called }) => called);
  return {
    ...{ town: name, prefecture, year: plan?.year ?? plannedYear(fiscalYear) },
    structure: { done: named(true), ahead: named(false) },
  };
}
