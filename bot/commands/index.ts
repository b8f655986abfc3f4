import type { Command } from '../command.ts';
import { addAgenda } from './add-agenda.ts';
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
  checkIn,
  carryOver,
  showStatus,
  showItem,
  reportItem,
  showKpis,
  reportKpi,
  showHistory,
  correct,
  undo,
  askHelp,
  showMeetings,
  attend,
  decline,
  addAgenda,
  completeAction,
  saveMeeting,
  scheduleMeeting,
  changeMeeting,
  cancelMeeting,
  recordMinutes,
  showDigest,
  showUnreported,
  chase,
  deliveryReport,
  resend,
  takeLeave,
  endLeave,
  settings,
  why,
  neverMind,
  bindRoom,
  whoAmI,
  register,
];

/** Every command, in the order help shows them. */
export const commands: readonly Command[] = [...all, helpAbout(all)];
