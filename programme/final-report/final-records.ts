import type { Consent } from '../consent/consent.ts';
import type { Material } from '../consent/material.ts';
import type { MaterialApproval } from '../consent/material-approval.ts';
import { addDays, type Day, dayOf, instantOf } from '../day.ts';
import type { MunicipalityRecords } from '../digest/digest.ts';
import type { FundingRecord } from '../funding/funding-record.ts';
import type { Initiative } from '../initiatives/initiative.ts';
import type { SimplePlan } from '../initiatives/simple-plan.ts';
import type { Meeting } from '../meetings/meeting.ts';
import type { Minutes } from '../meetings/minutes.ts';
import type { Member } from '../member.ts';
import type { Programme } from '../programme.ts';
import type { MonthlyReport } from '../reports/monthly-report.ts';
import type { RightEntry } from '../staffing/retained-right.ts';
import type { Subcontract } from '../staffing/subcontract.ts';
import type { Staffing } from '../staffing/tenure.ts';
import type { MismatchDays } from '../support/programme-kpis.ts';
import type { MunicipalSupport } from '../support/support-overview.ts';
import type { TalentProfile } from '../talent/talent-profile.ts';
import type { Training } from '../talent/training.ts';
import { type Week, weekOfDay } from '../week.ts';

/** What is known of the year of a 業務報告書 now, without what the secretariat alone learns. */
export type FinalRecords = {
  /** In the year of the report. */
  readonly programme: Programme;
  readonly now: Date;
  /** The supported municipalities, in the order of their codes. */
  readonly towns: readonly MunicipalityRecords[];
  /** Every municipality, as 派遣状況 counts them. */
  readonly support: readonly MunicipalSupport[];
  readonly meetings: readonly Meeting[];
  readonly minutes: readonly Minutes[];
  readonly staffing: Staffing;
  readonly subcontracts: readonly Subcontract[];
  readonly members: readonly Member[];
  readonly materials: readonly Material[];
  readonly consents: readonly Consent[];
  readonly approvals: readonly MaterialApproval[];
  readonly monthly: readonly MonthlyReport[];
  readonly rights: readonly { readonly id: string; readonly versions: readonly RightEntry[] }[];
  /** Those that stand, of the year that this one plans. */
  readonly initiatives: readonly Initiative[];
  readonly plans: readonly SimplePlan[];
  readonly fundings: readonly FundingRecord[];
  readonly trainings: readonly Training[];
  readonly talents: readonly TalentProfile[];
};

/** What 業務報告書 is drawn from: only who writes it has it drawn. */
export type FinalSources = FinalRecords & { readonly mismatches: readonly MismatchDays[] };

/** The last day of the programme that has come. */
export function lastDayOf({ programme, now }: Pick<FinalRecords, 'programme' | 'now'>): Day {
  const [first = programme.end] = [dayOf(now), programme.end].toSorted();
  return first;
}

/** The week whose values count: the last one of the programme that has begun. */
export const reportWeek = (records: Pick<FinalRecords, 'programme' | 'now'>): Week => weekOfDay(lastDayOf(records));

/** The last day that is over: what is due today has the rest of the day. */
export function lastDayOver({ programme, now }: Pick<FinalRecords, 'programme' | 'now'>): Day {
  const today = dayOf(now);
  return today > programme.end ? programme.end : addDays(today, -1);
}

/** Whether a meeting of the programme's year is over by now and was not called off. */
export function wasHeld(meeting: Meeting, { programme, now }: Pick<FinalRecords, 'programme' | 'now'>): boolean {
  const { day, end, status, kind } = meeting;
  const isOfYear = day >= programme.start && day <= programme.end;
  return kind !== 'visit' && status !== 'cancelled' && isOfYear && instantOf(day, end) <= now;
}
