import type { Command } from '../command.ts';
import { commandsInOrder } from '../command-groups.ts';
import { carryOver } from './check-in/carry-over.ts';
import { chase } from './check-in/chase.ts';
import { checkIn } from './check-in/check-in.ts';
import { showUnreported } from './check-in/show-unreported.ts';
import { deliveryReport } from './deliveries/delivery-report.ts';
import { resend } from './deliveries/resend.ts';
import { showDigest } from './digest/show-digest.ts';
import { helpAbout } from './guide/help.ts';
import { neverMind } from './guide/never-mind.ts';
import { answerHelp } from './help/answer-help.ts';
import { askHelp } from './help/ask-help.ts';
import { addAgenda } from './meetings/add-agenda.ts';
import { attend } from './meetings/attend.ts';
import { cancelMeeting } from './meetings/cancel-meeting.ts';
import { changeMeeting } from './meetings/change-meeting.ts';
import { completeAction } from './meetings/complete-action.ts';
import { decline } from './meetings/decline.ts';
import { recordMinutes } from './meetings/record-minutes.ts';
import { saveMeeting } from './meetings/save-meeting.ts';
import { scheduleMeeting } from './meetings/schedule-meeting.ts';
import { showMeetings } from './meetings/show-meetings.ts';
import { endLeave } from './own-times/return.ts';
import { settings } from './own-times/settings.ts';
import { takeLeave } from './own-times/take-leave.ts';
import { why } from './own-times/why.ts';
import { acceptAccount } from './people/accept-account.ts';
import { bindRoom } from './people/bind-room.ts';
import { cutAccount } from './people/cut-account.ts';
import { register } from './people/register.ts';
import { showAccounts } from './people/show-accounts.ts';
import { whoAmI } from './people/who-am-i.ts';
import { changeEdition } from './progress/change-edition.ts';
import { changeItemPlan } from './progress/change-item-plan.ts';
import { correct } from './progress/correct.ts';
import { reportItem } from './progress/report-item.ts';
import { reportKpi } from './progress/report-kpi.ts';
import { setCounting } from './progress/set-counting.ts';
import { setKpiTarget } from './progress/set-kpi-target.ts';
import { showDefinition } from './progress/show-definition.ts';
import { showHistory } from './progress/show-history.ts';
import { showItem } from './progress/show-item.ts';
import { showItemPlans } from './progress/show-item-plans.ts';
import { showKpis } from './progress/show-kpis.ts';
import { showStatus } from './progress/show-status.ts';
import { undo } from './progress/undo.ts';
import { addMember } from './roster/add-member.ts';
import { assignLead } from './roster/assign-lead.ts';
import { changeMember } from './roster/change-member.ts';
import { removeMember } from './roster/remove-member.ts';
import { showRoster } from './roster/show-roster.ts';
import { addMunicipality } from './set-up/add-municipality.ts';
import { changeLateReports } from './set-up/change-late-reports.ts';
import { changeSlots } from './set-up/change-slots.ts';
import { closeOffice } from './set-up/close-office.ts';
import { openOffice } from './set-up/open-office.ts';
import { showChanges } from './set-up/show-changes.ts';
import { undoChange } from './set-up/undo-change.ts';
import { recordMismatch } from './support/record-mismatch.ts';
import { showMismatch } from './support/show-mismatch.ts';
import { newYear } from './year/new-year.ts';

const all: readonly Command[] = [
  acceptAccount,
  addAgenda,
  answerHelp,
  askHelp,
  attend,
  bindRoom,
  cancelMeeting,
  carryOver,
  changeEdition,
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
  newYear,
  saveMeeting,
  scheduleMeeting,
  settings,
  showAccounts,
  setCounting,
  showDefinition,
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
  addMember,
  assignLead,
  changeMember,
  removeMember,
  showRoster,
  changeItemPlan,
  setKpiTarget,
  showItemPlans,
  addMunicipality,
  closeOffice,
  openOffice,
  changeSlots,
  changeLateReports,
  showChanges,
  undoChange,
  showMismatch,
  recordMismatch,
];

/** Every command, and some more: help is about them all. */
export function commandsWith(more: readonly Command[]): readonly Command[] {
  const open = [...all, ...more];
  return commandsInOrder([...open, helpAbout(open)]);
}

export const commands: readonly Command[] = commandsWith([]);
