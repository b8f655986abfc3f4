import type { Job } from '../job.ts';
import { escalation } from './check-in/escalation.ts';
import { itemDeadline } from './check-in/item-deadline.ts';
import { nudge } from './check-in/nudge.ts';
import { weeklyCheckIn } from './check-in/weekly-check-in.ts';
import { consentReminder, consentRequest } from './consent/consent-request.ts';
import { postShared } from './consent/post-shared.ts';
import { replaceTakenBack } from './consent/replace-taken-back.ts';
import { tellTakenBack } from './consent/tell-taken-back.ts';
import { postDigest } from './digest/digest.ts';
import { helpAnswer } from './help/help-answer.ts';
import { helpHandler } from './help/help-handler.ts';
import { helpOverdue } from './help/help-overdue.ts';
import { helpRequest } from './help/help-request.ts';
import { actionReminder } from './meetings/action-reminder.ts';
import { meetingReminder } from './meetings/meeting-reminder.ts';
import { catchUp } from './own-times/catch-up.ts';
import { accountClaim } from './people/account-claim.ts';
import { askFit } from './support/ask-fit.ts';
import { handoverOnFirstDay } from './support/handover-on-first-day.ts';
import { secretariatNote } from './support/secretariat-note.ts';
import { visitConfirmation } from './visits/visit-confirmation.ts';
import { visitRating } from './visits/visit-rating.ts';
import { visitRecordNudge } from './visits/visit-record-nudge.ts';
import { visitReturned } from './visits/visit-returned.ts';

/** Everything that happens by the clock. */
export const jobs: readonly Job[] = [
  weeklyCheckIn,
  nudge,
  escalation,
  helpRequest,
  helpAnswer,
  helpHandler,
  helpOverdue,
  postDigest,
  meetingReminder,
  actionReminder,
  itemDeadline,
  catchUp,
  accountClaim,
  secretariatNote,
  visitRecordNudge,
  handoverOnFirstDay,
  visitConfirmation,
  visitReturned,
  visitRating,
  askFit,
  consentRequest,
  consentReminder,
  postShared,
  replaceTakenBack,
  tellTakenBack,
];
