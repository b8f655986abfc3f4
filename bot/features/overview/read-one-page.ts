import { addMonths, type Day, dayOf, instantOf } from '../../../programme/day.ts';
import { asOf, digestOf } from '../../../programme/digest/digest.ts';
import { digestTotals } from '../../../programme/digest/digest-totals.ts';
import type { PrefectureWaiting } from '../../../programme/digest/prefecture-waiting.ts';
import { FILINGS } from '../../../programme/filing.ts';
import { type OnePage, onePageOf } from '../../../programme/overview/one-page.ts';
import { askedLast } from '../../../programme/reports/monthly-change.ts';
import { monthlyIdsOf } from '../../../programme/reports/monthly-report.ts';
import { weekOf } from '../../../programme/week.ts';
import type { Store } from '../../../storage/collections.ts';
import type { Making } from '../../files/handed-out.ts';
import { linesThen } from '../digest/lines-then.ts';
import { readTowns } from './read-towns.ts';

/** 1枚 as the records stood at a moment, beside the morning of a day: a month before where none is said. */
export async function readOnePage({ store, programme, now }: Making, from?: Day): Promise<OnePage> {
  const today = dayOf(now);
  const since = from ?? monthBefore(today, programme.start);
  const span = { since: instantOf(since), until: now };
  const week = weekOf(now);
  const [towns, { waiting, lines }, asks] = await Promise.all([
    readTowns(store, programme, undefined),
    linesThen({ store, programme, until: now }),
    askedInMonthly(store, programme.fiscalYear, now),
  ]);
  const at = (moment: Date) => towns.map((each) => ({ ...each, records: asOf(each.records, moment) }));
  const [before, after] = [at(span.since), at(now)];
  const records = towns.map((each) => ({ ...each, helps: [] }));
  const progress = { before: before.map((each) => each.records), after: after.map((each) => each.records) };
  const asked = { week, start: programme.start, today };
  const weekly = digestTotals(progress, asked);
  const all = digestTotals(progress, { ...asked, all: true });
  const shown = new Set(weekly.map(({ kpi }) => kpi.id));
  return onePageOf(
    { before, after },
    {
      programme: { name: programme.name, fiscalYear: programme.fiscalYear },
      ...{ since, until: now, lines, waiting: [...waiting, ...asks] },
      totals: [...weekly, ...all.filter(({ kpi }) => !shown.has(kpi.id))],
      digest: digestOf(programme, week, span, records),
    },
  );
}

/** What the last 月次報告 asks of the prefecture: counted only, as everything on the page is. */
async function askedInMonthly(store: Store, fiscalYear: number, now: Date): Promise<readonly PrefectureWaiting[]> {
  const found = await store.monthlyReports.list(FILINGS, monthlyIdsOf(fiscalYear));
  const asked = askedLast(
    found.map(({ value }) => value),
    now,
  );
  if (!asked) return [];
  return [{ what: '月次報告の依頼・協議', count: asked.count, since: dayOf(new Date(asked.since)), parts: [] }];
}

/** The same day a month ago; in the first month of a programme the day it began. */
function monthBefore(today: Day, start: Day): Day {
  const before = addMonths(today, -1);
  return before < start ? start : before;
}
