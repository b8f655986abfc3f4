import { meetingTotalText } from '../../../cards/consent/shared-meeting.ts';
import type { SharingScope } from '../../../programme/consent/scope.ts';
import type { Meeting } from '../../../programme/meetings/meeting.ts';
import type { Making } from '../../files/handed-out.ts';
import { sharedHere } from '../consent/shared.ts';
import { type SharedMeeting, sharedMeeting } from '../consent/shared-meeting.ts';

export type SharedPaperRead = SharedMeeting & { readonly scope: SharingScope | undefined };

/** What of a meeting the supported municipalities may see of each other, whoever asks for the file; undefined where nobody has made it. */
export async function readSharedPaper(meeting: Meeting, from: Making): Promise<SharedPaperRead | undefined> {
  const here = await sharedHere({ ...from, who: undefined, audience: 'supported' });
  const shared = await sharedMeeting(meeting, here, from);
  return shared && { ...shared, scope: here.scope };
}

export async function sharedPaperFile(
  { meeting, pieces, without, totals }: SharedMeeting,
  now: Date,
): Promise<Uint8Array> {
  const { sharedPaperDocx } = await import('../../../documents/meeting-papers/shared-paper-docx.ts');
  return sharedPaperDocx({
    ...{ meeting, without, madeAt: now },
    towns: pieces.map(({ town: { name, code }, version: { content } }) => ({ name, code, content })),
    totals: totals.map(meetingTotalText),
  });
}
