import type { MonthlyView } from '../../../cards/reports/monthly-report.ts';
import type { InputOf } from '../../../programme/asks.ts';
import { fiscalYearOf } from '../../../programme/day.ts';
import { holdsDuty } from '../../../programme/duty.ts';
import { currentFiling, decisionOf } from '../../../programme/filing.ts';
import { may } from '../../../programme/may.ts';
import type { Member } from '../../../programme/member.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { movesTold } from '../../../programme/reports/monthly-change.ts';
import {
  isMonthlyOpen,
  type MonthlyReport,
  type MonthlyVersion,
  monthlyDraftOf,
  monthlyStanding,
  sentVersions,
} from '../../../programme/reports/monthly-report.ts';
import { monthName } from '../../../programme/support/month.ts';
import type { DaySpan } from '../../../programme/support/support-figures.ts';
import type { MemberStart, TurnStart } from '../../turn.ts';
import { drawnNow, meetingOfMonth, monthlyMeant, seesDrafts } from './monthly-of.ts';

type Looking = Pick<TurnStart, 'store' | 'programme' | 'now'> & {
  readonly who: Member;
  readonly room: Pick<TurnStart['room'], 'audience'>;
};

/** What somebody sees of a report: the one version that was handed in, or the draft where they may see that. */
export async function monthlyView(
  span: DaySpan,
  report: MonthlyReport | undefined,
  turn: Looking,
  version?: number,
): Promise<MonthlyView | undefined> {
  const isWriter = seesDrafts(turn);
  const of = { span, year: fiscalYearOf(span.from), meeting: (await meetingOfMonth(turn.store, span))?.day };
  const shown = report && versionShown(report, version, isWriter);
  if (!report || !shown) return isWriter ? { ...of, ...(await undrafted(span, turn)) } : undefined;
  const mayWrite = isWriter && shown === currentFiling(report) && may(turn.who, 'apply');
  const { parts, until } = monthlyDraftOf(report, shown);
  return {
    ...of,
    ...{
      parts,
      until,
      texts: shown.content.texts,
      standing: monthlyStanding(report, shown),
      sent: sentOf(report, shown),
    },
    moves: mayWrite && isMonthlyOpen(report) ? movesTold(report, await drawnNow(span, turn)) : [],
    ...{ mayWrite, maySend: mayWrite && holdsDuty(turn.who, 'pm'), toReceive: toReceive(report, shown, turn) },
  };
}

/**
 * The month that is meant, as whoever asks sees it.
 * @throws Refusal where there is nothing for them to see yet
 */
export async function monthlyShown(
  { month, version }: Pick<InputOf<'monthly-report'>, 'month' | 'version'>,
  turn: MemberStart,
): Promise<MonthlyView> {
  const { span, report } = await monthlyMeant({ month }, turn);
  const view = await monthlyView(span, report, turn, version);
  if (!view) throw Refusal.because('monthly-not-sent', { month: monthName(span) });
  return view;
}

/** A report as whoever writes it sees it; a draft is shown to them too. */
export async function ownMonthly(
  span: DaySpan,
  report: MonthlyReport | undefined,
  turn: MemberStart,
): Promise<MonthlyView> {
  const view = await monthlyView(span, report, turn);
  if (!view) throw new Error('who writes a report sees it');
  return view;
}

/** What a draft would be that was made now. */
async function undrafted(span: DaySpan, turn: Looking): Promise<Omit<MonthlyView, 'span' | 'year' | 'meeting'>> {
  const drawn = await drawnNow(span, turn);
  const none = { texts: {}, standing: undefined, sent: undefined, moves: [] };
  return { ...drawn, ...none, mayWrite: may(turn.who, 'apply'), maySend: holdsDuty(turn.who, 'pm') };
}

/** The last version that was handed in, while it is not received, for who may receive it. */
function toReceive(report: MonthlyReport, { number: version }: MonthlyVersion, { who, room }: Looking) {
  const isLast = sentVersions(report).at(-1)?.number === version;
  if (!isLast || decisionOf(report, version) || !may(who, 'approve', undefined, room.audience)) return undefined;
  return { filing: report.id, version };
}

function sentOf(report: MonthlyReport, shown: MonthlyVersion): MonthlyView['sent'] {
  const sent = sentVersions(report);
  const at = sent.indexOf(shown) + 1;
  return at > 0 ? { at, of: sent.length, versions: sent.map(({ number }) => number) } : undefined;
}

/** The version that was named, or the last one; whoever does not write it sees only those that were handed in. */
function versionShown(
  report: MonthlyReport,
  version: number | undefined,
  isWriter: boolean,
): MonthlyVersion | undefined {
  const seen = isWriter ? report.versions : sentVersions(report);
  return seen.find(({ number }) => number === version) ?? seen.at(-1);
}
