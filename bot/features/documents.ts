import type { HandedOut } from '../handed-out.ts';
import { incidentDocument } from './approvals/incident-document.ts';
import { caseDocument } from './cases/case-document.ts';
import { consentDocument } from './consent/consent-document.ts';
import { monthlyDocument } from './reports/monthly-document.ts';
import { planDocument } from './reports/plan-document.ts';
import { organizationDocument, staffingDocument } from './staffing/staffing-documents.ts';
import { subcontractDocument } from './staffing/subcontract-document.ts';
import { visitDocument } from './visits/visit-document.ts';

/** Every document that is handed out as a file. */
export const documents: readonly HandedOut[] = [
  visitDocument,
  organizationDocument,
  staffingDocument,
  monthlyDocument,
  planDocument,
  caseDocument,
  consentDocument,
  incidentDocument,
  subcontractDocument,
];
