import type { Kpi } from '../catalogue.ts';
import { fiscalYearOf, fullDate } from '../day.ts';
import type { Municipality } from '../municipality.ts';
import { answerKindOf, type IndicatorTerms, indicatorIds, indicatorTermsFor } from '../national-indicator.ts';
import { type KpiEntry, type KpiRecord, lastSaid } from '../progress/kpi-record.ts';
import type { Progress } from '../progress/step-standing.ts';
import type { DataState } from '../provenance.ts';
import type { Week } from '../week.ts';
import { figureText, latestFigures, type NationalFigure, newestOf } from './national-figure.ts';

/** What is reported of a KPI that stands beside an indicator; it stays what it is, and is put together with no figure. */
export type ReportedBeside = {
  readonly kpi: Kpi;
  /** Whether both count the same thing. */
  readonly same: boolean;
  readonly record: KpiRecord | undefined;
  readonly said: KpiEntry | undefined;
  readonly state: DataState;
};

/** An indicator of a municipality: what is published of it, and beside it what it reports. */
export type IndicatorStanding = {
  readonly terms: IndicatorTerms;
  /** Of the latest survey; absent where no table with it was imported. */
  readonly figure: NationalFigure | undefined;
  /** Of the surveys before, latest first. */
  readonly earlier: readonly NationalFigure[];
  readonly reported: readonly ReportedBeside[];
};

export type TownIndicators = { readonly municipality: Municipality; readonly standings: readonly IndicatorStanding[] };

/** What is on record of one municipality. */
export type IndicatorRecords = {
  readonly municipality: Municipality;
  readonly figures: readonly NationalFigure[];
  readonly records: Progress;
};

type Known = {
  readonly kept: readonly IndicatorTerms[];
  readonly week: Week;
  /** For indicators of which there is no figure: what is known of them in this fiscal year. */
  readonly fiscalYear: number;
};

/** Every indicator of one municipality, in the order of the dashboard. */
export function townIndicators({ municipality, figures, records }: IndicatorRecords, known: Known): TownIndicators {
  const latest = latestFigures(figures);
  const standings = indicatorIds.flatMap((indicator): IndicatorStanding[] => {
    const figure = latest.get(indicator);
    // A figure goes by what was counted in its own survey.
    const year = figure ? fiscalYearOf(figure.surveyedOn) : known.fiscalYear;
    const terms = indicatorTermsFor(indicator, year, known.kept);
    if (!terms) return [];
    const before = figures.filter((each) => each.indicator === indicator && each !== figure);
    const earlier = before.toSorted((a, b) => b.surveyedOn.localeCompare(a.surveyedOn));
    return [{ terms, figure, earlier, reported: reportedBeside(terms, records, known.week) }];
  });
  return { municipality, standings };
}

function reportedBeside(terms: IndicatorTerms, records: Progress, week: Week): readonly ReportedBeside[] {
  const beside = [
    ...terms.kpis.map((id) => ({ id, same: true })),
    ...terms.near.filter((id) => !terms.kpis.includes(id)).map((id) => ({ id, same: false })),
  ];
  return beside.flatMap(({ id, same }) => {
    const kpi = records.catalogue.kpis.find((each) => each.id === id);
    if (!kpi) return [];
    const record = records.kpis.get(id);
    const said = record && lastSaid(record, week);
    return [{ kpi, same, record, said, state: stateOf(record, said) }];
  });
}

function stateOf(record: KpiRecord | undefined, said: KpiEntry | undefined): DataState {
  if (record === undefined) return 'unconfirmed';
  if (said === undefined) return 'notReported';
  return said.kind === 'confirmedNone' ? 'confirmedNone' : 'reported';
}

/** 実施・調査時点 令和5年4月1日（土）; 未取込 where no table with it was imported. */
export function publishedText({ figure }: Pick<IndicatorStanding, 'figure'>): string {
  if (!figure) return NOT_IMPORTED;
  return `${figureText(answerKindOf(figure.indicator), newestOf(figure).reading)}・調査時点 ${fullDate(figure.surveyedOn)}`;
}
export const NOT_IMPORTED = '未取込';

/** Why what is published and what is reported need not be the same, for this indicator and KPI. */
export function whyDifferent({ terms, figure }: IndicatorStanding, { kpi, same, said }: ReportedBeside): string[] {
  return [
    same
      ? '定義: 同じことを数えますが、数える範囲は公表元の調査のとおりです。'
      : `定義: 別のものを数えます。全国指標は「${terms.name}」、報告値は「${kpi.name}」です。`,
    denominators(terms, kpi),
    figure && said
      ? `時点: 公表値は${fullDate(figure.surveyedOn)}の調査、報告値は${fullDate(said.week)}の週のものです。`
      : '時点: 公表値は調査の日、報告値は報告した週のものです。',
  ].flatMap((each) => each ?? []);
}

function denominators({ denominator }: IndicatorTerms, kpi: Kpi): string | undefined {
  const own = kpi.denominator;
  if (denominator === '' && own === undefined) return undefined;
  return `分母: 全国指標は${denominator === '' ? '未確認' : `「${denominator}」`}、報告値は${own === undefined ? '分母なし' : `「${own}」`}です。`;
}
