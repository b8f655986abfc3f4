import type { SimplePlanSheet } from '../../../documents/initiatives/simple-plan-docx.ts';
import { findKpi } from '../../../programme/catalogue.ts';
import { dayOf } from '../../../programme/day.ts';
import { wholeTexts } from '../../../programme/initiatives/plan-template.ts';
import { currentPlan, planEditionText, type SimplePlan } from '../../../programme/initiatives/simple-plan.ts';
import { valueText } from '../../../programme/progress/kpi-value.ts';
import { kpiName } from '../../../programme/shown.ts';
import { municipalityIn, municipalityNames } from '../../../storage/municipalities.ts';
import { progressIn } from '../../../storage/progress.ts';
import type { HandedOut, Making } from '../../files/handed-out.ts';
import { roadmapOf } from './read-initiatives.ts';
import { planFacts, simplePlanOf, simplePlansIn } from './read-simple-plan.ts';

/** A version of a plan as a Word file: the last one where none is said. */
export async function writtenSimplePlan(plan: SimplePlan, from: Making, version?: number): Promise<Uint8Array> {
  const { simplePlanDocx } = await import('../../../documents/initiatives/simple-plan-docx.ts');
  return simplePlanDocx(await sheetOf(plan, from, version));
}

async function sheetOf(
  plan: SimplePlan,
  { store, programme, now }: Making,
  version?: number,
): Promise<SimplePlanSheet> {
  const [municipality, records, { open }] = await Promise.all([
    municipalityIn(store, plan.municipality),
    progressIn(store, plan.municipality, programme),
    roadmapOf(plan.municipality, { fiscalYear: programme.fiscalYear, year: plan.year }, store),
  ]);
  const { content, number } = plan.versions.find((each) => each.number === version) ?? currentPlan(plan);
  const { decided } = content;
  return {
    ...{ town: municipality.name, year: plan.year, edition: planEditionText(plan, number), day: dayOf(now), decided },
    texts: decided?.texts ?? wholeTexts(content.size, content.texts, planFacts(municipality, programme, records, plan)),
    initiatives: open,
    kpis: [...records.kpis.values()].map(({ kpi, baseline, target, due }) => ({
      ...{ name: kpiName(kpi), baseline: valueSaid(kpi, baseline), target: valueSaid(kpi, target), due },
    })),
    history: historyOf(plan, number),
  };
}

function valueSaid(id: string, value: number | undefined): string {
  const kpi = findKpi(id);
  return kpi === undefined || value === undefined ? '（未設定）' : valueText(kpi, value);
}

/** Each edition with the decision that stands, until this version. */
function historyOf(plan: SimplePlan, until: number): SimplePlanSheet['history'] {
  const decided = plan.versions.flatMap(({ number, content }) =>
    content.decided && number <= until
      ? [{ edition: planEditionText(plan, number), on: content.decided.on, at: content.decided.at }]
      : [],
  );
  return [...new Map(decided.map((one) => [one.edition, one])).values()];
}

export const simplePlanDocument: HandedOut = {
  name: '簡易計画',
  called: '簡易計画（全体方針）',
  ending: '.docx',

  async make(id, from) {
    const plan = await simplePlanOf(id, from.store);
    return plan && writtenSimplePlan(plan, from);
  },

  pick: async ({ municipality }) => municipality,

  async list({ store }) {
    const [plans, townName] = await Promise.all([simplePlansIn(store), municipalityNames(store)]);
    return plans.map((plan) => [plan.municipality, `${townName(plan.municipality)} ${planEditionText(plan)}`] as const);
  },
};
