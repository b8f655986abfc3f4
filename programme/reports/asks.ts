import type { z } from 'zod';
import { inquiryAsks } from './inquiry-asks.ts';
import { monthlyAsks } from './monthly-asks.ts';
import { wholePlanAsks } from './whole-plan-asks.ts';

/** What can be asked about what is handed to the prefecture or asked of it: 月次報告, 全体計画, 臨時報告, 協議. */
export const reportsAsks = {
  ...inquiryAsks,
  ...wholePlanAsks,
  ...monthlyAsks,
} as const satisfies Readonly<Record<string, z.ZodObject>>;
