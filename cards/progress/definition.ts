import { ask } from '../../programme/asks.ts';
import { editionName, isOfProgramme, type Kpi } from '../../programme/catalogue.ts';
import { type Day, fullDate } from '../../programme/day.ts';
import type { Edition } from '../../programme/edition.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { type BesideKpi, besideKpiText } from '../../programme/national-indicator.ts';
import { countingRule } from '../../programme/progress/counting-rule.ts';
import type { KpiRecord } from '../../programme/progress/kpi-record.ts';
import { type Button, buttons, type Card, card, facts, type Node, text } from '../card.ts';

/** A KPI as the edition of its year has it. */
export type Defined = {
  readonly kpi: Kpi;
  readonly edition: Edition;
  readonly today: Day;
  /** Whose way of counting stands beside it. */
  readonly own?: { readonly municipality: Municipality; readonly record: KpiRecord } | undefined;
  /** What is published nationally beside it; left out where nobody has looked that up. */
  readonly beside?: readonly BesideKpi[] | undefined;
};

type Fact = readonly [label: string, text: string];

/** Where whoever reads a definition may go on from it. */
export type DefinitionMay = {
  /** Decide how the municipality counts. */
  readonly count: boolean;
  /** See the support, and with it the KPIs of the programme, in figures. */
  readonly figures: boolean;
  /** See what is published of the municipality they have, or of all. */
  readonly national?: 'own' | 'all' | undefined;
};

/** What the KPI means, so that two people who read it come to the same number. */
export function definitionCard(defined: Defined, may: DefinitionMay): Card {
  const { kpi, edition, own, today } = defined;
  const given = { kpi: kpi.id, ...(own ? { municipality: own.municipality.code } : {}) };
  return card(
    `${kpi.id} ${kpi.name}とは`,
    `${kpi.id} ${kpi.name}: ${kpi.definition}`,
    text(kpi.definition),
    definitionFacts(defined),
    text(`${editionName(edition)}（${fullDate(edition.asOf)}現在）`, 'quiet'),
    buttons(
      ...(own ? [{ label: '値と履歴を見る', ask: ask('show-history', given) }] : []),
      ...(own && may.count ? [{ label: '数え方を決める', ask: ask('set-counting', given) }] : []),
      ...(may.figures && isOfProgramme(kpi) && isComputed(kpi, today)
        ? [{ label: '計算した値を見る', ask: ask('show-programme-kpis') }]
        : []),
      ...nationalButton(defined, may),
    ),
  );
}

/** To what is published beside it; whoever has no municipality of their own sees all of them. */
function nationalButton({ kpi: { id: kpi }, own, beside = [] }: Defined, { national }: DefinitionMay): Button[] {
  if (beside.length === 0 || national === undefined) return [];
  const label = '全国指標と並べる';
  const municipality = own?.municipality.code;
  return national === 'own' || municipality !== undefined
    ? [{ label, ask: ask('show-indicators', { kpi, municipality }) }]
    : [{ label, ask: ask('show-indicator-everywhere', { kpi }) }];
}

/** The definition beside the values of a municipality. */
export function definitionNodes(defined: Defined): Node[] {
  return [text(defined.kpi.definition, 'quiet'), definitionFacts(defined)];
}

/** The municipality's own way of counting, for wherever its value stands. */
export const countingText = (record: KpiRecord): string | undefined => {
  const rule = countingRule(record);
  return rule && `数え方: ${rule.text}`;
};

/** What the country has is a line of its own, with its date: it is never a value of the municipality. */
function definitionFacts({ kpi, edition, today, own, beside }: Defined): Node {
  const { national } = kpi;
  const rule = own && countingRule(own.record);
  const all: readonly (readonly [label: string, text: string | undefined])[] = [
    ['分子', kpi.numerator],
    ['分母', kpi.denominator],
    ['平均の重み', kpi.answers],
    ['数える対象', kpi.counts],
    ['市町村の数え方', rule?.text],
    ['もとにする版', kpi.against],
    ['翌年度の数え方', kpi.acrossYears && ACROSS_YEARS[kpi.acrossYears]],
    ['記録から計算', computedText(kpi, today)],
    ['公表', kpi.published],
    ['似た公表値', kpi.publishedNear && `${kpi.publishedNear}。この指標とは別のものです`],
    [
      '全国の状況',
      national && `${national.text}（調査時点: ${national.asOf}、出典: ${sourceName(edition, national.source)}）`,
    ],
    ['全国指標', beside && !isOfProgramme(kpi) ? besideText(beside) : undefined],
    ['出典', kpi.sources.map((id) => sourceName(edition, id)).join('、') || undefined],
    ['確かさ', CERTAINTY[kpi.certainty]],
    ['補足', kpi.note],
  ];
  return facts(...all.flatMap(([label, said]): Fact[] => (said ? [[label, said]] : [])));
}

/** Each with the day of its survey, because it is of that day and no other. */
const besideText = (beside: readonly BesideKpi[]): string =>
  beside
    .map((each) => {
      const day = each.terms.surveyedOn;
      return `${besideKpiText(each)}・調査時点 ${day === undefined ? '未確認' : fullDate(day)}`;
    })
    .join('、') || '対応する指標なし';

const ACROSS_YEARS = { restart: '年度ごとに0から数え直します', runOn: '前の年度に続けて数えます' } as const;

const CERTAINTY = {
  spec: '業務仕様書にあります',
  published: '公表資料で確かめています',
  unverified: 'この版では、まだ確かめていません',
  proposed: 'この事業の提案です。市町村・県と相談して決めます',
} as const;

/** Whether nobody is asked for it any more. */
export const isComputed = ({ computedFrom }: Kpi, today: Day): boolean =>
  computedFrom?.since !== undefined && computedFrom.since <= today;

/** From the day its records exist nobody is asked for it; until then it is reported. */
function computedText(kpi: Kpi, today: Day): string | undefined {
  if (!kpi.computedFrom) return undefined;
  const { records } = kpi.computedFrom;
  if (isComputed(kpi, today)) return `${records}から計算します。報告はいりません`;
  return isOfProgramme(kpi)
    ? `${records}の記録ができてから計算します`
    : `${records}の記録ができるまでは、報告してください`;
}

const sourceName = ({ sources }: Edition, id: string): string => sources.find((source) => source.id === id)?.name ?? id;
