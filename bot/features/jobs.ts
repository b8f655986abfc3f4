import type { Job } from '../job.ts';
import { documentMissingOver } from './approvals/document-missing.ts';
import { filingDecidedOver } from './approvals/filing-decided.ts';
import { filingSubmittedOver } from './approvals/filing-submitted.ts';
import { filingWaitingOver } from './approvals/filing-waiting.ts';
import { incidentAlert } from './approvals/incident-alert.ts';
import { incidentCompleted } from './approvals/incident-completed.ts';
import { caseAnswer } from './cases/case-answer.ts';
import { caseQuestion } from './cases/case-question.ts';
import { answersEntered } from './check-in/answers-entered.ts';
import { escalation } from './check-in/escalation.ts';
import { itemDeadline } from './check-in/item-deadline.ts';
import { nudge } from './check-in/nudge.ts';
import { weeklyCheckIn } from './check-in/weekly-check-in.ts';
import { consentNotice } from './consent/consent-notice.ts';
import { consentReminder } from './consent/consent-reminder.ts';
import { consentRequest } from './consent/consent-request.ts';
import { newVersionTold } from './consent/new-version-told.ts';
import { postShared } from './consent/post-shared.ts';
import { replaceTakenBack } from './consent/replace-taken-back.ts';
import { tellTakenBack } from './consent/tell-taken-back.ts';
import { postDigest } from './digest/digest.ts';
import { filed } from './filed.ts';
import { finalGapAsked } from './final-report/final-gap-asked.ts';
import { finalNews } from './final-report/final-news.ts';
import { finalStageDue } from './final-report/final-stage-due.ts';
import { inspectionDueSoon } from './final-report/inspection-due-soon.ts';
import { budgetQuestion } from './funding/budget-question.ts';
import { helpAnswer } from './help/help-answer.ts';
import { helpHandler } from './help/help-handler.ts';
import { helpOverdue } from './help/help-overdue.ts';
import { helpRequest } from './help/help-request.ts';
import { meetingPaperDueOver } from './meeting-papers/meeting-paper-due.ts';
import { minutesMissing } from './meeting-papers/minutes-missing.ts';
import { minutesToConfirm } from './meeting-papers/minutes-to-confirm.ts';
import { actionReminder } from './meetings/action-reminder.ts';
import { meetingReminder } from './meetings/meeting-reminder.ts';
import { catchUp } from './own-times/catch-up.ts';
import { accountClaim } from './people/account-claim.ts';
import { inquiryAnswered } from './reports/inquiry-answered.ts';
import { inquiryNews } from './reports/inquiry-news.ts';
import { inquiryOverdue } from './reports/inquiry-overdue.ts';
import { milestoneLate } from './reports/milestone-late.ts';
import { monthlyDraftDue } from './reports/monthly-draft-due.ts';
import { monthlyMeetingMissing } from './reports/monthly-meeting-missing.ts';
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
  caseQuestion,
  caseAnswer,
  consentRequest,
  consentReminder,
  consentNotice,
  newVersionTold,
  postShared,
  replaceTakenBack,
  tellTakenBack,
  filingSubmittedOver(filed),
  filingWaitingOver(filed),
  filingDecidedOver(filed),
  documentMissingOver(filed),
  incidentAlert,
  incidentCompleted,
  inquiryNews,
  inquiryAnswered,
  inquiryOverdue,
  milestoneLate,
  monthlyDraftDue,
  monthlyMeetingMissing,
  budgetQuestion,
  finalStageDue,
  finalGapAsked,
  finalNews,
  inspectionDueSoon,
  meetingPaperDueOver(filed),
  minutesMissing,
  minutesToConfirm,
  answersEntered,
];
