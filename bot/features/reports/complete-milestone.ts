import { notice } from '../../../cards/card.ts';
import { milestonesCard } from '../../../cards/reports/milestones.ts';
import { approvedVersion } from '../../../programme/filing.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { type Milestone, withMilestoneDone, withMilestoneOpen } from '../../../programme/reports/whole-plan.ts';
import { asksBack, defineCommand } from '../../command.ts';
import type { MemberStart } from '../../turn.ts';
import { ownPlan, wholePlanAt, wholePlanOf, writeWholePlan } from './whole-plans.ts';

export const completeMilestone = defineCommand({
  name: 'complete-milestone',
  says: ['マイルストーン完了'],
  help: '達成したマイルストーンを完了にします。県の承認はいりません。',
  example: 'マイルストーン完了',
  english: 'Mark a milestone of the plan as reached.',
  group: { title: '県とのやりとり', order: 74 },
  needs: 'apply',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: ['milestone'],
  typed: 'inputs',
  spoken: { words: ['マイルストーン完了', 'マイルストーンを完了', 'マイルストーン達成'], wins: 467 },

  async prepare({ milestone: id }, turn) {
    const view = await ownPlan(turn);
    if (id === undefined) return asksBack(['milestone'], milestonesCard(view));
    return { found: await milestoneCalled(id, view.content.milestones, turn) };
  },

  async run({ back }, turn, { id, what }) {
    const { fiscalYear } = turn.programme;
    if (!(await wholePlanOf(turn.store, fiscalYear))) await writeWholePlan(turn, (content) => content);
    await turn.change('wholePlans', wholePlanAt(fiscalYear), (known) => {
      if (!known) throw Refusal.because('old-card');
      return back ? withMilestoneOpen(known, id, turn.from) : withMilestoneDone(known, id, turn.from);
    });
    const said = notice('good', back ? `「${what}」の完了を取り消しました。` : `「${what}」を完了にしました。`);
    return { card: milestonesCard(await ownPlan(turn), [said]), how: 'replace' };
  },
});

/** Of what is being written, or of what is in force. */
async function milestoneCalled(
  id: string,
  written: readonly Milestone[],
  { store, programme }: MemberStart,
): Promise<Milestone> {
  const plan = await wholePlanOf(store, programme.fiscalYear);
  const inForce = (plan && approvedVersion(plan)?.content.milestones) ?? [];
  const found = [...written, ...inForce].find((milestone) => milestone.id === id);
  if (!found) throw Refusal.because('no-milestone');
  return found;
}
