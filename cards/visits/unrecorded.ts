import { ask } from '../../programme/asks.ts';
import { type Meeting, meetingTime } from '../../programme/meetings/meeting.ts';
import { buttons, type Card, list, offering, text } from '../card.ts';

export type UnrecordedVisit = { readonly meeting: Meeting; readonly town: string; readonly visit: string };

/** How many visits are listed at once; the oldest come first. */
const LISTED = 8;

/** The visits of this person that have no record yet; each opens its form. */
export function unrecordedCard(visits: readonly UnrecordedVisit[]): Card {
  const sentence =
    visits.length > 0 ? `まだ記録していない訪問が${visits.length}件あります。` : '記録していない訪問はありません。';
  return offering(
    '訪問記録',
    `訪問記録: ${sentence}`,
    text(sentence, 'strong'),
    visits.length > 0
      ? list(
          visits.slice(0, LISTED).map(({ meeting, town, visit }) => ({
            title: `${town} ${meetingTime(meeting)}`,
            ask: ask('record-visit', { visit }),
          })),
        )
      : [],
    visits.length > LISTED ? text(`ほか${visits.length - LISTED}件は、これらを記録すると表示します。`, 'quiet') : [],
    buttons({ label: '予定になかった訪問を記録', ask: ask('record-visit', { unplanned: 'yes' }) }),
  );
}
