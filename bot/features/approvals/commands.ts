import type { Command } from '../../command.ts';
import type { Filed } from '../../filed.ts';
import { consultationsWaiting } from './also-waiting.ts';
import { completeIncident } from './complete-incident.ts';
import { decideFilingOver } from './decide-filing.ts';
import { followIncident } from './follow-incident.ts';
import { incidentFile } from './incident-file.ts';
import { recordDocumentOver } from './record-document.ts';
import { remarkFilingOver } from './remark-filing.ts';
import { reportIncident } from './report-incident.ts';
import { showIncidents } from './show-incidents.ts';
import { showWaitingOver } from './show-waiting.ts';

/** What can be asked in this column. @param filed every kind of filing that is decided about */
export const approvalsCommands = (filed: readonly Filed[]): readonly Command[] => [
  showWaitingOver(filed, consultationsWaiting),
  decideFilingOver(filed),
  recordDocumentOver(filed),
  remarkFilingOver(filed),
  reportIncident,
  followIncident,
  completeIncident,
  showIncidents,
  incidentFile,
];
