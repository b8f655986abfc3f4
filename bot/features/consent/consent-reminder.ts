import { addOpenDays, calendarOf } from '../../../programme/calendar.ts';
import { currentAsking, OPEN_DAYS_TO_REMIND, passedOnTo } from '../../../programme/consent/consent.ts';
import { dayOf, instantOf } from '../../../programme/day.ts';
import { daily } from '../../../programme/schedule.ts';
import { days, defineJob } from '../../job.ts';
import { consentsWaiting, holdersThen, RequestItem, requestDrawn, requestWithdraws, toEach } from './consents-asked.ts';

/** One reminder, on the third open day after it was asked. */
export const consentReminder = defineJob({
  name: 'consent-reminder',
  called: '承諾のお願いの念押し',
  withdraws: requestWithdraws,
  item: RequestItem,
  within: days(5),
  schedule: () => daily('09:00', 'previous-open'),

  async due(slot, planning) {
    return (await consentsWaiting(planning)).flatMap((consent) => {
      const calendar = calendarOf(planning.programme.closures, consent.municipality);
      const day = addOpenDays(dayOf(new Date(currentAsking(consent).at)), OPEN_DAYS_TO_REMIND, calendar);
      if (day !== slot.day) return [];
      const at = instantOf(day, '09:00');
      const to = [...new Set([...holdersThen(consent, at, planning), ...passedOnTo(consent)])];
      return toEach(consent, to, at, planning);
    });
  },

  card: async (item, drawing) => requestDrawn(item, drawing, 'お願いしている承諾に、まだお答えがありません。'),
});
