import { addMonths, type Day, fullDate, laterDay } from '../day.ts';
import { type Programme, settingsOf, yearsOf } from '../programme.ts';

/** The two days that are compared, in their order, and the fiscal year of the programme in which both lie. */
export type DaysMeant = {
  readonly from: Day;
  readonly until: Day;
  readonly fiscalYear: number;
  /** They were said the other way round. */
  readonly swapped: boolean;
};

/** Why two days cannot be compared, and what can be instead. */
export type DaysTrouble = {
  readonly trouble: 'ahead' | 'same' | 'before' | 'across';
  /** The day that is wrong; of two years, the earlier one. */
  readonly day: Day;
  /** The first day of the programme, or of the later of the two years. */
  readonly start: Day;
  readonly instead: readonly { readonly from: Day; readonly until: Day }[];
};

type Said = { readonly from?: Day | undefined; readonly until?: Day | undefined };

/** What is meant by the days that were said: today where no second one was, a month before it where no first one was. */
export function daysMeant(said: Said, programme: Programme, today: Day): DaysMeant | DaysTrouble {
  const until = said.until ?? today;
  const spans = spansOf(programme, today);
  const [begin] = spans.map(({ start }) => start).toSorted();
  const from = said.from ?? laterDay(spanOf(spans, until)?.start ?? until, addMonths(until, -1));
  const [first = from, last = until] = [from, until].toSorted();
  const current = { from: laterDay(spans[0]?.start ?? today, addMonths(today, -1)), until: today };
  const refused = (trouble: DaysTrouble['trouble'], day: Day, more: Partial<DaysTrouble> = {}): DaysTrouble => ({
    ...{ trouble, day, start: begin ?? today },
    instead: current.from < current.until ? [current] : [],
    ...more,
  });
  if (last > today) return refused('ahead', last);
  const [early, late] = [spanOf(spans, first), spanOf(spans, last)];
  if (late === undefined) return refused('before', last);
  if (first === last) return refused('same', first);
  if (early === undefined) return refused('before', first, { instead: wide([{ from: late.start, until: last }]) });
  if (early.fiscalYear === late.fiscalYear)
    return { from: first, until: last, fiscalYear: late.fiscalYear, swapped: from > until };
  const instead = wide([
    { from: late.start, until: last },
    { from: first, until: early.last },
  ]);
  return refused('across', first, { start: late.start, instead });
}

type SaidDays = { readonly from?: unknown; readonly until?: unknown };

/**
 * 12/1 said in November of the first year is still to come, and was not in a year of which there are no records: days that
 * were said without their year, looked at in the year in which they can be meant.
 */
export function ofThisYear(
  { from, until }: SaidDays,
  said: string,
  { programme, today }: { readonly programme: Programme; readonly today: Day },
): SaidDays {
  const begin = spansOf(programme, today)
    .map(({ start }) => start)
    .toSorted()[0];
  const isBare = !/\d{4}|年|令|R\d|前|昨|先/iu.test(said);
  const meant = (day: unknown) => {
    if (!isBare || begin === undefined || typeof day !== 'string' || !/^\d{4}-/.test(day) || day >= begin) return day;
    const next = addMonths(day, 12);
    return next > today ? next : day;
  };
  return { from: meant(from), until: meant(until) };
}

const wide = (all: DaysTrouble['instead']): DaysTrouble['instead'] => all.filter(({ from, until }) => from < until);

type YearSpan = { readonly fiscalYear: number; readonly start: Day; readonly last: Day };

/** The years of the programme, newest first: each goes on until the next one begins, for what is still reported late. */
function spansOf(programme: Programme, today: Day): readonly YearSpan[] {
  return yearsOf(programme)
    .toReversed()
    .flatMap((fiscalYear) => {
      const year = settingsOf(programme, fiscalYear);
      if (!year) return [];
      const isOver = fiscalYear !== programme.fiscalYear;
      return [{ fiscalYear, start: year.start, last: isOver ? year.end : today }];
    });
}

const spanOf = (spans: readonly YearSpan[], day: Day): YearSpan | undefined => spans.find(({ start }) => start <= day);

/** Why they are not compared, and what to send instead. */
export function daysTroubleSentence({ trouble, day, start }: DaysTrouble): string {
  const said = fullDate(day);
  return {
    ahead: `${said}はまだ来ていません。今日か、それより前の日を送ってください。`,
    same: `2つの日がどちらも${said}です。違う日を送ってください。`,
    before: `${said}は事業の始まり（${fullDate(start)}）より前です。それよりあとの日を送ってください。`,
    across: `年度をまたいでは比べられません。${fullDate(start)}より前か、それからの2つの日を選んでください。`,
  }[trouble];
}
