import type { Command } from '../command.ts';
import { commandsInOrder } from '../command-groups.ts';
import { consultationsWaiting } from './approvals/also-waiting.ts';
import { completeIncident } from './approvals/complete-incident.ts';
import { decideFilingOver } from './approvals/decide-filing.ts';
import { followIncident } from './approvals/follow-incident.ts';
import { recordDocumentOver } from './approvals/record-document.ts';
import { remarkFilingOver } from './approvals/remark-filing.ts';
import { reportIncident } from './approvals/report-incident.ts';
import { showIncidents } from './approvals/show-incidents.ts';
import { showWaitingOver } from './approvals/show-waiting.ts';
import { answerAboutCase } from './cases/answer-about-case.ts';
import { askAboutCase } from './cases/ask-about-case.ts';
import { draftCase } from './cases/draft-case.ts';
import { editCase } from './cases/edit-case.ts';
import { findCases } from './cases/find-cases.ts';
import { nominateCase } from './cases/nominate-case.ts';
import { showCaseCandidates } from './cases/show-case-candidates.ts';
import { showCaseQuestions } from './cases/show-case-questions.ts';
import { carryOver } from './check-in/carry-over.ts';
import { chase } from './check-in/chase.ts';
import { checkIn } from './check-in/check-in.ts';
import { reportPlaces } from './check-in/report-places.ts';
import { showUnreported } from './check-in/show-unreported.ts';
import { answerConsent } from './consent/answer-consent.ts';
import { askConsent } from './consent/ask-consent.ts';
import { askForParts } from './consent/ask-for-parts.ts';
import { passOnConsent } from './consent/pass-on-consent.ts';
import { shareMeeting } from './consent/share-meeting.ts';
import { showConsents } from './consent/show-consents.ts';
import { showShared } from './consent/show-shared.ts';
import { showShowings } from './consent/show-showings.ts';
import { withdrawConsent } from './consent/withdraw-consent.ts';
import { deliveryReport } from './deliveries/delivery-report.ts';
import { resend } from './deliveries/resend.ts';
import { showDigest } from './digest/show-digest.ts';
import { filed } from './filed.ts';
import { helpAbout } from './guide/help.ts';
import { neverMind } from './guide/never-mind.ts';
import { answerHelp } from './help/answer-help.ts';
import { answerRequest } from './help/answer-request.ts';
import { askHelp } from './help/ask-help.ts';
import { categorizeRequest } from './help/categorize-request.ts';
import { endRequest } from './help/end-request.ts';
import { handleRequest } from './help/handle-request.ts';
import { showRequests } from './help/show-requests.ts';
import { addAgenda } from './meetings/add-agenda.ts';
import { attend } from './meetings/attend.ts';
import { cancelMeeting } from './meetings/cancel-meeting.ts';
import { changeMeeting } from './meetings/change-meeting.ts';
import { completeAction } from './meetings/complete-action.ts';
import { decline } from './meetings/decline.ts';
import { reassignAction } from './meetings/reassign-action.ts';
import { recordMinutes } from './meetings/record-minutes.ts';
import { remindAction } from './meetings/remind-action.ts';
import { saveMeeting } from './meetings/save-meeting.ts';
import { scheduleMeeting } from './meetings/schedule-meeting.ts';
import { showActions } from './meetings/show-actions.ts';
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
import { answerInquiry } from './reports/answer-inquiry.ts';
import { completeMilestone } from './reports/complete-milestone.ts';
import { consult } from './reports/consult.ts';
import { editMonthlyReport } from './reports/edit-monthly-report.ts';
import { editWholePlan } from './reports/edit-whole-plan.ts';
import { endInquiry } from './reports/end-inquiry.ts';
import { showMonthlyReport } from './reports/monthly-report.ts';
import { monthlyReportFile } from './reports/monthly-report-file.ts';
import { receiveInquiry } from './reports/receive-inquiry.ts';
import { redraftMonthlyReport } from './reports/redraft-monthly-report.ts';
import { setMilestone } from './reports/set-milestone.ts';
import { showInquiries } from './reports/show-inquiries.ts';
import { specialReport } from './reports/special-report.ts';
import { submitMonthlyReport } from './reports/submit-monthly-report.ts';
import { submitWholePlan } from './reports/submit-whole-plan.ts';
import { wholePlan } from './reports/whole-plan.ts';
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
import { changeStaffing } from './staffing/change-staffing.ts';
import { editOrganization } from './staffing/edit-organization.ts';
import { editSubcontract } from './staffing/edit-subcontract.ts';
import { organizationFile } from './staffing/organization-file.ts';
import { personalData } from './staffing/personal-data.ts';
import { recordPledge } from './staffing/record-pledge.ts';
import { retainedRightsRegister } from './staffing/retained-rights.ts';
import { showOrganization } from './staffing/show-organization.ts';
import { showPledges } from './staffing/show-pledges.ts';
import { showStaffingChange } from './staffing/show-staffing-change.ts';
import { showStaffingChanges } from './staffing/show-staffing-changes.ts';
import { showSubcontracts } from './staffing/show-subcontracts.ts';
import { staffingFile } from './staffing/staffing-file.ts';
import { subcontractFile } from './staffing/subcontract-file.ts';
import { submitOrganization } from './staffing/submit-organization.ts';
import { submitStaffing } from './staffing/submit-staffing.ts';
import { submitSubcontract } from './staffing/submit-subcontract.ts';
import { withdrawStaffing } from './staffing/withdraw-staffing.ts';
import { assessFit } from './support/assess-fit.ts';
import { assign } from './support/assign.ts';
import { recordMismatch } from './support/record-mismatch.ts';
import { setNeeds } from './support/set-needs.ts';
import { showCharge } from './support/show-charge.ts';
import { showDispatch } from './support/show-dispatch.ts';
import { showMismatch } from './support/show-mismatch.ts';
import { showProgrammeKpis } from './support/show-programme-kpis.ts';
import { showSupportFigures } from './support/show-support-figures.ts';
import { takeOver } from './support/take-over.ts';
import { cancelVisit } from './visits/cancel-visit.ts';
import { confirmVisit } from './visits/confirm-visit.ts';
import { planVisit } from './visits/plan-visit.ts';
import { rateVisit } from './visits/rate-visit.ts';
import { recordVisit } from './visits/record-visit.ts';
import { showOwnRating } from './visits/show-own-rating.ts';
import { showVisit } from './visits/show-visit.ts';
import { showVisits } from './visits/show-visits.ts';
import { visitSheet } from './visits/visit-sheet.ts';
import { newYear } from './year/new-year.ts';

