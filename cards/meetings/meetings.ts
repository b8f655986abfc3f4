import { ask } from '../../programme/asks.ts';
import { shortDate } from '../../programme/day.ts';
import { answerText } from '../../programme/meetings/answer.ts';
import { isCancelled, type Meeting, meetingTime } from '../../programme/meetings/meeting.ts';
import {
  type Ask,
  type Button,
  buttons,
  type Card,
  card,
  list,
  type Node,
  notice,
  offering,
  type Row,
  text,
} from '../card.ts';
import { pageButtons } from '../page-buttons.ts';
import { answerButtons, type MeetingView } from './meeting.ts';

export type MeetingsPage = {
  readonly views: readonly MeetingView[];
  readonly page: number;
  readonly pages: number;
  readonly past: boolean;
  /** Whether this person may call meetings. */
  readonly mayConvene: boolean;
  /** 宿題 of this person that are not done yet. */
  readonly actions: number;
};

/** What lies ahead, the next one with everything one can do about it; or what has been. */
export function meetingsCard(shown: MeetingsPage): Card {
  const { views, page, past } = shown;
  const [next, ...others] = views;
  const title = past ? '終わった会議' : '会議の予定';
  if (!next)
    return card(
      title,
      emptySentence(past),
      notice('quiet', emptySentence(past)),
      buttons(...turns(shown), ...more(shown)),
    );
  const single = !past && page === 1;
  return card(
    title,
    `${title}: ${meetingTime(next.meeting)} ${next.meeting.title}${views.length > 1 ? ` ほか${views.length - 1}件` : ''}`,
    single ? first(next) : [],
    single && others.length > 0 ? text('このあとの会議', 'heading') : [],
    list((single ? others : views).map((view) => row(view, past))),
    buttons(...turns(shown), ...more(shown)),
  );
}

const emptySentence = (past: boolean) => (past ? '終わった会議はありません。' : '予定されている会議はありません。');

function first(view: MeetingView): Node[] {
  const { meeting, mayAnswer, answer } = view;
  return [
    text('次の会議', 'quiet'),
    list([row(view, false)]),
    ...(mayAnswer ? [buttons(...answerButtons(meeting, answer))] : []),
  ];
}

function row(view: MeetingView, past: boolean): Row {
  const { meeting, audience } = view;
  return {
    title: meeting.title,
    detail: [
      meetingTime(meeting),
      [meeting.place, audience].filter(Boolean).join('・'),
      isCancelled(meeting) ? '中止' : standingText(view, past),
    ]
      .filter(Boolean)
      .join('\n'),
    tone: toneOf(view, past),
    ask: ask('show-meetings', { meeting: meeting.id }),
  };
}

function standingText(view: MeetingView, past: boolean): string {
  // Of a visit there is a record, and there are no minutes.
  if (past && view.meeting.kind === 'visit' && !view.isMinuted) return '';
  if (past && view.isMinuted) return `議事録あり${view.isConfirmed ? '（県確認済）' : ''}`;
  if (past) return `議事録はまだありません${view.minutesDue ? `（期限 ${shortDate(view.minutesDue)}）` : ''}`;
  return view.mayAnswer ? `あなたの回答: ${answerText(view.answer, view.mayName)}` : '';
}

function toneOf({ meeting, answer, mayAnswer }: MeetingView, past: boolean): Row['tone'] {
  if (past || isCancelled(meeting) || !mayAnswer) return 'quiet';
  if (!answer) return 'attention';
  return answer.answer === 'decline' ? 'quiet' : 'good';
}

function turns({ page, pages, past }: MeetingsPage): Button[] {
  const to = (target: number) => ask('show-meetings', { page: target, ...(past ? { past: 'yes' } : {}) });
  return pageButtons(page, pages, to);
}

function more({ past, mayConvene, actions }: MeetingsPage): Button[] {
  return [
    ...(actions > 0 ? [{ label: `自分の宿題（${actions}件）`, ask: ask('complete-action') }] : []),
    past
      ? { label: 'これからの会議', ask: ask('show-meetings') }
      : { label: '終わった会議', ask: ask('show-meetings', { past: 'yes' }) },
    ...(mayConvene ? [{ label: '会議を作る', ask: ask('schedule-meeting') }] : []),
  ];
}

/** Asks which meeting something is about; those that read the same say for whom they are, where `audienceOf` knows it. */
export function chooseMeeting(
  asked: Ask,
  title: string,
  meetings: readonly Meeting[],
  audienceOf?: (meeting: Meeting) => string,
): Card {
  const readsAs = (meeting: Meeting) => `${meeting.title} ${meetingTime(meeting)}`;
  const isTwin = (meeting: Meeting) => meetings.filter((each) => readsAs(each) === readsAs(meeting)).length > 1;
  const forWhom = (meeting: Meeting) => (audienceOf && isTwin(meeting) ? `対象: ${audienceOf(meeting)}` : '');
  return offering(
    title,
    `${title}: どの会議ですか。`,
    text('どの会議ですか。', 'strong'),
    list(
      meetings.slice(0, 10).map((meeting) => ({
        title: meeting.title,
        detail: [meetingTime(meeting), meeting.place, forWhom(meeting)].filter(Boolean).join('・'),
        ask: { ...asked, input: { ...asked.input, meeting: meeting.id } },
      })),
    ),
  );
}
