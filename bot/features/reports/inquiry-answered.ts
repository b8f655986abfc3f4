import { inquiryAnsweredCard } from '../../../cards/reports/inquiry-notices.ts';
import { dayOf } from '../../../programme/day.ts';
import { directions, type Inquiry } from '../../../programme/reports/inquiry.ts';
import { daily, fallsIn } from '../../../programme/schedule.ts';
import { days, defineJob, type Planning, withdraw } from '../../job.ts';
import { leadsOn } from '../people/on-duty.ts';
import { inquiriesIn } from './inquiries.ts';
import { aboutInquiry, InquiryItem, inquiryWithdraws, noticedInquiry } from './noticed-inquiry.ts';

/** An answer goes to whoever asked as soon as an office is open: 1:1, with its text read when it is sent. */
export const inquiryAnswered = defineJob({
  name: 'inquiry-answered',
  called: '臨時報告と協議の回答',
  withdraws: inquiryWithdraws,
  item: InquiryItem,
  within: days(14),
  schedule: () => daily('09:00', 'previous-open'),

  async due(slot, planning) {
    const all = await inquiriesIn(planning.store);
    return all.flatMap((inquiry) =>
      (inquiry.steps ?? [])
        .filter(({ did, at }) => did === 'answered' && fallsIn(slot, at))
        .flatMap(({ at, ask }) =>
          askersOf(inquiry, at, planning).map(({ id }) => ({
            recipient: { kind: 'member' as const, id },
            about: `${inquiry.id}-${ask}`,
            at: new Date(at),
            item: { ...aboutInquiry(inquiry), step: ask },
          })),
        ),
    );
  },

  async card({ inquiry: id }, drawing) {
    const view = await noticedInquiry(id, drawing);
    return typeof view === 'string' ? withdraw(view) : inquiryAnsweredCard(view);
  },
});

/** Whoever asked; where they have left, who leads their side. */
function askersOf({ by, direction }: Inquiry, at: string, planning: Planning) {
  const { from } = directions[direction];
  const asker = planning.members.filter(({ id, role }) => id === by && role === from);
  return asker.length > 0 ? asker : leadsOn(from, dayOf(new Date(at)), planning);
}
