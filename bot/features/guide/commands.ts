import type { Command } from '../../command.ts';
import { neverMind } from './never-mind.ts';

/** What can be asked in this column. */
export const guideCommands: readonly Command[] = [neverMind];
