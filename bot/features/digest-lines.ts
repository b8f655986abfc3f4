import type { DigestLine } from './digest/digest-line.ts';
import { lateInquiries } from './reports/late-inquiries.ts';
import { lateMilestoneLine } from './reports/late-milestones.ts';

/** What is late beside the items, each in a line of the digest, in this order. */
export const digestLines: readonly DigestLine[] = [lateInquiries, lateMilestoneLine];
