import { fullDate } from '../../../programme/day.ts';
import { isCancelled, type Meeting } from '../../../programme/meetings/meeting.ts';
import { numberedTitle } from '../../../programme/meetings/meeting-number.ts';
import { PROGRAMME, type Store } from '../../../storage/collections.ts';
import type { Filed } from '../../filed.ts';
import type { HandedOut } from '../../files/handed-out.ts';
import { allMeetings, isAhead } from '../meetings/find.ts';
import { paperFile } from './paper-file.ts';
import { readMeetingPaper } from './read-meeting-paper.ts';
import { readSharedPaper, sharedPaperFile } from './read-shared-paper.ts';

/** 会議資料 for the operator: of the meeting of a day, else of the next one, else of the last. */
export const meetingPaperDocumentOver = (filed: readonly Filed[]): HandedOut => ({
  name: '会議資料',
  called: '進捗状況確認会議の資料',
  ending: '.docx',
  shares: true,

  async make(id, from) {
    const found = await from.store.meetings.get(PROGRAMME, id);
    if (found === undefined || found.value.kind !== 'progress' || isCancelled(found.value)) return undefined;
    if (!from.shared) return paperFile(await readMeetingPaper(found.value, filed, from));
    const shared = await readSharedPaper(found.value, from);
    return shared && sharedPaperFile(shared, from.now);
  },

  async pick({ day }, { store, now }) {
    const all = await progressMeetings(store);
    const next = all.find((meeting) => isAhead(meeting, now)) ?? all.at(-1);
    return (day === undefined ? next : all.find((meeting) => meeting.day === day))?.id;
  },

  async list({ store }) {
    const all = await progressMeetings(store);
    return all.map((meeting) => [meeting.id, `${fullDate(meeting.day)}　${numberedTitle(meeting, all)}`]);
  },
});

const progressMeetings = (store: Store): Promise<readonly Meeting[]> =>
  allMeetings(store, (meeting) => meeting.kind === 'progress' && !isCancelled(meeting));
