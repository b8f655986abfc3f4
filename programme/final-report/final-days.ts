import { addOpenDays, type Calendar, previousOpenDay } from '../calendar.ts';
import type { Day } from '../day.ts';
import { approvedVersion, currentFiling, filingState, versionsHandedIn } from '../filing.ts';
import { type FinalReport, lastDelivery } from './final-report.ts';

/** What is to be done by when, so many open days before the programme ends; 納品 on the last day itself. */
export const finalStages = {
  first: { called: '初稿', before: 20, todo: '初稿を書いて県に提出する' },
  check: { called: '県確認', before: 10, todo: '県の確認（承認）を受ける' },
  last: { called: '最終', before: 3, todo: '最終版を確定する' },
  delivery: { called: '納品', before: 0, todo: '納品して、納品日とファイルを記録する' },
} as const;
export type FinalStage = keyof typeof finalStages;
export const stagesInOrder = Object.keys(finalStages) as readonly FinalStage[];

/** @param end the last day of the programme; where the office is closed then, 納品 is on the last open day before */
export const stageDay = (stage: FinalStage, end: Day, calendar: Calendar): Day =>
  previousOpenDay(addOpenDays(end, -finalStages[stage].before, calendar), calendar);

/** Whether it has been done, whenever. */
export function isStageDone(stage: FinalStage, report: FinalReport | undefined): boolean {
  if (!report) return false;
  if (lastDelivery(report) !== undefined) return true;
  if (stage === 'delivery') return false;
  if (stage === 'first') return versionsHandedIn(report).length > 0;
  if (stage === 'check') return approvedVersion(report) !== undefined;
  return filingState(report) === 'approve' && approvedVersion(report)?.number === currentFiling(report).number;
}

/** So many open days before the 検査 has to be over the prefecture is reminded. */
const OPEN_DAYS_BEFORE_DUE = 3;
export const inspectionRemindedOn = (due: Day, calendar: Calendar): Day =>
  addOpenDays(due, -OPEN_DAYS_BEFORE_DUE, calendar);
