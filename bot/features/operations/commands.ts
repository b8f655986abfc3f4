import type { Command } from '../../command.ts';
import { showOperations } from './show-operations.ts';

/** What can be asked in this column. */
export const operationsCommands: readonly Command[] = [showOperations];
