import { ask } from '../../programme/asks.ts';
import type { AgendaTopic } from '../../programme/meetings/agenda.ts';
import { type Meeting, meetingTime } from '../../programme/meetings/meeting.ts';
import { buttons, type Card, card, notice, text } from '../card.ts';

/** A topic that was put on the agenda, and the way back. */
export function topicAddedCard(meeting: Meeting, topic: AgendaTopic): Card {
  return card(
    '議題に加えました',
    `${meeting.title}の議題に加えました: ${topic.text}`,
    text(`${meeting.title}（${meetingTime(meeting)}）`, 'quiet'),
    notice('good', topic.text),
    buttons(
      { label: '次第を見る', ask: ask('add-agenda', { meeting: meeting.id }) },
      { label: '会議に戻る', ask: ask('show-meetings', { meeting: meeting.id }) },
      { label: '取り下げる', ask: ask('add-agenda', { meeting: meeting.id, drop: topic.id }), look: 'danger' },
    ),
  );
}
