import type { Command } from '../../command.ts';
import { findByWord } from './find-by-word.ts';

/** The commands of this column. */
export const searchCommands: readonly Command[] = [findByWord];
