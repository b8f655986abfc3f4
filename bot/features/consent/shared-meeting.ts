import { currentMaterial } from '../../../programme/consent/material.ts';
import { sharedSince } from '../../../programme/consent/meeting-part.ts';
import { type InMeeting, type MeetingTotal, meetingTotals } from '../../../programme/consent/meeting-totals.ts';
import { instantOf } from '../../../programme/day.ts';
import { asOf } from '../../../programme/digest/digest.ts';
import type { Meeting } from '../../../programme/meetings/meeting.ts';
import type { Programme } from '../../../programme/programme.ts';
import { weekOf } from '../../../programme/week.ts';
import { PROGRAMME, type Store } from '../../../storage/collections.ts';
import { progressIn } from '../../../storage/progress.ts';
import { allMeetings } from '../meetings/find.ts';
import type { SharedHere, SharedPiece } from './shared.ts';

/** What of a meeting these readers may see. */
export type SharedMeeting = {
  readonly meeting: Meeting;
  /** In the order of the codes. */
  readonly pieces: readonly SharedPiece[];
  /** How many supported municipalities are left out. */
  readonly without: number;
  readonly totals: readonly MeetingTotal[];
  /** When its parts were made last. */
  readonly madeAt: string;
};

/** The meetings of which these readers may see something, with of how many municipalities; the latest first. */
export async function sharedMeetings(store: Store, { pieces }: Pick<SharedHere, 'pieces'>) {
  const counts = new Map<string, number>();
  for (const { material } of pieces)
    if (material.sort === 'part') counts.set(material.of, (counts.get(material.of) ?? 0) + 1);
  const found = await Promise.all([...counts.keys()].map((id) => store.meetings.get(PROGRAMME, id)));
  const meetings = found.flatMap((stored) => (stored ? [stored.value] : []));
  return meetings
    .toSorted((a, b) => b.day.localeCompare(a.day) || a.id.localeCompare(b.id))
    .map((meeting) => ({ meeting, count: counts.get(meeting.id) ?? 0 }));
}

/** Puts together what is shared of a meeting; undefined where nobody has made it. */
export async function sharedMeeting(
  meeting: Meeting,
  here: SharedHere,
  { store, programme }: { readonly store: Store; readonly programme: Programme },
): Promise<SharedMeeting | undefined> {
  const parts = here.materials.filter(({ sort, of }) => sort === 'part' && of === meeting.id);
  const madeAt = parts
    .map((part) => currentMaterial(part).at)
    .toSorted()
    .at(-1);
  if (madeAt === undefined) return undefined;
  const pieces = here.pieces
    .filter(({ material }) => material.sort === 'part' && material.of === meeting.id)
    .toSorted((a, b) => a.town.code.localeCompare(b.town.code));
  const supported = here.towns.filter((town) => town.supported);
  const since = instantOf(sharedSince(meeting, await allMeetings(store), programme.start));
  const all = await Promise.all(
    supported.map(async ({ code }): Promise<InMeeting> => {
      const records = await progressIn(store, code, programme);
      const piece = pieces.find(({ town }) => town.code === code);
      const isShown = piece !== undefined && piece.version.version === currentMaterial(piece.material).version;
      return { municipality: code, before: asOf(records, since), after: asOf(records, new Date(madeAt)), isShown };
    }),
  );
  const without = supported.filter(({ code }) => !pieces.some(({ town }) => town.code === code)).length;
  return { meeting, pieces, without, totals: meetingTotals(all, weekOf(new Date(madeAt))), madeAt };
}
