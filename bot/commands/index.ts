import type { Command } from '../command.ts';
import { acceptAccount } from './accept-account.ts';
import { addAgenda } from './add-agenda.ts';
import { answerHelp } from './answer-help.ts';
import { askHelp } from './ask-help.ts';
import { attend } from './attend.ts';
import { bindRoom } from './bind-room.ts';
import { cancelMeeting } from './cancel-meeting.ts';
import { carryOver } from './carry-over.ts';
import { changeMeeting } from './change-meeting.ts';
import { chase } from './chase.ts';
import { checkIn } from './check-in.ts';
import { completeAction } from './complete-action.ts';
import { correct } from './correct.ts';
import { cutAccount } from './cut-account.ts';
import { decline } from './decline.ts';
import { deliveryReport } from './delivery-report.ts';
import { type CommandGroup, helpAbout } from './help.ts';
import { neverMind } from './never-mind.ts';
import { recordMinutes } from './record-minutes.ts';
import { register } from './register.ts';
import { reportItem } from './report-item.ts';
import { reportKpi } from './report-kpi.ts';
import { resend } from './resend.ts';
import { endLeave } from './return.ts';
import { saveMeeting } from './save-meeting.ts';
import { scheduleMeeting } from './schedule-meeting.ts';
import { settings } from './settings.ts';
import { showAccounts } from './show-accounts.ts';
import { showDigest } from './show-digest.ts';
import { showHistory } from './show-history.ts';
import { showItem } from './show-item.ts';
import { showKpis } from './show-kpis.ts';
import { showMeetings } from './show-meetings.ts';
import { showStatus } from './show-status.ts';
import { showUnreported } from './show-unreported.ts';
import { takeLeave } from './take-leave.ts';
import { undo } from './undo.ts';
import { whoAmI } from './who-am-i.ts';
import { why } from './why.ts';

/** What help shows, in its order. */
export const groups: readonly CommandGroup[] = [
  { title: '報告する', commands: [checkIn, carryOver, reportItem, reportKpi, correct, undo, askHelp] },
  { title: '確かめる', commands: [showStatus, showItem, showKpis, showHistory] },
  { title: '会議のこと', commands: [showMeetings, attend, decline, addAgenda, completeAction, saveMeeting] },
  { title: '会議を開く', commands: [scheduleMeeting, changeMeeting, cancelMeeting, recordMinutes] },
  { title: '全体を見る', commands: [showDigest, showUnreported] },
  { title: '事務局の仕事', commands: [chase, answerHelp, deliveryReport, resend, bindRoom] },
  {
    title: '自分のこと',
    commands: [
      settings,
      takeLeave,
      endLeave,
      why,
      whoAmI,
      showAccounts,
      acceptAccount,
      cutAccount,
      register,
      neverMind,
    ],
  },
];

/** Every command. */
export const commands: readonly Command[] = [...groups.flatMap((group) => group.commands), helpAbout(groups)];