const all: readonly Command[] = [
  acceptAccount,
  addAgenda,
  answerHelp,
  answerRequest,
  askHelp,
  showShared,
  shareMeeting,
  askForParts,
  showShowings,
  categorizeRequest,
  endRequest,
  handleRequest,
  showRequests,
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
  reassignAction,
  recordMinutes,
  register,
  reportItem,
  reportKpi,
  reportPlaces,
  remindAction,
  resend,
  endLeave,
  newYear,
  saveMeeting,
  scheduleMeeting,
  settings,
  showAccounts,
  showActions,
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
  planVisit,
  recordVisit,
  cancelVisit,
  showVisits,
  showVisit,
  visitSheet,
  assign,
  setNeeds,
  showCharge,
  showDispatch,
  takeOver,
  showSupportFigures,
  showProgrammeKpis,
  confirmVisit,
  rateVisit,
  showOwnRating,
  assessFit,
  showOrganization,
  editOrganization,
  submitOrganization,
  organizationFile,
  changeStaffing,
  showStaffingChanges,
  showStaffingChange,
  submitStaffing,
  withdrawStaffing,
  staffingFile,
  findCases,
  nominateCase,
  askAboutCase,
  showCaseCandidates,
  draftCase,
  editCase,
  showCaseQuestions,
  answerAboutCase,
  askConsent,
  answerConsent,
  passOnConsent,
  showConsents,
  withdrawConsent,
  showWaitingOver(filed, consultationsWaiting),
  decideFilingOver(filed),
  recordDocumentOver(filed),
  remarkFilingOver(filed),
  reportIncident,
  followIncident,
  completeIncident,
  showIncidents,
  specialReport,
  consult,
  showInquiries,
  receiveInquiry,
  answerInquiry,
  endInquiry,
  wholePlan,
  editWholePlan,
  submitWholePlan,
  setMilestone,
  completeMilestone,
  showMonthlyReport,
  editMonthlyReport,
  redraftMonthlyReport,
  submitMonthlyReport,
  monthlyReportFile,
  recordPledge,
  showPledges,
  editSubcontract,
  submitSubcontract,
  showSubcontracts,
  subcontractFile,
  retainedRightsRegister,
  personalData,
];

/** Every command, and some more: help is about them all. */
export function commandsWith(more: readonly Command[]): readonly Command[] {
  const open = [...all, ...more];
  return commandsInOrder([...open, helpAbout(open)]);
}

export const commands: readonly Command[] = commandsWith([]);
