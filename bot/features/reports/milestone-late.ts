import { z } from 'zod';
import { milestoneLateCard } from '../../../cards/reports/milestones.ts';
import { addOpenDays, calendarOf } from '../../../programme/calendar.ts';
import { instantOf } from '../../../programme/day.ts';
import { approvedVersion } from '../../../programme/filing.ts';
import { lateMilestones, milestoneDone } from '../../../programme/reports/whole-plan.ts';
import { daily } from '../../../programme/schedule.ts';
import { days, defineJob, withdraw } from '../../job.ts';
import { onDuty } from '../people/on-duty.ts';
import { planView, wholePlanOf } from './whole-plans.ts';

const LateMilestoneItem = z.object({ milestone: z.string(), by: z.string() });

/**
 * A milestone of the approved plan that was not reached in time is told to the PM the open day after; again where it got
 * another day and that has passed too.
 */
export const milestoneLate = defineJob({
  name: 'milestone-late',
  called: '期限を過ぎたマイルストーン',
  withdraws: { reached: '完了したか期限が変わったため送りませんでした' },
  item: LateMilestoneItem,
  within: days(14),
  schedule: () => daily('09:00', 'previous-open'),

  async due(slot, planning) {
    const { programme, store } = planning;
    const plan = await wholePlanOf(store, programme.fiscalYear);
    if (!plan) return [];
    const calendar = calendarOf(programme.closures);
    const milestones = approvedVersion(plan)?.content.milestones ?? [];
    const late = milestones.filter(
      ({ id, by }) => addOpenDays(by, 1, calendar) === slot.day && !milestoneDone(plan, id),
    );
    return late.flatMap(({ id: milestone, by }) =>
      onDuty('pm', slot.day, planning).map(({ id }) => ({
        recipient: { kind: 'member' as const, id },
        about: `${plan.id}-${milestone}-${by}`,
        at: instantOf(slot.day, '09:00'),
        item: { milestone, by },
      })),
    );
  },

  async card({ milestone: id, by }, { store, programme, now }) {
    const plan = await wholePlanOf(store, programme.fiscalYear);
    const found = plan && lateMilestones(plan, now).find((each) => each.id === id && each.by === by);
    const view = await planView({ store, programme, now, who: { role: 'secretariat' }, room: { audience: undefined } });
    return found && view ? milestoneLateCard(view, found) : withdraw('reached');
  },
});
