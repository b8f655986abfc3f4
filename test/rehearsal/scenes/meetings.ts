import { addDays, type Day, shortDate } from '../../../programme/day.ts';
import { meetingId } from '../../../programme/meetings/meeting.ts';
import { openDay } from '../calendar.ts';
import { PM, PREFECTURE } from '../people.ts';
import { asks, type Scene, says } from '../scene.ts';

type ProgressMeeting = { readonly title: string; readonly day: Day; readonly calledOn: Day };

/** Monthly from September to March, and one more in November. */
export const progressMeetings: readonly ProgressMeeting[] = [
  ...['2024-09-19', '2024-10-17', '2024-11-21', '2024-12-19', '2025-01-16', '2025-02-20', '2025-03-06'].map(
    (day, at) => ({ title: `第${at + 1}回進捗状況確認会議`, day, calledOn: '2024-08-19' }),
  ),
  { title: '臨時の進捗状況確認会議', day: '2024-11-07', calledOn: '2024-10-28' },
];

const START_AT = '14:00';
export const idOf = ({ title, day }: ProgressMeeting): string => meetingId({ title, day, start: START_AT });

const spoken = (day: Day): string => shortDate(day).replace(/\(.*/, '');

/** Each is called, its minutes are written on the next open day and confirmed on the one after. */
export const meetings: readonly Scene[] = progressMeetings.flatMap((meeting): readonly Scene[] => {
  const { title, day, calledOn } = meeting;
  const after = openDay(addDays(day, 1));
  return [
    {
      ...{ day: calledOn, part: '16:20', called: `${title}の案内` },
      lines: [says(PM, `会議作成 ${title} ${spoken(day)} ${START_AT}-15:30 県庁`, /会議を作成しました/)],
    },
    {
      ...{ day: after, part: '09:30', called: `${title}の議事録` },
      lines: [
        asks(
          PM,
          'record-minutes',
          { meeting: idOf(meeting), decisions: '工程表のひな形を全ての市町村で使う\n次回までに訪問の日程をそろえる' },
          /議事録/,
        ),
      ],
    },
    {
      ...{ day: openDay(addDays(after, 1)), part: '13:20', called: `${title}の議事録の確認` },
      lines: [asks(PREFECTURE, 'confirm-minutes', { meeting: idOf(meeting) }, /確認/)],
    },
  ];
});
