import { ask } from '../../programme/asks.ts';
import { type Day, fullDate } from '../../programme/day.ts';
import { publishedText, type TownIndicators } from '../../programme/indicators/beside-reported.ts';
import { newestOf } from '../../programme/indicators/national-figure.ts';
import { answerKindOf, type IndicatorTerms } from '../../programme/national-indicator.ts';
import { pageOf } from '../../programme/page.ts';
import { alsoAsWorkbook } from '../also-as-workbook.ts';
import { buttons, type Card, card, facts, list, type Row, text } from '../card.ts';
import { pageButtons } from '../page-buttons.ts';
import { NEVER_TOGETHER, reportedLine } from './town-indicators.ts';

const TOWNS_A_PAGE = 8;
const INDICATORS_A_PAGE = 7;

type Everywhere = { readonly terms: IndicatorTerms; readonly towns: readonly TownIndicators[]; readonly page: number };

/** One indicator of all municipalities by 団体コード, each with what it reports on a line of its own. */
export function indicatorEverywhereCard({ terms, towns, page }: Everywhere): Card {
  const { indicator, name } = terms;
  const { shown, at, pages } = pageOf(towns, page, TOWNS_A_PAGE);
  const excel = ask('show-indicator-everywhere', { indicator, form: 'excel' });
  const made = card(
    `${indicator} 全市町村`,
    `${indicator} ${name} ${towns.length}団体: ${countsText(indicator, towns)}`,
    text(`${name}（団体コードの順）`, 'strong'),
    facts(
      ['公表値', countsText(indicator, towns)],
      ['定義', terms.definition || '未確認'],
      ['調査時点', daysText(indicator, towns)],
      ['出典', [terms.source, terms.survey].filter(Boolean).join('、')],
    ),
    text(NEVER_TOGETHER, 'quiet'),
    list(shown.map((town) => townRow(indicator, town))),
    buttons(
      ...pageButtons(at, pages, (next) => ask('show-indicator-everywhere', { indicator, page: next })),
      { label: 'ほかの全国指標', ask: ask('show-indicator-everywhere') },
      { label: 'Excelで受け取る', ask: excel },
    ),
  );
  return alsoAsWorkbook(made, excel);
}

const standingIn = (indicator: string, { standings }: TownIndicators) =>
  standings.find(({ terms }) => terms.indicator === indicator);

function townRow(indicator: string, town: TownIndicators): Row {
  const standing = standingIn(indicator, town);
  const { municipality } = town;
  return {
    title: municipality.name,
    detail: standing && [`公表値: ${publishedText(standing)}`, ...standing.reported.map(reportedLine)].join('\n'),
    ask: ask('show-indicators', { municipality: municipality.code, indicator }),
  };
}

/** 実施 3・未実施 2・公表なし 0・未取込 20: each by itself, because absence is not zero. Percentages are not put together. */
function countsText(indicator: string, towns: readonly TownIndicators[]): string {
  const readings = towns.map((town) => {
    const figure = standingIn(indicator, town)?.figure;
    return figure && newestOf(figure).reading;
  });
  const count = (isOne: (value: number | undefined) => boolean) =>
    readings.filter((reading) => reading && isOne(reading.value)).length;
  const values =
    answerKindOf(indicator) === 'yesNo'
      ? [`実施 ${count((value) => value === 1)}`, `未実施 ${count((value) => value === 0)}`]
      : [`値あり ${count((value) => value !== undefined)}`];
  const absent = readings.filter((reading) => reading === undefined).length;
  return [...values, `公表なし ${count((value) => value === undefined)}`, `未取込 ${absent}`].join('・');
}

/** The surveys that the figures are of; they need not all be of the same one. */
function daysText(indicator: string, towns: readonly TownIndicators[]): string {
  const days = new Set(towns.flatMap((town) => standingIn(indicator, town)?.figure?.surveyedOn ?? []));
  return days.size === 0
    ? '未取込'
    : [...days]
        .toSorted()
        .map((day: Day) => fullDate(day))
        .join('、');
}

/** Every indicator, with how many municipalities have a figure of it. */
export function indicatorSumsCard(
  all: readonly IndicatorTerms[],
  { towns, page }: Pick<Everywhere, 'towns' | 'page'>,
): Card {
  const { shown, at, pages } = pageOf(all, page, INDICATORS_A_PAGE);
  const excel = ask('show-indicator-everywhere', { form: 'excel' });
  const made = card(
    '全国指標 全市町村',
    `全国指標 ${towns.length}団体 ${at}/${pages}`,
    text(`全国指標（${towns.length}団体、国の調査の公表値）`, 'strong'),
    text('指標を押すと、全ての市町村を団体コードの順に並べます。', 'quiet'),
    list(
      shown.map(({ indicator, name }) => ({
        title: name,
        detail: [countsText(indicator, towns), `調査時点 ${daysText(indicator, towns)}`].join('\n'),
        ask: ask('show-indicator-everywhere', { indicator }),
      })),
    ),
    buttons(...pageButtons(at, pages, (next) => ask('show-indicator-everywhere', { page: next })), {
      label: 'Excelで受け取る',
      ask: excel,
    }),
  );
  return alsoAsWorkbook(made, excel);
}
