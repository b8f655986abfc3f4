import type { HandedOut } from '../files/handed-out.ts';
import { incidentDocument } from './approvals/incident-document.ts';
import { caseDocument } from './cases/case-document.ts';
import { answerSheetDocument } from './check-in/answer-sheet-document.ts';
import { consentDocument } from './consent/consent-document.ts';
import { filed } from './filed.ts';
import { finalDocument } from './final-report/final-document.ts';
import { fundingDocument } from './funding/funding-document.ts';
import { roadmapDocument } from './initiatives/roadmap-document.ts';
import { simplePlanDocument } from './initiatives/simple-plan-document.ts';
import { meetingPaperDocumentOver } from './meeting-papers/meeting-paper-document.ts';
import { progressMinutesDocument, workingMinutesDocument } from './meeting-papers/minutes-documents.ts';
import { onePageDocument } from './overview/one-page-document.ts';
import { monthlyDocument } from './reports/monthly-document.ts';
import { planDocument } from './reports/plan-document.ts';
import { organizationDocument, staffingDocument } from './staffing/staffing-documents.ts';
import { subcontractDocument } from './staffing/subcontract-document.ts';
import { talentProfileDocument, trainingPlanDocument } from './talent/talent-documents.ts';
import { visitDocument } from './visits/visit-document.ts';

/** Every document that is handed out as a file. */
export const documents: readonly HandedOut[] = [
  visitDocument,
  organizationDocument,
  staffingDocument,
  monthlyDocument,
  planDocument,
  finalDocument,
  roadmapDocument,
  simplePlanDocument,
  caseDocument,
  consentDocument,
  incidentDocument,
  subcontractDocument,
  meetingPaperDocumentOver(filed),
  progressMinutesDocument,
  workingMinutesDocument,
  onePageDocument,
  fundingDocument,
  talentProfileDocument,
  trainingPlanDocument,
  answerSheetDocument,
];
