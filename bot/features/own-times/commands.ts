import type { Command } from '../../command.ts';
import { endLeave } from './return.ts';
import { settings } from './settings.ts';
import { takeLeave } from './take-leave.ts';
import { why } from './why.ts';

/** What can be asked in this column. */
export const ownTimesCommands: readonly Command[] = [endLeave, settings, takeLeave, why];
