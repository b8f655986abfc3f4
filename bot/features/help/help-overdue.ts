import { z } from 'zod';
import { requestNoticeCard } from '../../../cards/help/request-notice.ts';
import { addOpenDays, calendarOf } from '../../../programme/calendar.ts';
import { instantOf } from '../../../programme/day.ts';
import { requestStanding } from '../../../programme/help/request-standing.ts';
import { daily } from '../../../programme/schedule.ts';
import { days, defineJob, foundByDay, withdraw } from '../../job.ts';
import { leadsOn } from '../people/on-duty.ts';
import { noticed, standingRequests, stepNotices } from './notices.ts';

/** So many open days after a promise has passed somebody else is told. */
const OPEN_DAYS_OVER = 2;

const OverdueItem = z.object({ municipality: z.string(), request: z.string(), due: z.string() });
type OverdueItem = z.infer<typeof OverdueItem>;

/** What is still owed, by the day on which somebody else is told. */
const owing = foundByDay(async (planning) => {
  const calendar = calendarOf(planning.programme.closures);
  return (await standingRequests(planning)).flatMap((request) => {
    const { id, municipality } = request;
    const { due, owes } = requestStanding(request);
    return owes ? [[addOpenDays(due, OPEN_DAYS_OVER, calendar), { id, municipality, due }] as const] : [];
  });
});

/** A 相談 whose promise has passed by two open days is told to who leads the secretariat, once for each promise. */
export const helpOverdue = defineJob({
  name: 'help-overdue',
  called: '期限を過ぎた相談',
  withdraws: { ...stepNotices, kept: '回答か新しい期限があるため送りませんでした' },
  item: OverdueItem,
  within: days(14),
  schedule: () => daily('09:00', 'previous-open'),

  async due(slot, planning) {
    return (await owing(slot, planning)).flatMap(({ id, municipality, due }) =>
      leadsOn('secretariat', slot.day, planning).map((member) => ({
        recipient: { kind: 'member' as const, id: member.id },
        about: `${id}-${due}`,
        at: instantOf(slot.day, '09:00'),
        item: { municipality, request: id, due } satisfies OverdueItem,
      })),
    );
  },

  async card(item, drawing) {
    const view = await noticed(item, drawing);
    if (typeof view === 'string') return withdraw(view);
    const { owes, due } = view.standing;
    return owes && due === item.due ? requestNoticeCard(view, 'overdue') : withdraw('kept');
  },
});
