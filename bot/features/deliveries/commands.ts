import type { Command } from '../../command.ts';
import { deliveryReport } from './delivery-report.ts';
import { resend } from './resend.ts';

/** What can be asked in this column. */
export const deliveriesCommands: readonly Command[] = [deliveryReport, resend];
