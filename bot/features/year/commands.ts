import type { Command } from '../../command.ts';
import { newYear } from './new-year.ts';

/** What can be asked in this column. */
export const yearCommands: readonly Command[] = [newYear];
