import { z } from 'zod';
import * as input from '../inputs.ts';
import * as meeting from '../meetings/inputs.ts';
import * as paper from './inputs.ts';

/** What can be asked about what is laid before a meeting and kept of it: 会議資料, 議事録: a line per command with the inputs it takes. */
export const meetingPapersAsks = {
  'meeting-paper': z.object({ meeting: meeting.meeting.optional(), shared: paper.shared.optional() }),
  'minutes-file': z.object({ meeting: meeting.meeting.optional() }),
  'edit-minutes': z.object({
    section: paper.section,
    meeting: meeting.meeting.optional(),
    text: input.sectionText,
    seen: input.seen.optional(),
    sure: input.sure.optional(),
  }),
  'confirm-minutes': z.object({
    meeting: meeting.meeting.optional(),
    day: paper.confirmedOn.optional(),
    back: input.back.optional(),
  }),
} as const satisfies Readonly<Record<string, z.ZodObject>>;
