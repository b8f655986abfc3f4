import type { Command } from '../command.ts';
import { inOrder } from '../command-groups.ts';
import { acceptAccount } from './accept-account.ts';
import { addAgenda } from './add-agenda.ts';
import { answerHelp } from './answer-help.ts';
import { askHelp } from './ask-help.ts';
import { attend } from './attend.ts';
import { bindRoom } from './bind-room.ts';
import { cancelMeeting } from './cancel-meeting.ts';
import { carryOver } from './carry-over.ts';
import { changeMeeting } from './change-meeting.ts';
import { chase } from './chase.ts';
import { checkIn } from './check-in.ts';
import { completeAction } from './complete-action.ts';
import { correct } from './correct.ts';
import { cutAccount } from './cut-account.ts';
import { decline } from './decline.ts';
import { deliveryReport } from './delivery-report.ts';
import { helpAbout } from './help.ts';
import { neverMind } from './never-mind.ts';
import { recordMinutes } from './record-minutes.ts';
import { register } from './register.ts';
import { reportItem } from './report-item.ts';
import { reportKpi } from './report-kpi.ts';
import { resend } from './resend.ts';
import { endLeave } from './return.ts';
import { saveMeeting } from './save-meeting.ts';
import { scheduleMeeting } from './schedule-meeting.ts';
import { settings } from './settings.ts';
import { showAccounts } from './show-accounts.ts';
import { showDigest } from './show-digest.ts';
import { showHistory } from './show-history.ts';
import { showItem } from './show-item.ts';
import { showKpis } from './show-kpis.ts';
import { showMeetings } from './show-meetings.ts';
import { showStatus } from './show-status.ts';
import { showUnreported } from './show-unreported.ts';
import { takeLeave } from './take-leave.ts';
import { undo } from './undo.ts';
import { whoAmI } from './who-am-i.ts';
import { why } from './why.ts';

const all: readonly Command[] = [
  acceptAccount,
  addAgenda,
  answerHelp,
  askHelp,
  attend,
  bindRoom,
  cancelMeeting,
  carryOver,
  changeMeeting,
  chase,
  checkIn,
  completeAction,
  correct,
  cutAccount,
  decline,
  deliveryReport,
  neverMind,
  recordMinutes,
  register,
  reportItem,
  reportKpi,
  resend,
  endLeave,
  saveMeeting,
  scheduleMeeting,
  settings,
  showAccounts,
  showDigest,
  showHistory,
  showItem,
  showKpis,
  showMeetings,
  showStatus,
  showUnreported,
  takeLeave,
  undo,
  whoAmI,
  why,
];

/** Every command. */
export const commands: readonly Command[] = inOrder([...all, helpAbout(all)]);
