import type { Command } from '../../command.ts';
import type { Filed } from '../../filed.ts';
import { confirmMinutes } from './confirm-minutes.ts';
import { editMinutes } from './edit-minutes.ts';
import { meetingPaperOver } from './meeting-paper.ts';
import { minutesFile } from './minutes-file.ts';

/** The commands of this column. @param filed every kind of filing, to say what waits */
export const meetingPapersCommands = (filed: readonly Filed[]): readonly Command[] => [
  meetingPaperOver(filed),
  minutesFile,
  editMinutes,
  confirmMinutes,
];
