import type { FinalView } from '../../../cards/final-report/final-report.ts';
import { calendarOf } from '../../../programme/calendar.ts';
import { shortDate } from '../../../programme/day.ts';
import { decidersAmong, holdsDuty } from '../../../programme/duty.ts';
import { asHandedIn, currentFiling, editionHandedIn, filingState } from '../../../programme/filing.ts';
import { isStageDone, stageDay, stagesInOrder } from '../../../programme/final-report/final-days.ts';
import { draftedTexts, finalDraft } from '../../../programme/final-report/final-draft.ts';
import { finalGaps } from '../../../programme/final-report/final-gaps.ts';
import type { FinalRecords } from '../../../programme/final-report/final-records.ts';
import {
  awaitsInspection,
  deliveryStanding,
  type FinalReport,
  finalReportTitle,
  finalStanding,
  hasPassed,
  lastDelivery,
  mayDeliver,
} from '../../../programme/final-report/final-report.ts';
import { may } from '../../../programme/may.ts';
import type { Member } from '../../../programme/member.ts';
import { Refusal } from '../../../programme/refusal.ts';
import type { TurnStart } from '../../turn.ts';
import { seesDrafts } from '../reports/monthly-of.ts';
import { drawnOf, finalReportOf } from './final-sheet.ts';
import { readFinal, withMismatches } from './read-final.ts';

export type FinalLooking = Pick<TurnStart, 'store' | 'programme' | 'now'> & {
  readonly who: Member;
  readonly room: Pick<TurnStart['room'], 'audience'>;
};

/** 業務報告書 with what it is drawn from, as somebody sees it. */
export type FinalLook = {
  readonly view: FinalView;
  readonly report: FinalReport | undefined;
  readonly records: FinalRecords;
};

/** Drafts are the secretariat's; everybody else sees what was handed in last. */
export async function lookAtFinal(turn: FinalLooking): Promise<FinalLook> {
  const { store, programme } = turn;
  const { fiscalYear } = programme;
  const [report, records] = await Promise.all([finalReportOf(store, fiscalYear), readFinal(turn)]);
  const isWriter = seesDrafts(turn);
  const seen = isWriter ? report : report && asHandedIn(report);
  const shown = seen && currentFiling(seen);
  const drawn = shown && (await drawnOf(store, fiscalYear, shown.number));
  const parts = drawn?.parts ?? (isWriter ? finalDraft(await withMismatches(records, store)) : []);
  const drafted = draftedTexts(parts);
  const view: FinalView = {
    ...{ year: fiscalYear, title: finalReportTitle(fiscalYear), end: programme.end, version: shown?.number },
    ...standingsOf(report, seen, isWriter),
    stages: stagesIn(report, turn),
    texts: shown?.content.texts ?? {},
    gaps: finalGaps(records, report ? currentFiling(report).content.texts : {}),
    towns: records.towns.map(({ municipality }) => municipality),
    drafted: (key) => drafted.get(key) ?? '',
    ...rightsOf(report, records, turn, isWriter),
  };
  return { view, report, records };
}

export const finalView = async (turn: FinalLooking): Promise<FinalView> => (await lookAtFinal(turn)).view;

function standingsOf(report: FinalReport | undefined, seen: FinalReport | undefined, isWriter: boolean) {
  const last = report && lastDelivery(report);
  return {
    standing: seen ? editionText(seen) : isWriter ? '下書き（本文はまだ書いていません）' : undefined,
    delivery: report ? deliveryStanding(report, (day) => shortDate(day)) : '納品前',
    toCorrect: last?.inspection?.verdict === 'amend' ? last.inspection.what : undefined,
  };
}

/** 第2版・承認, or 第2版の下書き（第1版・承認）. */
function editionText(report: FinalReport): string {
  const { number } = currentFiling(report);
  const edition = editionHandedIn(report, number);
  const said = finalStanding(report, { number });
  if (filingState(report) !== 'draft') return `第${edition}版・${said}`;
  const before = asHandedIn(report);
  return before ? `第${edition}版の${said}（${editionText(before)}）` : said;
}

function stagesIn(report: FinalReport | undefined, { programme }: FinalLooking): FinalView['stages'] {
  const calendar = calendarOf(programme.closures);
  return stagesInOrder.map((stage) => ({
    stage,
    day: stageDay(stage, programme.end, calendar),
    isDone: isStageDone(stage, report),
  }));
}

function rightsOf(
  report: FinalReport | undefined,
  { members }: FinalRecords,
  { who }: FinalLooking,
  isWriter: boolean,
) {
  const mayWrite = isWriter && may(who, 'apply');
  const isDraft = report === undefined || filingState(report) === 'draft';
  const isOver = report !== undefined && hasPassed(report);
  const isHandedIn = report !== undefined && asHandedIn(report) !== undefined;
  return {
    mayWrite,
    mayEdit: mayWrite && !isOver,
    maySubmit: mayWrite && isDraft && !isOver && holdsDuty(who, 'pm'),
    mayWithdraw: mayWrite && report !== undefined && awaitsInspection(report),
    mayDeliver: mayWrite && isHandedIn && report !== undefined && mayDeliver(report),
    mayInspect:
      report !== undefined && awaitsInspection(report) && decidersAmong(members).some(({ id }) => id === who.id),
  };
}

/** @throws Refusal once it has passed its 検査 */
export function refusePassed(report: FinalReport | undefined): void {
  if (report && hasPassed(report)) throw Refusal.because('final-passed');
}
