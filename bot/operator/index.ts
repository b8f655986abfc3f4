import { accountsVerb } from './accounts.ts';
import { backupVerb } from './backup.ts';
import { check } from './check.ts';
import { deliveriesVerb } from './deliveries.ts';
import { documentVerb } from './document.ts';
import { eraseVerb } from './erase.ts';
import { exportVerb } from './export.ts';
import { importVerb } from './import-workbook.ts';
import { indicatorsVerb } from './indicators.ts';
import { invitationsVerb } from './invitations.ts';
import { inviteVerb } from './invite.ts';
import { jobsVerb } from './jobs.ts';
import { menuVerb } from './menu.ts';
import { moveVerb } from './move.ts';
import { newYearVerb } from './new-year.ts';
import { restoreVerb } from './restore.ts';
import { retentionVerb } from './retention.ts';
import { statusVerb } from './status.ts';
import { takeVerb } from './take.ts';
import { templateVerb } from './template.ts';
import { tickVerb } from './tick.ts';
import { understandVerb } from './understand.ts';
import type { Verb } from './verb.ts';
import { workbookVerb } from './workbook.ts';

/** Every verb of the operator's door, in the order a new programme needs them. */
export const verbs: readonly Verb[] = [
  check,
  statusVerb,
  templateVerb,
  importVerb,
  workbookVerb,
  inviteVerb,
  accountsVerb,
  menuVerb,
  jobsVerb,
  tickVerb,
  deliveriesVerb,
  newYearVerb,
  documentVerb,
  takeVerb,
  indicatorsVerb,
  invitationsVerb,
  backupVerb,
  restoreVerb,
  moveVerb,
  exportVerb,
  retentionVerb,
  eraseVerb,
  understandVerb,
];
