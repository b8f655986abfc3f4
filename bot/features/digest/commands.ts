import type { Command } from '../../command.ts';
import { showDigest } from './show-digest.ts';

/** What can be asked in this column. */
export const digestCommands: readonly Command[] = [showDigest];
