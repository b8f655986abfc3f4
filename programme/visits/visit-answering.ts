import { addOpenDays, type Calendar } from '../calendar.ts';
import { addDays, type Day, dayOf } from '../day.ts';
import {
  confirmationDue,
  currentVisit,
  type VisitAnswer,
  type VisitRecord,
  type VisitStanding,
  visitStanding,
} from './visit-record.ts';

/** What a municipality may still say of a visit. */
export type VisitOpen = {
  readonly standing: VisitStanding;
  /** 確認: also after something was to be put right, whenever that is settled. */
  readonly mayConfirm: boolean;
  /** 直してほしい: as long as the time to confirm lasts. */
  readonly mayReturn: boolean;
  /** 満足度, for the first time or once more. */
  readonly mayRate: boolean;
};

/** What the municipality last said of the version that counts. */
export function answerOfCurrent(record: VisitRecord): VisitAnswer | undefined {
  const number = currentVisit(record)?.number;
  return record.answers?.findLast(({ version, undone }) => version === number && undone === undefined);
}

/** How many open days 満足度 can be said, and said again, once it is asked. */
const RATE_OPEN_DAYS = 10;

/** The day from which 満足度 may be said: it was confirmed, or the time to confirm it was over. */
function ratedFrom(record: VisitRecord, today: Day, calendar: Calendar): Day | undefined {
  const current = currentVisit(record);
  const standing = visitStanding(record, today, calendar);
  if (!current || standing === undefined) return undefined;
  if (standing === 'unconfirmed') return addDays(confirmationDue(current, calendar), 1);
  const answer = answerOfCurrent(record);
  return standing === 'confirmed' && answer ? dayOf(new Date(answer.at)) : undefined;
}

/** The last day on which 満足度 may be said; undefined as long as it is not asked. */
export function ratedUntil(record: VisitRecord, today: Day, calendar: Calendar): Day | undefined {
  const from = ratedFrom(record, today, calendar);
  return from && addOpenDays(from, RATE_OPEN_DAYS, calendar);
}

/** Undefined where nothing of the record stands. */
export function visitOpen(record: VisitRecord, today: Day, calendar: Calendar): VisitOpen | undefined {
  const current = currentVisit(record);
  const standing = visitStanding(record, today, calendar);
  if (!current || standing === undefined) return undefined;
  const until = ratedUntil(record, today, calendar);
  return {
    standing,
    mayConfirm: standing === 'waiting' || standing === 'returned',
    mayReturn: standing !== 'unconfirmed' && today <= confirmationDue(current, calendar),
    mayRate: until !== undefined && today <= until,
  };
}
