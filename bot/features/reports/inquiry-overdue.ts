import { z } from 'zod';
import { inquiryNewsCard } from '../../../cards/reports/inquiry-notices.ts';
import { addOpenDays, type Calendar, calendarOf } from '../../../programme/calendar.ts';
import { type Day, instantOf } from '../../../programme/day.ts';
import { isEnded, requestStanding } from '../../../programme/help/request-standing.ts';
import { type Inquiry, receiptDue } from '../../../programme/reports/inquiry.ts';
import { daily } from '../../../programme/schedule.ts';
import { days, defineJob, withdraw } from '../../job.ts';
import { onDuty } from '../people/on-duty.ts';
import { inquiriesIn } from './inquiries.ts';
import { aboutInquiry, inquiryWithdraws, noticedInquiry, ofInquiry } from './noticed-inquiry.ts';

/** `due`: which 期限 has passed; of 受領 there is one, of answers one each time it is asked on. */
const LateItem = z.object({ ...ofInquiry, what: z.enum(['receipt', 'answer']), due: z.string() });
type LateItem = z.infer<typeof LateItem>;

/** A 臨時報告 that was not received, or not answered, in time is told to the 業務責任者 the open day after, once each. */
export const inquiryOverdue = defineJob({
  name: 'inquiry-overdue',
  called: '期限を過ぎた臨時報告',
  withdraws: { ...inquiryWithdraws, kept: '受領か回答があるため送りませんでした' },
  item: LateItem,
  within: days(14),
  schedule: () => daily('09:00', 'previous-open'),

  async due(slot, planning) {
    const calendar = calendarOf(planning.programme.closures);
    const all = await inquiriesIn(planning.store);
    return all.flatMap((inquiry) =>
      lateItems(inquiry, calendar)
        .filter(({ due }) => addOpenDays(due, 1, calendar) === slot.day)
        .flatMap((item) =>
          onDuty('responsible', slot.day, planning).map(({ id }) => ({
            recipient: { kind: 'member' as const, id },
            about: `${inquiry.id}-${item.what}-${item.due}`,
            at: instantOf(slot.day, '09:00'),
            item,
          })),
        ),
    );
  },

  async card({ inquiry: id, what, due }, drawing) {
    const view = await noticedInquiry(id, drawing);
    if (typeof view === 'string') return withdraw(view);
    const { state, owes, due: promised } = view.standing;
    const isLate = what === 'receipt' ? state === 'untouched' : owes && promised === due;
    return isLate ? inquiryNewsCard(view, `late-${what}`) : withdraw('kept');
  },
});

function lateItems(inquiry: Inquiry, calendar: Calendar): readonly (LateItem & { readonly due: Day })[] {
  const standing = requestStanding(inquiry);
  if (inquiry.direction !== 'special' || isEnded(standing)) return [];
  const about = aboutInquiry(inquiry);
  return [
    ...(standing.state === 'untouched'
      ? [{ ...about, what: 'receipt' as const, due: receiptDue(inquiry, calendar) }]
      : []),
    ...(standing.owes ? [{ ...about, what: 'answer' as const, due: standing.due }] : []),
  ];
}
