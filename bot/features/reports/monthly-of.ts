import type { InputOf } from '../../../programme/asks.ts';
import { addMonths, dayOf } from '../../../programme/day.ts';
import { FILINGS } from '../../../programme/filing.ts';
import type { Meeting } from '../../../programme/meetings/meeting.ts';
import type { Member } from '../../../programme/member.ts';
import { Refusal } from '../../../programme/refusal.ts';
import type { MonthlyDrawn } from '../../../programme/reports/monthly-change.ts';
import { monthlyMeeting } from '../../../programme/reports/monthly-days.ts';
import { monthlyDraft } from '../../../programme/reports/monthly-draft.ts';
import {
  isMonthlyOpen,
  type MonthlyReport,
  monthlyId,
  monthlyIdsOf,
  sentVersions,
  spanOfMonthly,
} from '../../../programme/reports/monthly-report.ts';
import { monthMeant, monthName, monthOfDay } from '../../../programme/support/month.ts';
import type { DaySpan } from '../../../programme/support/support-figures.ts';
import type { Store } from '../../../storage/collections.ts';
import type { TurnStart } from '../../turn.ts';
import { allMeetings } from '../meetings/find.ts';
import { readMonth } from './read-month.ts';

export const monthlyAt = (span: Pick<DaySpan, 'from'>) => ({ partition: FILINGS, id: monthlyId(span) });

/** The 進捗状況確認会議 of a month; undefined where none is planned. */
export const meetingOfMonth = async (store: Store, span: DaySpan): Promise<Meeting | undefined> =>
  monthlyMeeting(await allMeetings(store, ({ kind }) => kind === 'progress'), span);

export async function monthlyStored(store: Store, span: DaySpan): Promise<MonthlyReport | undefined> {
  const { partition, id } = monthlyAt(span);
  return (await store.monthlyReports.get(partition, id))?.value;
}

async function monthlyReportsOf(store: Store, fiscalYear: number): Promise<readonly MonthlyReport[]> {
  return (await store.monthlyReports.list(FILINGS, monthlyIdsOf(fiscalYear))).map(({ value }) => value);
}

type Asking = Pick<TurnStart, 'programme' | 'store' | 'now'> & {
  readonly who: Pick<Member, 'role'>;
  readonly room: Pick<TurnStart['room'], 'audience'>;
};

/** Drafts are the secretariat's, where nobody else looks on. */
export const seesDrafts = ({ who, room }: Pick<Asking, 'who' | 'room'>): boolean =>
  who.role === 'secretariat' && (room.audience === undefined || room.audience === 'secretariat');

/**
 * The month that is meant, with its report if there is one. Where none is said: for the secretariat the month before as
 * long as that is not handed in, else this one; for the prefecture the last one that was handed in.
 * @throws Refusal `no-such-month`
 */
export async function monthlyMeant(
  { month }: Pick<InputOf<'monthly-report'>, 'month'>,
  turn: Asking,
): Promise<{ readonly span: DaySpan; readonly report: MonthlyReport | undefined }> {
  const { programme, store, now } = turn;
  if (month !== undefined) {
    const span = monthMeant(month, programme.fiscalYear, dayOf(now));
    if (!isOfProgramme(span, turn)) throw Refusal.because('no-such-month', { month: monthName(span) });
    return { span, report: await monthlyStored(store, span) };
  }
  const all = await monthlyReportsOf(store, programme.fiscalYear);
  const span = seesDrafts(turn) ? monthToWrite(all, turn) : monthToRead(all, turn);
  return { span, report: all.find(({ id }) => id === monthlyId(span)) };
}

/** It has begun, and a part of it lies in the programme. */
const isOfProgramme = ({ from, until }: DaySpan, { programme, now }: Pick<Asking, 'programme' | 'now'>): boolean =>
  from <= dayOf(now) && from <= programme.end && until >= programme.start;

/** The last month of the programme that has begun. */
function runningMonth({ programme, now }: Pick<Asking, 'programme' | 'now'>): DaySpan {
  const [day = programme.end] = [dayOf(now), programme.end].toSorted();
  return monthOfDay(day);
}

function monthToWrite(all: readonly MonthlyReport[], turn: Asking): DaySpan {
  const running = runningMonth(turn);
  const before = monthOfDay(addMonths(running.from, -1));
  const report = all.find(({ id }) => id === monthlyId(before));
  return report && isMonthlyOpen(report) && isOfProgramme(before, turn) ? before : running;
}

function monthToRead(all: readonly MonthlyReport[], turn: Asking): DaySpan {
  const last = all.findLast((report) => sentVersions(report).length > 0);
  return last ? spanOfMonthly(last) : runningMonth(turn);
}

/** What the records of a month give now. */
export const drawnNow = async (
  span: DaySpan,
  turn: Pick<Asking, 'store' | 'programme' | 'now'>,
): Promise<MonthlyDrawn> => monthlyDraft(await readMonth(span, turn));
