import { actMissingCard } from '../../../cards/approvals/notices.ts';
import { isActAskedOn, lacksAct } from '../../../programme/approvals/filing-standing.ts';
import { calendarOf } from '../../../programme/calendar.ts';
import { instantOf } from '../../../programme/day.ts';
import { may } from '../../../programme/may.ts';
import { daily } from '../../../programme/schedule.ts';
import type { Filed } from '../../filed.ts';
import { days, defineJob, type Job, withdraw } from '../../job.ts';
import { onDuty } from '../people/on-duty.ts';
import { FilingItem, itemFor } from './filing-notices.ts';
import { filingOfId, filingsIn, filingView } from './filings.ts';

/** A yes without its 文書番号 is spoken of to the PM until there is one. */
export const documentMissingOver = (filed: readonly Filed[]): Job =>
  defineJob({
    name: 'document-missing',
    called: '文書番号の確認',
    withdraws: {
      numbered: '文書番号が記録されたため送りませんでした',
      unneeded: '承認がなくなったため送りませんでした',
    },
    item: FilingItem,
    within: days(5),
    schedule: () => daily('09:00', 'next-open'),

    async due(slot, planning) {
      const calendar = calendarOf(planning.programme.closures);
      const all = (await filingsIn(planning.store, filed)).filter(({ of }) => of.hasAct);
      const at = instantOf(slot.day, '09:00');
      return all.flatMap((one) => {
        const lacking = lacksAct(one.filing);
        if (!lacking || !isActAskedOn(lacking.at, slot.day, calendar)) return [];
        return onDuty('pm', slot.day, planning).map((member) => itemFor(member, one, lacking.version, at));
      });
    },

    async card({ filing: id, version }, { store, programme, now, who }) {
      const one = await filingOfId(store, filed, id);
      if (!one || !may(who, 'filed')) return withdraw('unneeded');
      const lacking = lacksAct(one.filing);
      if (!lacking) return withdraw('numbered');
      if (lacking.version !== version) return withdraw('unneeded');
      return actMissingCard(await filingView(one, { store, programme, now, who }), lacking);
    },
  });
