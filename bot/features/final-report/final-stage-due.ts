import { z } from 'zod';
import { finalStageCard } from '../../../cards/final-report/final-steps.ts';
import { calendarOf } from '../../../programme/calendar.ts';
import { filingState } from '../../../programme/filing.ts';
import { isStageDone, stageDay, stagesInOrder } from '../../../programme/final-report/final-days.ts';
import { may } from '../../../programme/may.ts';
import { daily } from '../../../programme/schedule.ts';
import { days, defineJob, withdraw } from '../../job.ts';
import { leadsOn, onDuty } from '../people/on-duty.ts';
import { lookForNotice } from './final-jobs.ts';
import { finalReportOf } from './final-sheet.ts';

/** On the days counted back from the end of the programme: who has to see to 業務報告書 then, if it is not done. */
export const finalStageDue = defineJob({
  name: 'final-stage',
  called: '業務報告書の日程',
  withdraws: {
    done: '済んでいるため送りませんでした',
    left: '担当でなくなったため送りませんでした',
  },
  item: z.object({ stage: z.enum(['first', 'check', 'last', 'delivery']), year: z.number().int() }),
  within: days(5),
  schedule: () => daily('09:00'),

  async due(slot, planning) {
    const { programme, store } = planning;
    const { fiscalYear: year, end, closures } = programme;
    const stage = stagesInOrder.find((each) => stageDay(each, end, calendarOf(closures)) === slot.day);
    if (!stage) return [];
    const report = await finalReportOf(store, year);
    if (isStageDone(stage, report)) return [];
    const waits = stage === 'check' && report !== undefined && filingState(report) === 'submitted';
    const people = [...onDuty('pm', slot.day, planning), ...(waits ? leadsOn('prefecture', slot.day, planning) : [])];
    return people.map(({ id }) => ({
      recipient: { kind: 'member' as const, id },
      about: `final-${year}-${stage}`,
      item: { stage, year },
    }));
  },

  async card({ stage, year }, drawing) {
    const { who } = drawing;
    if (!who || !may(who, 'filed')) return withdraw('left');
    const { view, report } = await lookForNotice(year, who, drawing);
    const own = view.stages.find((each) => each.stage === stage);
    if (!own || isStageDone(stage, report)) return withdraw('done');
    return finalStageCard(view, own, who.role === 'secretariat');
  },
});
