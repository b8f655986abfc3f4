import { addDays, type Day, dayOf } from '../day.ts';
import { digestOf, type MunicipalityWeek } from '../digest/digest.ts';
import { rateText } from '../support/figure-texts.ts';
import { type ComputedKpi, programmeKpis } from '../support/programme-kpis.ts';
import type { SupportOverview } from '../support/support-overview.ts';
import { currentVisit } from '../visits/visit-record.ts';
import { aheadPart } from './monthly-ahead.ts';
import { casesPart } from './monthly-cases.ts';
import type { MonthlyDrawn } from './monthly-change.ts';
import { consumptionText, dispatchPart, monthlySupport } from './monthly-dispatch.ts';
import { issuesPart, requestsOfMonth, requestsText } from './monthly-issues.ts';
import { achievedText, kpiPart, statesIn, statesText, stepPart } from './monthly-progress.ts';
import { computedToTell, mayTellSatisfaction, qualityPart } from './monthly-quality.ts';
import { type DrawnMonth, drawnMonth, type MonthRecords } from './monthly-records.ts';
import { type MonthlyPart, monthlyFact } from './monthly-report.ts';
import { requestsPart, staffingPart } from './monthly-staffing.ts';

/** The report of a month as the records have it, field by field in the order of FM-08. Nothing in it is typed by anybody. */
export function monthlyDraft(records: MonthRecords): MonthlyDrawn {
  const month = drawnMonth(records);
  const overview = monthlySupport(records);
  const weeks = weeksOf(month);
  const computed = computedOf(month);
  const mayTell = mayTellSatisfaction(records.support, records.satisfactionTold);
  const mismatches = computed.find(({ id }) => id === 'KP-12')?.count ?? 0;
  return {
    until: month.untilDay,
    ...(mayTell && overview.satisfaction ? { tellsSatisfaction: true } : {}),
    parts: [
      summaryPart(month, overview, weeks),
      dispatchPart(overview),
      stepPart(month),
      kpiPart(month, computedToTell(computed, mayTell)),
      issuesPart(month, weeks),
      casesPart(month),
      staffingPart(month),
      qualityPart(overview, mismatches, mayTell),
      aheadPart(month),
      requestsPart(month),
    ],
  };
}

/** What the month brought in each municipality, as a digest of its whole length has it. */
function weeksOf({ programme, week, span, until, then }: DrawnMonth): readonly MunicipalityWeek[] {
  const since = new Date(`${span.from}T00:00:00+09:00`);
  const { municipalities } = digestOf(programme, week, { since, until }, then);
  return municipalities;
}

/** The KPIs of the programme from the beginning of the year to the end of the month, as 事業KPI has them. */
function computedOf(month: DrawnMonth): readonly ComputedKpi[] {
  const { programme, now, until, untilDay, then } = month;
  const upTo = (day: Day | undefined) => day !== undefined && day <= untilDay;
  const support = month.support.map((each) => ({
    ...each,
    visits: each.visits.filter((record) => upTo(currentVisit(record)?.content.day)),
    unrecorded: each.unrecorded.filter(upTo),
  }));
  const requests = then.flatMap(({ helps }) => helps).filter(({ at }) => at <= until.toISOString());
  return programmeKpis(
    { support, requests, mismatches: month.mismatches.filter(({ reported }) => upTo(reported)) },
    {
      fiscalYear: programme.fiscalYear,
      today: untilDay,
      // What is due on the last day of a month that is over was due then.
      lastOver: dayOf(now) > untilDay ? untilDay : addDays(untilDay, -1),
      closures: programme.closures,
    },
  );
}

/** 総括: what the fields below it come to, a line each. */
function summaryPart(month: DrawnMonth, overview: SupportOverview, weeks: readonly MunicipalityWeek[]): MonthlyPart {
  const { visits, days, inPerson } = overview.total;
  const { then } = month;
  const support =
    visits === 0
      ? '訪問の記録はありません'
      : `${overview.recorded}団体に${visits}回・${days}日・対面 ${rateText(inPerson, visits)}`;
  const requests = requestsOfMonth(
    then.flatMap(({ helps }) => helps),
    month,
  );
  return {
    field: 'summary',
    facts: [
      monthlyFact('派遣', support),
      monthlyFact('計画の消化', consumptionText(overview.consumption)),
      monthlyFact('項目の状態', statesText(then.flatMap(({ after }) => statesIn(after)))),
      monthlyFact('達成したステップ', achievedText(weeks)),
      monthlyFact('相談', requestsText(requests)),
    ],
  };
}
