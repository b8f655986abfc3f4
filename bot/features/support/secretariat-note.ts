import { z } from 'zod';
import { mismatchNoteCard } from '../../../cards/support/mismatch-note.ts';
import type { Calendar } from '../../../programme/calendar.ts';
import { fingerprint } from '../../../programme/meetings/meeting.ts';
import { daily, fallsIn } from '../../../programme/schedule.ts';
import {
  contentOf,
  hearingDue,
  isOpenCase,
  type MismatchCase,
  pmFrom,
} from '../../../programme/support/mismatch-case.ts';
import { type DueItem, days, defineJob, oncePerLook, type Slot, withdraw } from '../../job.ts';
import { leadsOn } from '../people/on-duty.ts';
import { isRunning } from '../people/who-is-asked.ts';
import { caseCalendar, mismatchCasesIn, mismatchLines } from './mismatches.ts';

const NoteItem = z.object({ mismatch: z.string(), because: z.enum(['opened', 'hearing', 'pm', 'follow-up']) });
type NoteItem = z.infer<typeof NoteItem>;

const casesThen = oncePerLook(({ store }) => mismatchCasesIn(store));

/**
 * What is due in cases of the secretariat's: one that has begun, 聞き取り, one that is old, and the follow-up. 1:1 to its
 * 主担当 (PM), once each. Neither its name, its id nor where it lies says what, or which municipality, it is about.
 */
export const secretariatNote = defineJob({
  name: 'secretariat-note',
  called: '事務局へのお知らせ',
  confidential: true,
  withdraws: { done: '済んだため送りませんでした' },
  item: NoteItem,
  within: days(14),
  schedule: () => daily('09:00', 'previous-open'),

  async due(slot, planning) {
    if (!isRunning(planning.programme, slot.day)) return [];
    const calendar = caseCalendar(planning.programme);
    const noted = (await casesThen(planning)).flatMap((one) => notedIn(one, slot, calendar));
    if (noted.length === 0) return [];
    return leadsOn('secretariat', slot.day, planning).flatMap(({ id }) =>
      noted.map(({ item, at }): DueItem<NoteItem> => {
        const about = fingerprint(`${item.mismatch} ${item.because}`);
        return { recipient: { kind: 'member', id }, about, item, ...(at ? { at } : {}) };
      }),
    );
  },

  async card({ mismatch, because }, { store, programme, now }) {
    const one = (await mismatchCasesIn(store)).find(({ id }) => id === mismatch);
    if (!one || !isStillDue(one, because)) return withdraw('done');
    const [line] = await mismatchLines([one], { store, programme, now });
    return line ? mismatchNoteCard(line, because) : withdraw('done');
  },
});

type Noted = { readonly item: NoteItem; readonly at?: Date };

/** What is said of a case in the slot of a day. */
function notedIn(one: MismatchCase, slot: Slot, calendar: Calendar): readonly Noted[] {
  const at = one.raisedAt === undefined ? undefined : new Date(one.raisedAt);
  const { followUpOn } = contentOf(one);
  const days: readonly (readonly [NoteItem['because'], boolean])[] = [
    ['opened', at !== undefined && fallsIn(slot, at)],
    ['hearing', hearingDue(one, calendar) === slot.day],
    ['pm', pmFrom(one, calendar) === slot.day],
    ['follow-up', followUpOn === slot.day],
  ];
  return days.flatMap(([because, isNow]): Noted[] => {
    if (!isNow || !isStillDue(one, because)) return [];
    return [{ item: { mismatch: one.id, because }, ...(because === 'opened' && at ? { at } : {}) }];
  });
}

/** Whether there is still something to be told. One in which somebody has written has been seen. */
function isStillDue(one: MismatchCase, because: NoteItem['because']): boolean {
  if (because === 'opened') return one.kept === undefined;
  if (because === 'hearing') return isOpenCase(one) && contentOf(one).heardOn === undefined;
  return because === 'pm' ? isOpenCase(one) : true;
}
