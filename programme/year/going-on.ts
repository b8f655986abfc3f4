import type { z } from 'zod';
import { findStage } from '../catalogue.ts';
import { type Day, fiscalYearName, shortDate } from '../day.ts';
import type { ItemYear } from '../programme.ts';
import { Carried, currentVersion, type ItemRecord } from '../progress/item-record.ts';
import { SETTLED } from '../progress/step-standing.ts';

/** What becomes of an item as a year ends: it goes on in the next one, or later still; it ends; or it does not apply. */
export const GoesOn = Carried.shape.goesOn;
export type GoesOn = z.infer<typeof GoesOn>;

/** 継続（令和7年度に実施） / 継続（令和8年度以降） / 終了 / 対象外, as seen from the next year. */
export function goesOnName(goesOn: GoesOn, next: number): string {
  if (goesOn === 'this') return `継続（${fiscalYearName(next)}に実施）`;
  if (goesOn === 'later') return `継続（${fiscalYearName(next + 1)}以降）`;
  return goesOn === 'end' ? '終了' : '対象外';
}

/** To end something that is not finished, or to say that it does not apply, needs a reason. */
export const needsReason = (goesOn: GoesOn): boolean => goesOn === 'end' || goesOn === 'none';

/** Where an item stood at the end of its year. */
export type EndedAs = z.infer<typeof Carried>['was'];

export function endedAs(record: ItemRecord): EndedAs {
  if (record.year !== 'this') return record.year;
  const percent = findStage(currentVersion(record)?.stage ?? '')?.percent;
  return percent !== undefined && percent >= SETTLED ? 'done' : 'open';
}

/** What has to be decided of a year's items: those that are not finished, and those that were put off. */
export function isToDecide(record: ItemRecord): boolean {
  const was = endedAs(record);
  return was === 'open' || was === 'later';
}

/** What happens where nobody says anything: nothing that is open gets lost, and nothing that was put off begins by itself. */
export const unlessDecided = (was: EndedAs): GoesOn => {
  if (was === 'open') return 'this';
  if (was === 'later') return 'later';
  return was === 'done' ? 'end' : 'none';
};

/** The year of the item's record in the next year. What has ended is not asked for any more. */
export const itemYearOf = (goesOn: GoesOn): ItemYear => (goesOn === 'end' ? 'none' : goesOn);

/** What somebody decided of one item; absent what goes without saying. */
export type ItemDecision = {
  readonly municipality: string;
  readonly item: string;
  readonly goesOn: GoesOn;
  readonly due?: Day | undefined;
  readonly reason?: string | undefined;
  /** The member who decided it in chat; absent where it stands in the operator's sheet. */
  readonly by?: string | undefined;
};

/** 継続（令和7年度に実施）、期限 12/25(木)、理由: … */
export function decisionText(
  { goesOn, due, reason }: Omit<ItemDecision, 'municipality' | 'item'>,
  next: number,
): string {
  const parts = [
    goesOnName(goesOn, next),
    ...(due ? [`期限 ${shortDate(due)}`] : []),
    ...(reason ? [`理由: ${reason}`] : []),
  ];
  return parts.join('、');
}
