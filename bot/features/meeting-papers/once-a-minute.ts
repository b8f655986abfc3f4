import type { Meeting } from '../../../programme/meetings/meeting.ts';
import type { Making } from '../../files/handed-out.ts';

const MINUTE = 60_000;

/**
 * Something of a meeting that many people get at the same time, and that says the minute it was made in: read and written
 * once for all of them. Ten people's papers are hundreds of requests each, and no two of them may differ.
 */
export function onceAMinute<T>(make: (meeting: Meeting, from: Making) => Promise<T>): typeof make {
  let last: { readonly store: Making['store']; readonly key: string; readonly made: Promise<T> } | undefined;
  return (meeting, from) => {
    const { store, programme, now } = from;
    const key = JSON.stringify([meeting, programme, Math.floor(now.getTime() / MINUTE)]);
    if (last && last.store === store && last.key === key) return last.made;
    const mine = { store, key, made: make(meeting, from) };
    last = mine;
    // What could not be made may be tried again.
    mine.made.catch(() => {
      if (last === mine) last = undefined;
    });
    return mine.made;
  };
}
