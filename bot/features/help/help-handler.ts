import { requestNoticeCard } from '../../../cards/help/request-notice.ts';
import { dayOf } from '../../../programme/day.ts';
import type { HelpRequest, HelpStep } from '../../../programme/help/help-request.ts';
import { isEnded, requestStanding } from '../../../programme/help/request-standing.ts';
import type { Member } from '../../../programme/member.ts';
import { daily } from '../../../programme/schedule.ts';
import { days, defineJob, type Planning, withdraw } from '../../job.ts';
import { leadsOn } from '../people/on-duty.ts';
import { NoticeItem, noticed, stepNotices, stepNoticesIn } from './notices.ts';
import { isOffice } from './requests.ts';

/** Who of the secretariat a 相談 was given to is told so, and whoever had it when it comes back. */
export const helpHandler = defineJob({
  name: 'help-handler',
  called: '相談の担当のお知らせ',
  withdraws: { ...stepNotices, ended: '終わった相談のため送りませんでした' },
  item: NoticeItem,
  within: days(14),
  schedule: () => daily('09:00', 'previous-open'),

  due: (slot, planning) =>
    stepNoticesIn(slot, planning, ['assigned', 'reopened'], (request, step) => handlerOf(request, step, planning)),

  async card(item, drawing) {
    const view = await noticed(item, drawing);
    if (typeof view === 'string') return withdraw(view);
    if (isEnded(view.standing)) return withdraw('ended');
    const last = view.request.steps?.find(({ ask }) => ask === item.step);
    return requestNoticeCard(view, last?.did === 'reopened' ? 'reopened' : 'assigned');
  },
});

/** Nobody is told what they did themselves. */
function handlerOf(request: HelpRequest, step: HelpStep, planning: Planning): readonly Member[] {
  const owner = step.to ?? requestStanding(request, new Date(step.at)).owner;
  const here = planning.members.filter((member) => isOffice(member) && member.id === owner);
  const told = here.length > 0 ? here : leadsOn('secretariat', dayOf(new Date(step.at)), planning);
  return told.filter(({ id }) => id !== step.by);
}
