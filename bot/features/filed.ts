import type { Filed } from '../filed.ts';
import { materialApprovalFiled } from './consent/material-approval-filed.ts';
import { finalFiled } from './final-report/final-filed.ts';
import { filedWholePlan } from './reports/filed-whole-plan.ts';
import { monthlyFiled } from './reports/monthly-filed.ts';
import { organizationFiled, staffingFiled } from './staffing/staffing-filed.ts';
import { subcontractFiled } from './staffing/subcontract-filed.ts';

/** Everything that is handed to the prefecture to be decided or received. */
export const filed: readonly Filed[] = [
  materialApprovalFiled,
  organizationFiled,
  staffingFiled,
  monthlyFiled,
  filedWholePlan,
  finalFiled,
  subcontractFiled,
];
