import { withAct, withDecision, withSubmission } from '../../programme/filing.ts';
import type { Provenance } from '../../programme/provenance.ts';
import { PlanContent, PlanText, planTextNames, withMilestoneDone } from '../../programme/reports/whole-plan.ts';
import type { Store } from '../../storage/collections.ts';

/** Plants 全体計画 of the programme, whichever municipality is planted first. */
export async function plannedYear(store: Store, office: string) {
  const from = (ask: string): Provenance => ({ by: office, at: '2026-11-18T07:00:00.000Z', via: 'teams', ask });
  const texts = Object.fromEntries(PlanText.options.map((name) => [name, `${planTextNames[name]}を書いたもの`]));
  const content = PlanContent.parse({ ...texts, milestones: [{ id: 'm1', what: '中間報告', by: '2026-12-18' }] });
  const plan = { id: 'plan-2026', fiscalYear: 2026, versions: [{ ...from('plan-written'), number: 1, content }] };
  const submitted = withSubmission(plan, from('plan-submitted'));
  const approved = withDecision(submitted, { version: 1, verdict: 'approve' }, from('plan-approved'));
  const numbered = withAct(approved, { version: 1, document: '8DX推第20号', day: '2026-11-20' }, from('plan-numbered'));
  await store.wholePlans.put(withMilestoneDone(numbered, 'm1', from('plan-done')), 'absent');
}
