import { z } from 'zod';
import { visitReturnedToExpertCard } from '../../../cards/visits/visit-returned.ts';
import { leaveOn } from '../../../programme/absence.ts';
import { dayOf } from '../../../programme/day.ts';
import { daily } from '../../../programme/schedule.ts';
import { answerOfCurrent } from '../../../programme/visits/visit-answering.ts';
import { municipal } from '../../../storage/collections.ts';
import { municipalityIn } from '../../../storage/municipalities.ts';
import { away, type DueItem, days, defineJob, foundByDay, withdraw } from '../../job.ts';
import { isRunning } from '../people/who-is-asked.ts';
import { recordsThen } from './records-of.ts';
import { answerable } from './visits-to-answer.ts';

const ReturnedItem = z.object({ municipality: z.string(), visit: z.string(), at: z.string() });

const returned = foundByDay(async (planning) =>
  (await recordsThen(planning)).flatMap((record) => {
    const said = answerOfCurrent(record);
    return said?.verdict === 'returned' ? [[dayOf(new Date(said.at)), { record, at: said.at }] as const] : [];
  }),
);

/** 直してほしい goes to the expert as soon as offices are open; a plain confirmation does not. */
export const visitReturned = defineJob({
  name: 'visit-returned',
  called: '訪問記録を直すお願い',
  withdraws: {
    ...away,
    settled: '記録が直されたか確認済みになったため送りませんでした',
    over: '担当を離れたため送りませんでした',
  },
  item: ReturnedItem,
  within: days(14),
  schedule: () => daily('09:00', 'previous-open'),

  async due(slot, planning) {
    if (!isRunning(planning.programme, slot.day)) return [];
    return (await returned(slot, planning)).flatMap(({ record, at }): DueItem<z.infer<typeof ReturnedItem>>[] => {
      const { id, expert, municipality, answers = [] } = record;
      const serving = planning.members.find((member) => member.id === expert);
      if (!serving?.municipalities.includes(municipality)) return [];
      const item = { municipality, visit: id, at };
      const about = `${id}-${answers.length}`;
      return [{ recipient: { kind: 'member', id: expert }, municipality, about, at: new Date(at), item }];
    });
  },

  async card({ municipality: code, visit, at }, drawing) {
    const { store, who, now } = drawing;
    if (leaveOn(who?.leave, dayOf(now))) return withdraw('on-leave');
    if (!who?.municipalities.includes(code)) return withdraw('over');
    const record = (await store.visitRecords.get(municipal(code), visit))?.value;
    const found = record && (await answerable(record, drawing));
    const said = record && answerOfCurrent(record);
    if (!found || said?.verdict !== 'returned' || said.at !== at) return withdraw('settled');
    return visitReturnedToExpertCard(await municipalityIn(store, code), found.shown, said.note ?? '');
  },
});
