import { fullDate } from '../../../programme/day.ts';
import { isCancelled, type Meeting } from '../../../programme/meetings/meeting.ts';
import { numberedTitle } from '../../../programme/meetings/meeting-number.ts';
import { currentMinutes } from '../../../programme/meetings/minutes.ts';
import { PROGRAMME, type Store } from '../../../storage/collections.ts';
import type { HandedOut } from '../../files/handed-out.ts';
import { allMeetings } from '../meetings/find.ts';
import { minutesBytes, minutesCalled, minutesSheet } from './minutes-sheet.ts';

/** 議事録 and 打合せ記録簿 for the operator: of the meeting of a day, else of the last one that has minutes. */
const minutesDocument = (name: string, called: string): HandedOut => {
  const minuted = async (store: Store): Promise<readonly Meeting[]> => {
    const kept = await store.minutes.list(PROGRAMME, { from: 'minutes-', below: 'minutes.' });
    const has = new Set(kept.flatMap(({ value }) => (currentMinutes(value) ? [value.meeting] : [])));
    return allMeetings(
      store,
      (meeting) => has.has(meeting.id) && !isCancelled(meeting) && minutesCalled(meeting) === name,
    );
  };
  return {
    name,
    called,
    ending: '.docx',

    async make(id, from) {
      const meeting = (await minuted(from.store)).find((each) => each.id === id);
      const sheet = meeting && (await minutesSheet(meeting, from));
      return sheet && minutesBytes(sheet);
    },

    async pick({ day }, { store }) {
      const all = await minuted(store);
      return (day === undefined ? all : all.filter((meeting) => meeting.day === day)).at(-1)?.id;
    },

    async list({ store }) {
      const [all, own] = [await allMeetings(store), await minuted(store)];
      return own.map((meeting) => [meeting.id, `${fullDate(meeting.day)}　${numberedTitle(meeting, all)}`]);
    },
  };
};

export const progressMinutesDocument = minutesDocument('議事録', '進捗状況確認会議の議事録');
export const workingMinutesDocument = minutesDocument('打合せ記録簿', '打合せ記録簿');
