import { z } from 'zod';
import { confirmVisitCard } from '../../../cards/visits/confirm-visit.ts';
import { leaveOn } from '../../../programme/absence.ts';
import { dayOf } from '../../../programme/day.ts';
import { daily } from '../../../programme/schedule.ts';
import { currentVisit } from '../../../programme/visits/visit-record.ts';
import { municipal } from '../../../storage/collections.ts';
import { away, type DueItem, days, defineJob, withdraw } from '../../job.ts';
import { askedIn, isRunning } from '../people/who-is-asked.ts';
import { recordsOf } from './records-of.ts';
import { answerable } from './visits-to-answer.ts';

const ConfirmationItem = z.object({ municipality: z.string(), visit: z.string(), version: z.number() });

/** What was recorded of a visit, to whoever answers for its municipality: once a version, when the office is next open. */
export const visitConfirmation = defineJob({
  name: 'visit-confirmation',
  called: '訪問記録の確認',
  withdraws: {
    ...away,
    superseded: '記録が新しくなったため送りませんでした',
    answered: '回答済みのため送りませんでした',
    over: '確認の期限を過ぎたため送りませんでした',
  },
  item: ConfirmationItem,
  within: days(14),
  schedule: (_programme, who) => (who?.preference?.off ? undefined : daily('09:00', 'previous-open')),

  async due(slot, planning) {
    if (!isRunning(planning.programme, slot.day)) return [];
    const due = await Promise.all(
      askedIn(planning, slot.day).map(
        async ({ municipality: { code }, asked }): Promise<DueItem<z.infer<typeof ConfirmationItem>>[]> => {
          const { who } = asked;
          if (!who) return [];
          return (await recordsOf(planning.store, code)).flatMap((record) => {
            const version = currentVisit(record);
            const at = version && new Date(version.at);
            if (!at || at < slot.start || at >= slot.end) return [];
            const item = { municipality: code, visit: record.id, version: version.number };
            const about = `${record.id}-${version.number}`;
            return [{ recipient: { kind: 'member' as const, id: who.id }, municipality: code, about, at, item }];
          });
        },
      ),
    );
    return due.flat();
  },

  async card({ municipality, visit, version }, drawing) {
    if (leaveOn(drawing.who?.leave, dayOf(drawing.now))) return withdraw('on-leave');
    const record = (await drawing.store.visitRecords.get(municipal(municipality), visit))?.value;
    const found = record && (await answerable(record, drawing));
    if (!found || found.shown.version !== version) return withdraw('superseded');
    if (found.open.standing === 'unconfirmed') return withdraw('over');
    return found.open.standing === 'waiting' ? confirmVisitCard(found.shown) : withdraw('answered');
  },
});
