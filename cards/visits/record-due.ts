import { ask } from '../../programme/asks.ts';
import { type Day, shortDate } from '../../programme/day.ts';
import { type Meeting, meetingTime } from '../../programme/meetings/meeting.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { buttons, type Card, card, text } from '../card.ts';

/** The record of a visit is asked for, with the form and the way out where it did not take place. */
export function visitRecordDueCard({
  meeting,
  municipality: { name },
  due,
  kind,
}: {
  readonly meeting: Meeting;
  readonly municipality: Pick<Municipality, 'name'>;
  readonly due: Day;
  readonly kind: 'first' | 'last';
}): Card {
  const sentence =
    kind === 'first'
      ? '訪問おつかれさまでした。記録をお願いします。'
      : '訪問の記録がまだです。期限までにお願いします。';
  const visit = { visit: `visit-${meeting.id}` };
  return card(
    '訪問記録のお願い',
    `${name} ${meetingTime(meeting)} の訪問の記録を${shortDate(due)}までにお願いします。`,
    text(sentence, 'strong'),
    text(`${name} ${meetingTime(meeting)}（期限 ${shortDate(due)}）`),
    buttons(
      { label: '訪問を記録する', look: 'primary', ask: ask('record-visit', visit) },
      { label: '訪問しなかった', ask: ask('cancel-visit', visit) },
    ),
  );
}
