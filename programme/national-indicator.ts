import { z } from 'zod';
import shipped from './catalogue/national-indicators.json' with { type: 'json' };
import { addMonths, Day } from './day.ts';

/** How a municipality's figure of an indicator reads: 実施／未実施, or a percentage. */
const Answer = z.enum(['yesNo', 'rate']);
export type IndicatorAnswer = z.infer<typeof Answer>;

/**
 * What an indicator of 自治体DXダッシュボード (デジタル庁・総務省) counts, as of the surveys of one fiscal year. An empty
 * text is what nobody has said.
 */
export const IndicatorTerms = z.object({
  indicator: z.string(),
  /** The fiscal year of the survey. */
  year: z.number().int(),
  name: z.string().min(1),
  /** KPIs of the catalogue that count the same, and those that are only like it. */
  kpis: z.array(z.string()),
  near: z.array(z.string()),
  definition: z.string(),
  denominator: z.string(),
  /** 調査の名 */
  survey: z.string(),
  /** 調査時点 */
  surveyedOn: Day.optional(),
  source: z.string(),
  url: z.string(),
  /** What its columns are called in the table that is downloaded; without signs of width. */
  headings: z.array(z.string()),
  numeratorHeadings: z.array(z.string()),
  denominatorHeadings: z.array(z.string()),
  note: z.string(),
  /** 確認日: the day on which somebody compared it with what is published; without one it is 未確認. */
  checkedOn: Day.optional(),
  checkedBy: z.string().optional(),
});
export type IndicatorTerms = z.infer<typeof IndicatorTerms>;

const SOURCE = 'デジタル庁「自治体DXの取組に関するダッシュボード」（総務省の調査による）';
const URL = 'https://www.digital.go.jp/resources/govdashboard/local-government-dx';

/** What the program brings along of one indicator. */
const Shipped = z.object({
  indicator: z.string(),
  answer: Answer,
  terms: z
    .array(
      IndicatorTerms.omit({ indicator: true }).extend({
        source: z.string().default(SOURCE),
        url: z.string().default(URL),
        numeratorHeadings: z.array(z.string()).default([]),
        denominatorHeadings: z.array(z.string()).default([]),
      }),
    )
    .min(1),
});

const brought = z.array(Shipped).parse(shipped);
const byId = new Map(brought.map((each) => [each.indicator, each]));

/** Every indicator, in the order of the dashboard. */
export const indicatorIds: readonly string[] = brought.map(({ indicator }) => indicator);
export const answerKindOf = (indicator: string): IndicatorAnswer => byId.get(indicator)?.answer ?? 'rate';
/** NI-01 CIOの任命, as the program brings it along; for choices. */
export const indicatorName = (indicator: string): string =>
  `${indicator} ${byId.get(indicator)?.terms.at(-1)?.name ?? ''}`.trim();

/**
 * What is known of an indicator for a fiscal year: what the secretariat has kept of it, what was brought along, or the
 * newest of a year before; of a year before all of them, the first.
 */
export function indicatorTermsFor(
  indicator: string,
  year: number,
  kept: readonly IndicatorTerms[],
): IndicatorTerms | undefined {
  const own = (byId.get(indicator)?.terms ?? []).map((terms): IndicatorTerms => ({ ...terms, indicator }));
  const said = kept.filter((terms) => terms.indicator === indicator);
  const all = [...own.filter((terms) => said.every((other) => other.year !== terms.year)), ...said];
  const inOrder = all.toSorted((a, b) => a.year - b.year);
  return inOrder.findLast((terms) => terms.year <= year) ?? inOrder[0];
}

/** The same of every indicator. */
export const indicatorsIn = (year: number, kept: readonly IndicatorTerms[]): readonly IndicatorTerms[] =>
  indicatorIds.flatMap((indicator) => indicatorTermsFor(indicator, year, kept) ?? []);

/** An indicator beside a KPI: `same` where both count the same thing. */
export type BesideKpi = { readonly terms: IndicatorTerms; readonly same: boolean };

/** Which indicators stand beside a KPI, those that count the same first; none is 「対応する指標なし」. */
export function indicatorsOfKpi(kpi: string, all: readonly IndicatorTerms[]): readonly BesideKpi[] {
  const same = all.filter(({ kpis }) => kpis.includes(kpi)).map((terms) => ({ terms, same: true }));
  const near = all.filter(({ kpis, near: like }) => like.includes(kpi) && !kpis.includes(kpi));
  return [...same, ...near.map((terms) => ({ terms, same: false }))];
}

/** 全国指標 NI-07 全職員対象研修の実施（似ていますが、別のものを数えます） */
export const besideKpiText = ({ terms: { indicator, name }, same }: BesideKpi): string =>
  `${indicator} ${name}（${same ? '同じことの公表値' : '似ていますが、別のものを数えます'}）`;

/** How sure one can be of the terms: 未確認 unless somebody has looked within twelve months. */
export const termsSurenessNames = {
  unconfirmed: '未確認',
  old: '確認から1年を過ぎています',
  confirmed: '確認済み',
} as const;
export type TermsSureness = keyof typeof termsSurenessNames;

export function surenessOf({ checkedOn }: IndicatorTerms, today: Day): TermsSureness {
  if (checkedOn === undefined) return 'unconfirmed';
  return addMonths(checkedOn, 12) < today ? 'old' : 'confirmed';
}

export const indicatorTermsId = (indicator: string, year: number): string => `indicator-${indicator}-${year}`;
/** For `Collection.list`: all of them. */
export const INDICATOR_TERMS = { from: 'indicator-', below: 'indicator.' } as const;
