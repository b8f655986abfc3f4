import { ask } from '../../programme/asks.ts';
import type { Meeting } from '../../programme/meetings/meeting.ts';
import { buttons, type Card, card, notice, text } from '../card.ts';
import { whenText } from './meeting.ts';

/** Characters that some systems refuse in the name of a file. */
const UNFIT = /[\\/:*?"<>|\p{Cc}]/gu;

/** A meeting to be kept in a calendar. */
export function meetingFileCard(meeting: Meeting, calendar: string): Card {
  return card(
    '予定表に入れる',
    `${meeting.title} ${whenText(meeting)}`,
    text(meeting.title, 'strong'),
    text(`${whenText(meeting)}　${meeting.place || '場所未定'}`),
    notice('quiet', '受け取ったファイルを開くと、予定表に取り込めます。'),
    {
      kind: 'file',
      name: `${meeting.title.replace(UNFIT, ' ').slice(0, 60)}.ics`,
      type: 'text/calendar; charset=utf-8',
      content: calendar,
      again: ask('save-meeting', { meeting: meeting.id }),
    },
    buttons({ label: '会議に戻る', ask: ask('show-meetings', { meeting: meeting.id }) }),
  );
}
