import { filingsToDecideOver } from './approvals/filings-to-decide.ts';
import type { DigestLine } from './digest/digest-line.ts';
import { filed } from './filed.ts';
import { consultationsToAnswer } from './reports/consultations-to-answer.ts';
import { lateMilestoneLine } from './reports/late-milestones.ts';
import { specialReportsToSee } from './reports/special-reports-to-see.ts';

/** What the digest opens with because it waits for the prefecture, and what is late beside the items, in this order. */
export const digestLines: readonly DigestLine[] = [
  filingsToDecideOver(filed),
  specialReportsToSee,
  consultationsToAnswer,
  lateMilestoneLine,
];
