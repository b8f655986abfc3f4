import { ask } from '../../programme/asks.ts';
import type { Meeting } from '../../programme/meetings/meeting.ts';
import { buttons, type Card, card, type Node, notice, text } from '../card.ts';
import { whenText } from './meeting.ts';

const BY_MAIL =
  'このチャットではファイルをお渡しできません。事務局がメールで送る招待（.ics）を開くと、予定表に入ります。届いていないときは事務局へお知らせください。';
/** Characters that some systems refuse in the name of a file. */
const UNFIT = /[\\/:*?"<>|\p{Cc}]/gu;

/** A meeting to be kept in a calendar; without `calendar` where no file can be handed out, and then it promises none. */
export function meetingFileCard(meeting: Meeting, calendar: string | undefined, said?: Node): Card {
  return card(
    '予定表に入れる',
    `${meeting.title} ${whenText(meeting)}`,
    text(meeting.title, 'strong'),
    text(`${whenText(meeting)}　${meeting.place || '場所未定'}`),
    said ?? notice('quiet', calendar === undefined ? BY_MAIL : 'ファイルを開くと、予定表に取り込めます。'),
    calendar === undefined
      ? []
      : {
          kind: 'file',
          name: `${meeting.title.replace(UNFIT, ' ').slice(0, 60)}.ics`,
          type: 'text/calendar; charset=utf-8',
          content: calendar,
        },
    buttons({ label: '会議に戻る', ask: ask('show-meetings', { meeting: meeting.id }) }),
  );
}
