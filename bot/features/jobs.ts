import type { Job } from '../job.ts';
import { escalation } from './check-in/escalation.ts';
import { itemDeadline } from './check-in/item-deadline.ts';
import { nudge } from './check-in/nudge.ts';
import { weeklyCheckIn } from './check-in/weekly-check-in.ts';
import { postDigest } from './digest/digest.ts';
import { helpRequest } from './help/help-request.ts';
import { meetingReminder } from './meetings/meeting-reminder.ts';
import { catchUp } from './own-times/catch-up.ts';
import { accountClaim } from './people/account-claim.ts';
import { secretariatNote } from './support/secretariat-note.ts';

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
  secretariatNote,
];
