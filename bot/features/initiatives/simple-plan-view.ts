import { notice } from '../../../cards/card.ts';
import { noSimplePlanCard, type SimplePlanView, simplePlanCard } from '../../../cards/initiatives/simple-plan.ts';
import { plannedYear } from '../../../programme/initiatives/open-initiatives.ts';
import { wholeTexts } from '../../../programme/initiatives/plan-template.ts';
import {
  currentPlan,
  PLAN_KPI,
  planSectionNames,
  type SimplePlan,
  type SimplePlanContent,
  stillToWrite,
  withPlanVersion,
} from '../../../programme/initiatives/simple-plan.ts';
import { lastReading } from '../../../programme/progress/kpi-record.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { progressIn } from '../../../storage/progress.ts';
import { asksBack } from '../../command.ts';
import type { MunicipalStart, MunicipalTurn } from '../../turn.ts';
import { mayWrite } from './initiative-views.ts';
import { roadmapOf } from './read-initiatives.ts';
import { planFacts, simplePlanAt, simplePlanOf } from './read-simple-plan.ts';

/** The plan of the municipality a turn is about; undefined where none was begun. */
export async function simplePlanView(turn: MunicipalStart): Promise<SimplePlanView | undefined> {
  const { municipality, store } = turn;
  if (!municipality.supported) throw Refusal.because('not-supported', { what: municipality.name });
  const plan = await simplePlanOf(municipality.code, store);
  return plan && viewOf(plan, turn);
}

export async function viewOf(plan: SimplePlan, turn: MunicipalStart): Promise<SimplePlanView> {
  const { municipality, store, programme } = turn;
  const [records, { open }] = await Promise.all([
    progressIn(store, municipality.code, programme),
    roadmapOf(municipality.code, { fiscalYear: programme.fiscalYear }, store),
  ]);
  const { content } = currentPlan(plan);
  const record = records.kpis.get(PLAN_KPI);
  return {
    ...{ municipality, plan, initiatives: open.length, kpis: records.kpis.size },
    texts:
      content.decided?.texts ??
      wholeTexts(content.size, content.texts, planFacts(municipality, programme, records, plan)),
    reported: record === undefined ? 'notSet' : lastReading(record)?.value,
    mayWrite: mayWrite(turn),
  };
}

/** It has to be begun first: that is asked. */
export const planNotBegun = (turn: MunicipalStart) =>
  asksBack(['size'], noSimplePlanCard(turn.municipality, mayWrite(turn)));

/** Its sections have to be written first: those are named. */
export function planUnfinished(view: SimplePlanView) {
  const left = stillToWrite(currentPlan(view.plan).content).map((section) => planSectionNames[section]);
  const said = notice('attention', `まだ記録していません。先に書くところ: ${left.join('、')}`);
  return asksBack([], simplePlanCard(view, [said]));
}

/** Writes a version. @param seen the one it was made from: a newer one is never written over */
export async function writeSimplePlan(
  turn: MunicipalTurn,
  content: SimplePlanContent,
  seen: number | undefined,
): Promise<SimplePlan> {
  const {
    municipality: { code: municipality },
    programme,
    change,
    from,
  } = turn;
  const of = { municipality, year: plannedYear(programme.fiscalYear) };
  return change('simplePlans', simplePlanAt(municipality), (known) => withPlanVersion(known, of, content, from, seen));
}
