import { inquiryNewsCard } from '../../../cards/reports/inquiry-notices.ts';
import { dayOf } from '../../../programme/day.ts';
import type { Inquiry } from '../../../programme/reports/inquiry.ts';
import { daily, fallsIn } from '../../../programme/schedule.ts';
import { days, defineJob, type Planning, withdraw } from '../../job.ts';
import { leadsOn, onDuty } from '../people/on-duty.ts';
import { inquiriesIn } from './inquiries.ts';
import { aboutInquiry, InquiryItem, inquiryWithdraws, noticedInquiry } from './noticed-inquiry.ts';

/** What is asked, or asked on, goes to whoever answers as soon as an office is open: 1:1, with its text read then. */
export const inquiryNews = defineJob({
  name: 'inquiry-news',
  called: '臨時報告と協議のお知らせ',
  withdraws: { ...inquiryWithdraws, answered: '回答があったため送りませんでした' },
  item: InquiryItem,
  within: days(14),
  schedule: () => daily('09:00', 'previous-open'),

  async due(slot, planning) {
    const all = await inquiriesIn(planning.store);
    return all.flatMap((inquiry) =>
      newsIn(inquiry)
        .filter(({ at }) => fallsIn(slot, at))
        .flatMap(({ at, step }) =>
          answerersOf(inquiry, at, planning).map(({ id }) => ({
            recipient: { kind: 'member' as const, id },
            about: step === undefined ? inquiry.id : `${inquiry.id}-${step}`,
            at: new Date(at),
            item: { ...aboutInquiry(inquiry), ...(step === undefined ? {} : { step }) },
          })),
        ),
    );
  },

  async card({ inquiry: id, step }, drawing) {
    const view = await noticedInquiry(id, drawing);
    if (typeof view === 'string') return withdraw(view);
    if (!view.standing.owes) return withdraw('answered');
    return inquiryNewsCard(view, step === undefined ? 'asked' : 'reopened');
  },
});

/** When it was asked, and when it was asked on. */
function newsIn({ at, steps = [] }: Inquiry): readonly { readonly at: string; readonly step?: string }[] {
  const again = steps.filter(({ did }) => did === 'reopened');
  return [{ at }, ...again.map((step) => ({ at: step.at, step: step.ask }))];
}

/** The PM for the secretariat, the 主担当 for the prefecture; who is away has somebody else in their place. */
function answerersOf({ direction }: Inquiry, at: string, planning: Planning) {
  const day = dayOf(new Date(at));
  return direction === 'special' ? onDuty('pm', day, planning) : leadsOn('prefecture', day, planning);
}
