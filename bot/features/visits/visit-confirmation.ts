import { z } from 'zod';
import { confirmVisitCard } from '../../../cards/visits/confirm-visit.ts';
import { leaveOn } from '../../../programme/absence.ts';
import { calendarOf } from '../../../programme/calendar.ts';
import { dayOf } from '../../../programme/day.ts';
import { askedOf } from '../../../programme/people/asking.ts';
import { daily, nextOfficeTime } from '../../../programme/schedule.ts';
import type { VisitRecord, VisitVersion } from '../../../programme/visits/visit-record.ts';
import { municipal } from '../../../storage/collections.ts';
import { away, type DueItem, days, defineJob, foundByDay, type Planning, withdraw } from '../../job.ts';
import { isRunning } from '../people/who-is-asked.ts';
import { recordsThen } from './records-of.ts';
import { answerable } from './visits-to-answer.ts';

const ConfirmationItem = z.object({ municipality: z.string(), visit: z.string(), version: z.number() });

const written = foundByDay(async (planning) =>
  (await recordsThen(planning)).flatMap((record) =>
    record.versions.map((version) => [dayOf(new Date(version.at)), { record, version }] as const),
  ),
);

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
    const supported = new Set(planning.municipalities.flatMap((each) => (each.supported ? [each.code] : [])));
    return (await written(slot, planning))
      .filter(({ record }) => supported.has(record.municipality))
      .flatMap(({ record, version }) => asked(record, version, planning));
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

/** Whoever answers for the municipality when its office is next open. What was written anew meanwhile is withdrawn when it is sent. */
function asked(
  { id, municipality }: VisitRecord,
  { number, at: written }: VisitVersion,
  { members, programme }: Planning,
): DueItem<z.infer<typeof ConfirmationItem>>[] {
  const at = new Date(written);
  const day = dayOf(nextOfficeTime(at, calendarOf(programme.closures, municipality)));
  const { who } = askedOf(municipality, members, day);
  if (!who) return [];
  const item = { municipality, visit: id, version: number };
  return [{ recipient: { kind: 'member', id: who.id }, municipality, about: `${id}-${number}`, at, item }];
}
