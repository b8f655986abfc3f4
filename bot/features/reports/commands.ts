import type { Command } from '../../command.ts';
import { answerInquiry } from './answer-inquiry.ts';
import { completeMilestone } from './complete-milestone.ts';
import { consult } from './consult.ts';
import { editMonthlyReport } from './edit-monthly-report.ts';
import { editWholePlan } from './edit-whole-plan.ts';
import { endInquiry } from './end-inquiry.ts';
import { showMonthlyReport } from './monthly-report.ts';
import { monthlyReportFile } from './monthly-report-file.ts';
import { receiveInquiry } from './receive-inquiry.ts';
import { redraftMonthlyReport } from './redraft-monthly-report.ts';
import { setMilestone } from './set-milestone.ts';
import { showInquiries } from './show-inquiries.ts';
import { specialReport } from './special-report.ts';
import { submitMonthlyReport } from './submit-monthly-report.ts';
import { submitWholePlan } from './submit-whole-plan.ts';
import { wholePlan } from './whole-plan.ts';
import { wholePlanFile } from './whole-plan-file.ts';
import { withdrawInquiry } from './withdraw-inquiry.ts';

/** What can be asked in this column. */
export const reportsCommands: readonly Command[] = [
  specialReport,
  consult,
  showInquiries,
  receiveInquiry,
  answerInquiry,
  endInquiry,
  withdrawInquiry,
  wholePlan,
  wholePlanFile,
  editWholePlan,
  submitWholePlan,
  setMilestone,
  completeMilestone,
  showMonthlyReport,
  editMonthlyReport,
  redraftMonthlyReport,
  submitMonthlyReport,
  monthlyReportFile,
];
