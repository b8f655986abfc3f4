import { addOpenDays, type Calendar, openDaysAfter } from '../calendar.ts';
import { type Day, dayOf } from '../day.ts';
import type { Provenance } from '../provenance.ts';
import type { Rating } from '../visits/rating.ts';
import type { VisitRecord } from '../visits/visit-record.ts';
import type { Mismatch, MismatchParty } from './mismatch.ts';
import { type RaisedBecause, type RaisedMismatch, raisedByRatings } from './mismatch-signals.ts';

type MismatchVersion = Mismatch['versions'][number];
/** What of a case is written, without who wrote it and when. */
export type MismatchContent = Omit<MismatchVersion, keyof Provenance>;

/** 聞き取り of both sides is due in so many open days after 申出日; a case that is older than this goes to the PM. */
const HEARING_OPEN_DAYS = 5;
const PM_OPEN_DAYS = 20;

/** A case: one that follows from ratings, or one that somebody opened by hand. `kept` once somebody wrote in it. */
export type MismatchCase = {
  readonly id: string;
  readonly municipality: string;
  readonly expert: string;
  readonly reportedOn: Day;
  readonly reportedBy: MismatchParty;
  /** Why ratings opened it; absent for one that was opened by hand, or whose ratings were taken back since. */
  readonly because?: RaisedBecause;
  /** The moment of the rating that opened it. */
  readonly raisedAt?: string;
  readonly kept?: Mismatch;
};

/** What cases follow from. */
export type MismatchFacts = {
  readonly ratings: readonly Rating[];
  readonly visits: readonly Pick<VisitRecord, 'id' | 'versions'>[];
  readonly mismatches: readonly Mismatch[];
};

/** What is written in a case now. */
export const contentOf = ({ kept }: Pick<MismatchCase, 'kept'>): MismatchContent => kept?.versions.at(-1) ?? {};

export const isOpenCase = (one: Pick<MismatchCase, 'kept'>): boolean => contentOf(one).resolvedOn === undefined;

/** Every case there is, by 申出日. One that somebody wrote in stays even where its ratings are taken back. */
export function casesOf({ ratings, visits, mismatches }: MismatchFacts): readonly MismatchCase[] {
  const kept = new Map(mismatches.map((mismatch) => [mismatch.id, mismatch]));
  const openOn = ({ id }: RaisedMismatch, day: Day) => {
    const resolved = kept.get(id)?.versions.at(-1)?.resolvedOn;
    return resolved === undefined || day <= resolved;
  };
  const raised = new Map(raisedByRatings(ratings, visits, openOn).map((one) => [one.id, one]));
  const untouched = [...raised.values()].filter(({ id }) => !kept.has(id));
  const all: readonly MismatchCase[] = [
    ...untouched.map((one) => ({ ...one, reportedBy: 'municipality' as const })),
    ...mismatches.map((mismatch) => keptCase(mismatch, raised.get(mismatch.id))),
  ];
  return all.toSorted((a, b) => (a.reportedOn + a.id < b.reportedOn + b.id ? -1 : 1));
}

function keptCase(kept: Mismatch, raised: RaisedMismatch | undefined): MismatchCase {
  const { id, municipality, expert, reportedOn, reportedBy } = kept;
  return {
    id,
    municipality,
    expert,
    reportedOn,
    reportedBy,
    kept,
    ...(raised ? { because: raised.because, raisedAt: raised.raisedAt } : {}),
  };
}

/** The last day for 聞き取り of both sides. */
export const hearingDue = ({ reportedOn }: Pick<MismatchCase, 'reportedOn'>, calendar: Calendar): Day =>
  addOpenDays(reportedOn, HEARING_OPEN_DAYS, calendar);

/** The day from which a case that is still open is the PM's. */
export const pmFrom = ({ reportedOn }: Pick<MismatchCase, 'reportedOn'>, calendar: Calendar): Day =>
  addOpenDays(reportedOn, PM_OPEN_DAYS + 1, calendar);

