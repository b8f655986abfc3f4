import { addOpenDays, type Calendar, nextOpenDay } from '../calendar.ts';
import { addDays, type Day, dayOf, daysBetween } from '../day.ts';
import {
  actOf,
  approvedVersion,
  asHandedIn,
  currentFiling,
  decisionOf,
  type Filing,
  type FilingDecision,
  filingState,
  versionsHandedIn,
} from '../filing.ts';
import { UNDO_HOURS } from '../provenance.ts';

/** A filing that waits so many open days is spoken of again; so is a 文書番号 that does not come. */
export const OPEN_DAYS_TO_WAIT = 3;
const DAYS_IN_WEEK = 7;

/** When the version that waits was handed in; undefined where none waits. It waits until the next one is handed in. */
export function waitingSince(filing: Filing): string | undefined {
  const handedIn = asHandedIn(filing);
  if (!handedIn || filingState(handedIn) !== 'submitted') return undefined;
  const { number } = currentFiling(handedIn);
  return filing.submissions?.findLast(({ version }) => version === number)?.at;
}

/** The yes that still has no 文書番号; undefined where there is nothing to wait for. */
export function lacksAct(filing: Filing): FilingDecision | undefined {
  const approved = approvedVersion(filing);
  return approved && !actOf(filing, approved.number) ? approved.approved : undefined;
}

/** Whether a 文書番号 is asked for on this day: the third open day after the yes, then every week, never on a closed day. */
export function isActAskedOn(decidedAt: string, day: Day, calendar: Calendar): boolean {
  const first = addOpenDays(dayOf(new Date(decidedAt)), OPEN_DAYS_TO_WAIT, calendar);
  if (day < first) return false;
  const weeks = Math.floor(daysBetween(first, day) / DAYS_IN_WEEK);
  // What falls into a long closure comes with what falls due right after it.
  return [weeks, weeks - 1, weeks - 2]
    .filter((each) => each >= 0)
    .some((each) => nextOpenDay(addDays(first, each * DAYS_IN_WEEK), calendar) === day);
}

/** What keeps a yes from being decided anew. */
type Holding = {
  readonly now: Date;
  readonly effectiveFrom: Day | undefined;
  /** The kind has a command of its own by which a yes is taken back. */
  readonly isTakenBack: boolean;
};

/** Why a verdict about a version cannot be taken. */
export type DecisionTrouble =
  | 'withdrawn'
  | 'newer-version'
  | 'not-submitted'
  | 'decided'
  | 'in-force'
  | 'taken-back-otherwise';

/**
 * Why a verdict about a version is not taken. The version that waits is decided; one that was decided may be decided anew,
 * by who has seen what stands (`anew`: how many decisions there were), until people act on it.
 */
export function decisionTrouble(
  filing: Filing,
  { version, anew }: { readonly version: number; readonly anew?: number | undefined },
  { now, effectiveFrom, isTakenBack }: Holding,
): DecisionTrouble | undefined {
  if (filing.withdrawn) return 'withdrawn';
  const handedIn = versionsHandedIn(filing);
  if (handedIn.every(({ number }) => number !== version)) return 'not-submitted';
  const isLast = handedIn.at(-1)?.number === version;
  if (!isLast && approvedVersion(filing)?.number !== version) return 'newer-version';
  const decided = decisionOf(filing, version);
  if (!decided) return undefined;
  if (anew !== filing.decisions?.length) return 'decided';
  if (decided.verdict !== 'approve') return undefined;
  if (isTakenBack) return 'taken-back-otherwise';
  return isInForce(decided, effectiveFrom, now) ? 'in-force' : undefined;
}

/** Whether people act on a yes by now: it has taken effect, and whoever slipped had a day to see it. */
export function isInForce({ at }: FilingDecision, effectiveFrom: Day | undefined, now: Date): boolean {
  if (effectiveFrom === undefined || effectiveFrom > dayOf(now)) return false;
  return now.getTime() - Date.parse(at) >= UNDO_HOURS * 3_600_000;
}
