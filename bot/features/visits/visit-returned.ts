import { z } from 'zod';
import { visitReturnedToExpertCard } from '../../../cards/visits/visit-returned.ts';
import { leaveOn } from '../../../programme/absence.ts';
import { dayOf } from '../../../programme/day.ts';
import { daily } from '../../../programme/schedule.ts';
import { answerOfCurrent } from '../../../programme/visits/visit-answering.ts';
import { municipal } from '../../../storage/collections.ts';
import { municipalityIn } from '../../../storage/municipalities.ts';
import { away, type DueItem, days, defineJob, withdraw } from '../../job.ts';
import { isRunning } from '../people/who-is-asked.ts';
import { recordsOf } from './records-of.ts';
import { answerable } from './visits-to-answer.ts';

const ReturnedItem = z.object({ municipality: z.string(), visit: z.string(), at: z.string() });

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
    const serving = new Map(planning.members.map((member) => [member.id, member.municipalities]));
    const due = await Promise.all(
      planning.municipalities.map(async ({ code }) =>
        (await recordsOf(planning.store, code)).flatMap((record): DueItem<z.infer<typeof ReturnedItem>>[] => {
          const said = answerOfCurrent(record);
          const at = said && new Date(said.at);
          if (said?.verdict !== 'returned' || !at || at < slot.start || at >= slot.end) return [];
          if (!serving.get(record.expert)?.includes(code)) return [];
          const item = { municipality: code, visit: record.id, at: said.at };
          const about = `${record.id}-${record.answers?.length ?? 0}`;
          return [{ recipient: { kind: 'member', id: record.expert }, municipality: code, about, at, item }];
        }),
      ),
    );
    return due.flat();
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
