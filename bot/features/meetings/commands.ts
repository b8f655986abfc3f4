import type { Command } from '../../command.ts';
import { addAgenda } from './add-agenda.ts';
import { attend } from './attend.ts';
import { cancelMeeting } from './cancel-meeting.ts';
import { changeMeeting } from './change-meeting.ts';
import { completeAction } from './complete-action.ts';
import { decline } from './decline.ts';
import { reassignAction } from './reassign-action.ts';
import { recordMinutes } from './record-minutes.ts';
import { remindAction } from './remind-action.ts';
import { reopenAction } from './reopen-action.ts';
import { saveMeeting } from './save-meeting.ts';
import { scheduleMeeting } from './schedule-meeting.ts';
import { showActions } from './show-actions.ts';
import { showMeetings } from './show-meetings.ts';

/** What can be asked in this column. */
export const meetingsCommands: readonly Command[] = [
  addAgenda,
  attend,
  cancelMeeting,
  changeMeeting,
  completeAction,
  decline,
  reassignAction,
  recordMinutes,
  remindAction,
  reopenAction,
  saveMeeting,
  scheduleMeeting,
  showActions,
  showMeetings,
];
