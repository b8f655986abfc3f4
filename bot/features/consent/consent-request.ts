import { currentAsking } from '../../../programme/consent/consent.ts';
import { daily } from '../../../programme/schedule.ts';
import { days, defineJob } from '../../job.ts';
import { consentsWaiting, holdersThen, RequestItem, requestDrawn, requestWithdraws, toEach } from './consents-asked.ts';

/** 承諾依頼, to the 承諾者 of the municipality when its office is next open, and to whom it is passed on. */
export const consentRequest = defineJob({
  name: 'consent-request',
  called: '承諾のお願い',
  withdraws: requestWithdraws,
  item: RequestItem,
  within: days(14),
  schedule: () => daily('09:00', 'previous-open'),

  async due(slot, planning) {
    const isIn = ({ at }: { readonly at: string }) => new Date(at) >= slot.start && new Date(at) < slot.end;
    return (await consentsWaiting(planning)).flatMap((consent) => {
      const { at } = currentAsking(consent);
      const passed = (consent.passedOn ?? []).filter((each) => each.asking === consent.askings.length && isIn(each));
      const again = passed.flatMap((each) => toEach(consent, [each.to], new Date(each.at), planning));
      if (!isIn({ at })) return again;
      const moment = new Date(at);
      return [...toEach(consent, holdersThen(consent, moment, planning), moment, planning), ...again];
    });
  },

  card: async (item, drawing) => requestDrawn(item, drawing),
});
