import type { Command } from '../../command.ts';
import { changeStaffing } from './change-staffing.ts';
import { editOrganization } from './edit-organization.ts';
import { editSubcontract } from './edit-subcontract.ts';
import { organizationFile } from './organization-file.ts';
import { personalData } from './personal-data.ts';
import { recordPledge } from './record-pledge.ts';
import { retainedRightsRegister } from './retained-rights.ts';
import { showOrganization } from './show-organization.ts';
import { showPledges } from './show-pledges.ts';
import { showStaffingChange } from './show-staffing-change.ts';
import { showStaffingChanges } from './show-staffing-changes.ts';
import { showSubcontracts } from './show-subcontracts.ts';
import { staffingFile } from './staffing-file.ts';
import { subcontractFile } from './subcontract-file.ts';
import { submitOrganization } from './submit-organization.ts';
import { submitStaffing } from './submit-staffing.ts';
import { submitSubcontract } from './submit-subcontract.ts';
import { withdrawStaffing } from './withdraw-staffing.ts';

/** What can be asked in this column. */
export const staffingCommands: readonly Command[] = [
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
  recordPledge,
  showPledges,
  editSubcontract,
  submitSubcontract,
  showSubcontracts,
  subcontractFile,
  retainedRightsRegister,
  personalData,
];
