import { answerArrivedCard } from '../../../cards/help/answer-arrived.ts';
import { stepsOf } from '../../../programme/help/request-standing.ts';
import { daily } from '../../../programme/schedule.ts';
import { days, defineJob, withdraw } from '../../job.ts';
import { askerOf, NoticeItem, noticed, stepNotices, stepNoticesIn } from './notices.ts';

/** An answer goes to whoever asked as soon as an office is open: 1:1, with its text read when it is sent. */
export const helpAnswer = defineJob({
  name: 'help-answer',
  called: '相談の回答',
  withdraws: stepNotices,
  item: NoticeItem,
  within: days(14),
  schedule: () => daily('09:00', 'previous-open'),

  due: (slot, planning) => stepNoticesIn(slot, planning, ['answered'], (request) => askerOf(request, planning.members)),

  async card(item, drawing) {
    const view = await noticed(item, drawing);
    if (typeof view === 'string') return withdraw(view);
    const step = stepsOf(view.request).find(({ ask }) => ask === item.step);
    return step ? answerArrivedCard(view, step) : withdraw('undone');
  },
});
