import { type Day, dayOf, fullDate } from '../../programme/day.ts';
import {
  type IndicatorStanding,
  NOT_IMPORTED,
  type ReportedBeside,
  type TownIndicators,
} from '../../programme/indicators/beside-reported.ts';
import { figureText, newestOf } from '../../programme/indicators/national-figure.ts';
import { answerKindOf } from '../../programme/national-indicator.ts';
import { stateNames } from '../../programme/provenance.ts';
import type { TableBook } from '../table-book.ts';
import type { SheetTable, TableCell } from '../table-sheet.ts';

const DEFINITIONS = [
  '「公表値」は、国の調査として公表されたもので、調査時点のものです。',
  '「報告値」は、この事業で市町村が報告したものです。公表値とは別の数で、足したり置き換えたりしません。',
  '定義・分母・時点が違うため、公表値と報告値は一致しないことがあります。',
  '「未取込」は、その指標の表を取り込んでいないことです。空欄は0ではありません。',
  '市町村は団体コードの順です。順位ではありません。',
];

type Made = { readonly title: string; readonly today: Day; readonly now: Date };

/** What is published on one sheet, and what is reported on another: nothing of the one stands in a column of the other. */
export function indicatorBook(
  towns: readonly TownIndicators[],
  { title, today, now }: Made,
  only?: string | undefined,
): TableBook {
  const of = towns.map(({ municipality, standings }) => ({
    municipality,
    standings: standings.filter(({ terms }) => only === undefined || terms.indicator === only),
  }));
  return {
    title,
    tables: [publishedTable(of), reportedTable(of), termsTable(of)],
    made: now,
    asOf: `${fullDate(today)}現在`,
    definitions: DEFINITIONS,
  };
}

const publishedTable = (towns: readonly TownIndicators[]): SheetTable => ({
  name: '公表値',
  headings: [
    ...['団体コード', '市町村', '圏域', '指標ID', '全国指標', '公表値', '値（%、実施は1）', '分子', '分母'],
    ...['調査時点', '版', '出典の版', '取込日'],
  ],
  rows: towns.flatMap(({ municipality: { code, name, area }, standings }) =>
    standings.map((standing) => [code, name, area, ...publishedCells(standing)]),
  ),
});

function publishedCells({ terms, figure }: IndicatorStanding): readonly TableCell[] {
  const { indicator, name } = terms;
  if (!figure) return [indicator, name, NOT_IMPORTED];
  const { reading, edition, at } = newestOf(figure);
  return [
    ...[indicator, name, figureText(answerKindOf(indicator), reading)],
    ...[reading.value, reading.numerator, reading.denominator],
    ...[{ day: figure.surveyedOn }, figure.versions.length, edition, { day: dayOf(new Date(at)) }],
  ];
}

const reportedTable = (towns: readonly TownIndicators[]): SheetTable => ({
  name: '報告値',
  headings: [
    ...['団体コード', '市町村', '圏域', 'KPI', '指標名', '全国指標との関係', '状態', '値', '単位', '分子', '分母'],
    ...['値の週', '報告日'],
  ],
  rows: towns.flatMap(({ municipality: { code, name, area }, standings }) =>
    standings.flatMap(({ terms, reported }) =>
      reported.map((beside) => [code, name, area, ...reportedCells(terms.name, beside)]),
    ),
  ),
});

function reportedCells(indicator: string, { kpi, same, said, state }: ReportedBeside): readonly TableCell[] {
  return [
    ...[kpi.id, kpi.name, `${indicator}と${same ? '同じこと' : '似たこと'}`, stateNames[state]],
    ...[said?.value, kpi.type === 'boolean' ? '1は有、0は無' : kpi.unit, said?.numerator, said?.denominator],
    ...[said && { day: said.week }, said && { day: dayOf(new Date(said.at)) }],
  ];
}

/** Each indicator once, as its survey has it. */
function termsTable(towns: readonly TownIndicators[]): SheetTable {
  const all = new Map(
    towns.flatMap(({ standings }) =>
      standings.map(({ terms }) => [`${terms.indicator} ${terms.year}`, terms] as const),
    ),
  );
  return {
    name: '定義',
    headings: ['指標ID', '全国指標', '同じことを数えるKPI', '似たKPI', '定義', '分母', '調査', '出典', 'URL', '確認日'],
    rows: [...all.values()].map((terms) => [
      ...[terms.indicator, terms.name, terms.kpis.join('、'), terms.near.join('、'), terms.definition],
      ...[terms.denominator, terms.survey, terms.source, terms.url, terms.checkedOn && { day: terms.checkedOn }],
    ]),
  };
}
