import { incidentAlertCard } from '../../../cards/approvals/incident-alert.ts';
import { daily } from '../../../programme/schedule.ts';
import { days, defineJob, withdraw } from '../../job.ts';
import { IncidentItem, incidentItemsIn, incidentTold } from './incident-notices.ts';

/** That an accident is over can wait until an office is open. */
export const incidentCompleted = defineJob({
  name: 'incident-completed',
  called: '事故の完了の知らせ',
  withdraws: { left: '担当でなくなったため送りませんでした' },
  item: IncidentItem,
  within: days(14),
  schedule: () => daily('09:00', 'previous-open'),

  due: (slot, planning) => incidentItemsIn(slot, planning, ({ did }) => did === 'completed'),

  async card(item, drawing) {
    const told = await incidentTold(item, drawing);
    return told ? incidentAlertCard(told.view, told.step) : withdraw('left');
  },
});
