import { accountClaim } from './account-claim.ts';
import { catchUp } from './catch-up.ts';
import { escalation } from './escalation.ts';
import { helpRequest } from './help-request.ts';
import { itemDeadline } from './item-deadline.ts';
import type { Job } from './job.ts';
import { meetingReminder } from './meeting-reminder.ts';
import { nudge } from './nudge.ts';
import { postDigest } from './post-digest.ts';
import { weeklyCheckIn } from './weekly-check-in.ts';

/** Everything that happens by the clock. */
export const jobs: readonly Job[] = [
  weeklyCheckIn,
  nudge,
  escalation,
  helpRequest,
  postDigest,
  meetingReminder,
  itemDeadline,
  catchUp,
  accountClaim,
];