/** What is due in an open case on a day; `hearing` from the day on on which it is due. */
export type MismatchDue = { readonly hearing: 'none' | 'open' | 'today' | 'overdue'; readonly isOld: boolean };

export function mismatchDueOn(one: MismatchCase, today: Day, calendar: Calendar): MismatchDue {
  if (!isOpenCase(one)) return { hearing: 'none', isOld: false };
  const due = hearingDue(one, calendar);
  const hearing = today > due ? 'overdue' : today === due ? 'today' : 'open';
  return {
    hearing: contentOf(one).heardOn === undefined ? hearing : 'none',
    isOld: today >= pmFrom(one, calendar),
  };
}

/** 聞き取りまでの開庁日数: open days from 申出日 until both sides had been heard; undefined as long as they have not. */
export function hearingOpenDays(one: MismatchCase, calendar: Calendar): number | undefined {
  const { heardOn } = contentOf(one);
  return heardOn === undefined ? undefined : openDaysAfter(one.reportedOn, heardOn, calendar);
}

/**
 * How many cases were brought up in a period (days inclusive), and in how many a replacement was decided in it: no more
 * than that is told to the prefecture.
 * @param visits the records the ratings are of; without them visits are taken in the order they were planned in
 */
export function mismatchCount(
  ratings: readonly Rating[],
  mismatches: readonly Mismatch[],
  { from, until }: { readonly from: Day; readonly until: Day },
  visits: MismatchFacts['visits'] = [],
): { readonly cases: number; readonly replacements: number } {
  const isIn = (day: Day | undefined) => day !== undefined && from <= day && day <= until;
  const all = casesOf({ ratings, visits, mismatches });
  return {
    cases: all.filter(({ reportedOn }) => isIn(reportedOn)).length,
    replacements: mismatches.filter((one) => isIn(replacementDecidedOn(one))).length,
  };
}

/** The day since which 交代 stands as what is done about it. */
function replacementDecidedOn({ versions }: Mismatch): Day | undefined {
  const first = versions[versions.findLastIndex(({ measure }) => measure !== 'replacement') + 1];
  return first && dayOf(new Date(first.at));
}

/**
 * Adds what is written now to what was written before; what is not said stays. Both sides are heard from the day on on
 * which both stand there, unless another day is said. The same again, or a replay, changes nothing.
 */
export function withMismatchContent(of: MismatchCase, said: MismatchContent, from: Provenance): Mismatch {
  const { id, municipality, expert, reportedOn, reportedBy, kept } = of;
  if (kept?.versions.some(({ ask }) => ask === from.ask)) return kept;
  const before = kept ? contentOnly(kept.versions.at(-1)) : {};
  const heard = { ...before.heard, ...said.heard };
  const heardOn = said.heardOn ?? before.heardOn ?? (isBoth(heard) ? dayOf(new Date(from.at)) : undefined);
  const next: MismatchContent = {
    ...before,
    ...said,
    ...(Object.keys(heard).length > 0 ? { heard } : {}),
    ...(heardOn && isBoth(heard) ? { heardOn } : {}),
  };
  if (kept && JSON.stringify(inOneOrder(before)) === JSON.stringify(inOneOrder(next))) return kept;
  const versions = [...(kept?.versions ?? []), { ...from, ...next }];
  return { id, municipality, expert, reportedOn, reportedBy, versions };
}

const isBoth = ({ municipality, expert }: NonNullable<MismatchContent['heard']>): boolean =>
  municipality !== undefined && expert !== undefined;

function contentOnly(version: MismatchVersion | undefined): MismatchContent {
  if (!version) return {};
  const { by: _by, at: _at, via: _via, ask: _ask, ...content } = version;
  return content;
}

const inOneOrder = (content: MismatchContent) => Object.entries(content).toSorted(([a], [b]) => (a < b ? -1 : 1));
