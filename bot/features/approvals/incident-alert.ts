import { incidentAlertCard } from '../../../cards/approvals/incident-alert.ts';
import type { IncidentStep } from '../../../programme/approvals/incident.ts';
import { daily } from '../../../programme/schedule.ts';
import { days, defineJob, withdraw } from '../../job.ts';
import { IncidentItem, incidentItemsIn, incidentTold } from './incident-notices.ts';

/** The first report of an accident, and what becomes known of it, reach the PM and the prefecture at once, at any hour. */
export const incidentAlert = defineJob({
  name: 'incident-alert',
  called: '事故の知らせ',
  withdraws: { left: '担当でなくなったため送りませんでした' },
  item: IncidentItem,
  within: days(14),
  atAnyHour: true,
  schedule: () => daily('00:00'),

  due: (slot, planning) => incidentItemsIn(slot, planning, isUrgent),

  async card(item, drawing) {
    const told = await incidentTold(item, drawing);
    return told ? incidentAlertCard(told.view, told.step) : withdraw('left');
  },
});

/** 種別 by itself wakes nobody; that personal data are among it does. */
function isUrgent({ did, text, facts = {} }: IncidentStep): boolean {
  if (did === 'completed') return false;
  if (did === 'reported' || text !== undefined || facts.personal === 'yes') return true;
  return [facts.scope, facts.response, facts.impact, facts.contacts].some((said) => said !== undefined);
}
