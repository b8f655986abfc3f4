import { z } from 'zod';
import { unconfirmedVisitCard } from '../../../cards/visits/rate-visit.ts';
import { leaveOn } from '../../../programme/absence.ts';
import { addOpenDays } from '../../../programme/calendar.ts';
import { dayOf } from '../../../programme/day.ts';
import { daily } from '../../../programme/schedule.ts';
import { confirmationDue, currentVisit, visitStanding } from '../../../programme/visits/visit-record.ts';
import { municipal } from '../../../storage/collections.ts';
import { away, type DueItem, days, defineJob, withdraw } from '../../job.ts';
import { askedIn, isRunning } from '../people/who-is-asked.ts';
import { ratingOf } from './rating-of.ts';
import { recordsOf } from './records-of.ts';
import { answerable } from './visits-to-answer.ts';

const RatingItem = z.object({ municipality: z.string(), visit: z.string() });

/** 満足度 of a visit whose record nobody confirmed in time: asked once, on the open day after that. */
export const visitRating = defineJob({
  name: 'visit-rating',
  called: '満足度のお願い',
  withdraws: {
    ...away,
    superseded: '記録が新しくなったため送りませんでした',
    answered: '回答済みのため送りませんでした',
    over: '受付の期限を過ぎたため送りませんでした',
  },
  item: RatingItem,
  within: days(4),
  schedule: (_programme, who) => (who?.preference?.off ? undefined : daily('09:00')),

  async due(slot, planning) {
    if (!isRunning(planning.programme, slot.day)) return [];
    const due = await Promise.all(
      askedIn(planning, slot.day).map(
        async ({ municipality: { code }, calendar, asked }): Promise<DueItem<z.infer<typeof RatingItem>>[]> => {
          const { who } = asked;
          if (!who || !calendar.isOpen(slot.day)) return [];
          return (await recordsOf(planning.store, code)).flatMap((record) => {
            const version = currentVisit(record);
            const isLapsed = visitStanding(record, slot.day, calendar) === 'unconfirmed';
            if (!version || !isLapsed) return [];
            if (addOpenDays(confirmationDue(version, calendar), 1, calendar) !== slot.day) return [];
            const item = { municipality: code, visit: record.id };
            const recipient = { kind: 'member', id: who.id } as const;
            return [{ recipient, municipality: code, about: `${record.id}-${version.number}`, item }];
          });
        },
      ),
    );
    return due.flat();
  },

  async card({ municipality, visit }, drawing) {
    if (leaveOn(drawing.who?.leave, dayOf(drawing.now))) return withdraw('on-leave');
    const record = (await drawing.store.visitRecords.get(municipal(municipality), visit))?.value;
    const found = record && (await answerable(record, drawing));
    if (found?.open.standing !== 'unconfirmed') return withdraw('superseded');
    if (!found.open.mayRate) return withdraw('over');
    return (await ratingOf(drawing, found.record)) ? withdraw('answered') : unconfirmedVisitCard(found.shown);
  },
});
