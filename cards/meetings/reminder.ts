import { ask } from '../../programme/asks.ts';
import type { AgendaEntry } from '../../programme/meetings/agenda.ts';
import { type AttendanceSaid, answerText } from '../../programme/meetings/answer.ts';
import { type Meeting, meetingTime } from '../../programme/meetings/meeting.ts';
import type { ReminderKind } from '../../programme/meetings/reminder.ts';
import { type Button, buttons, type Card, card, facts, type Node, notice, text } from '../card.ts';
import { answerButtons, whenFacts } from './meeting.ts';

const TITLES: Readonly<Record<ReminderKind, string>> = {
  week: '会議の案内',
  day: 'まもなく会議です',
  hour: '1時間後に会議が始まります',
};

/** A meeting is coming: answered on this very card, with what will be talked about. For 1:1 chats. */
export function meetingReminderCard(
  meeting: Meeting,
  agenda: readonly AgendaEntry[],
  answer: AttendanceSaid | undefined,
  kind: ReminderKind,
): Card {
  return card(
    TITLES[kind],
    `${TITLES[kind]}: ${meetingTime(meeting)} ${meeting.title}（${meeting.place || '場所は未定'}）`,
    text(meeting.title, 'strong'),
    facts(...whenFacts(meeting), ['場所', meeting.place || '未定'], ['あなたの回答', answerText(answer)]),
    answer === undefined ? notice('attention', 'まだ回答をいただいていません。') : [],
    kind === 'hour' ? [] : topics(agenda),
    buttons(...choices(meeting, answer, kind)),
  );
}

/** An hour before, someone who has answered only needs the way to the agenda. */
function choices(meeting: Meeting, answer: AttendanceSaid | undefined, kind: ReminderKind): Button[] {
  if (kind === 'hour' && answer) return [{ label: '次第を見る', ask: ask('add-agenda', { meeting: meeting.id }) }];
  return answerButtons(meeting, answer);
}

function topics(agenda: readonly AgendaEntry[]): Node[] {
  const full = agenda.filter(({ count }) => count > 0);
  if (full.length === 0) return [];
  return [text('主な内容', 'quiet'), ...full.map(({ title, count }) => text(`・${title}（${count}件）`))];
}
