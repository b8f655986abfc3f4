import { ask } from '../../programme/asks.ts';
import { dayOf, fullDate, shortDate } from '../../programme/day.ts';
import {
  type IndicatorStanding,
  publishedText,
  type ReportedBeside,
  type TownIndicators,
  whyDifferent,
} from '../../programme/indicators/beside-reported.ts';
import { figureText, newestOf } from '../../programme/indicators/national-figure.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { answerKindOf } from '../../programme/national-indicator.ts';
import { pageOf } from '../../programme/page.ts';
import { entryText } from '../../programme/progress/kpi-value.ts';
import { stateNames } from '../../programme/provenance.ts';
import { alsoAsWorkbook } from '../also-as-workbook.ts';
import { buttons, type Card, card, facts, list, type Node, notice, type Row, text } from '../card.ts';
import { pageButtons } from '../page-buttons.ts';

const INDICATORS_A_PAGE = 7;
/** Said wherever both stand on one card. */
export const NEVER_TOGETHER = '公表値と報告値は別の数です。足したり、置き換えたりしません。';

/** Every indicator of a municipality: what is published of it, and on a line of its own what it reports. */
export function townIndicatorsCard(
  { municipality, standings }: TownIndicators,
  page: number,
  mayCompare = false,
): Card {
  const { shown, at, pages } = pageOf(standings, page, INDICATORS_A_PAGE);
  const of = { municipality: municipality.code };
  const imported = standings.filter(({ figure }) => figure).length;
  const made = card(
    `全国指標 ${municipality.name}`,
    `${municipality.name}の全国指標 ${at}/${pages}: 取り込んだもの ${imported}/${standings.length}件`,
    text(`${municipality.name}の全国指標（国の調査の公表値）`, 'strong'),
    text(NEVER_TOGETHER, 'quiet'),
    list(shown.map((each) => standingRow(each, municipality))),
    buttons(...pageButtons(at, pages, (next) => ask('show-indicators', { ...of, page: next })), {
      label: 'Excelで受け取る',
      ask: ask('show-indicators', { ...of, form: 'excel' }),
    }),
  );
  const everywhere = mayCompare ? ask('show-indicator-everywhere') : undefined;
  return alsoAsWorkbook(made, ask('show-indicators', { ...of, form: 'excel' }), everywhere);
}

const standingRow = (standing: IndicatorStanding, { code }: Municipality): Row => ({
  title: standing.terms.name,
  detail: [`公表値: ${publishedText(standing)}`, ...standing.reported.map(reportedLine)].join('\n'),
  ask: ask('show-indicators', { municipality: code, indicator: standing.terms.indicator }),
});

/** 報告値 K2-01 CIO等の任命: 有（9/16(月)の週） */
export const reportedLine = (beside: ReportedBeside): string =>
  `報告値 ${beside.kpi.id}${beside.same ? '' : '（似た指標）'}: ${reportedText(beside)}`;

/** 62%（9/16(月)の週）, 未報告 */
const reportedText = ({ kpi, said, state }: ReportedBeside): string =>
  said ? `${entryText(kpi, said)}（${shortDate(said.week)}の週）` : stateNames[state];

/** One indicator of a municipality: what it is, what is published, what is reported, and why both may differ. */
export function indicatorCard(
  { municipality, standing }: { readonly municipality: Municipality; readonly standing: IndicatorStanding },
  mayCompare: boolean,
): Card {
  const { terms, earlier, reported } = standing;
  return card(
    `${terms.indicator} ${terms.name}`,
    `${municipality.name} ${terms.name}: 公表値 ${publishedText(standing)}`,
    text(municipality.name, 'strong'),
    text('公表値（国の調査）', 'strong'),
    facts(...publishedFacts(standing)),
    earlier.length === 0 ? [] : facts(...earlier.slice(0, 3).map((figure) => earlierFact(figure))),
    ...reported.flatMap((beside) => besideNodes(standing, beside)),
    reported.length === 0 ? notice('quiet', 'この指標に対応するKPIはありません。') : [],
    buttons(
      ...reported.map(({ kpi }) => ({ label: `${kpi.id}とは`, ask: ask('show-definition', { kpi: kpi.id }) })),
      ...(mayCompare
        ? [{ label: '全市町村を並べる', ask: ask('show-indicator-everywhere', { indicator: terms.indicator }) }]
        : []),
      { label: '全国指標の一覧', ask: ask('show-indicators', { municipality: municipality.code }) },
    ),
  );
}

type Fact = readonly [label: string, text: string];

function publishedFacts({ terms, figure }: IndicatorStanding): Fact[] {
  const { survey, source, url } = terms;
  const where: Fact[] = [
    ['定義', terms.definition || '未確認'],
    ['分母', terms.denominator || '未確認'],
    ['出典', [source, survey].filter(Boolean).join('、')],
    ['URL', url || '未確認'],
    ...(terms.note === '' ? [] : [['備考', terms.note] as const]),
  ];
  if (!figure)
    return [
      ['値', '未取込（この指標の表は、まだ取り込まれていません）'],
      ['調査時点', terms.surveyedOn ? fullDate(terms.surveyedOn) : '未確認'],
      ...where,
    ];
  const { reading, edition, at, importedBy } = newestOf(figure);
  return [
    ['値', figureText(answerKindOf(figure.indicator), reading)],
    ['調査時点', fullDate(figure.surveyedOn)],
    ...where,
    ['取込', `${fullDate(dayOf(new Date(at)))}「${edition}」${importedBy ? `（${importedBy}）` : ''}`],
    ...(figure.versions.length > 1 ? [['版', versionsText(figure)] as const] : []),
  ];
}

/** 第2版（第1版は 未実施） */
function versionsText(figure: NonNullable<IndicatorStanding['figure']>): string {
  const before = figure.versions
    .slice(0, -1)
    .map(({ reading }, at) => `第${at + 1}版は${figureText(answerKindOf(figure.indicator), reading)}`);
  return `第${figure.versions.length}版（${before.join('、')}）`;
}

const earlierFact = (figure: IndicatorStanding['earlier'][number]): Fact => [
  `前の調査（${fullDate(figure.surveyedOn)}）`,
  figureText(answerKindOf(figure.indicator), newestOf(figure).reading),
];

function besideNodes(standing: IndicatorStanding, beside: ReportedBeside): Node[] {
  const { kpi, said } = beside;
  return [
    text(`報告値（この事業）${beside.same ? '' : '　似た指標'}`, 'strong'),
    facts(
      ['KPI', `${kpi.id} ${kpi.name}`],
      ['値', reportedText(beside)],
      ...(said ? [['報告日', fullDate(dayOf(new Date(said.at)))] as const] : []),
    ),
    notice('attention', [NEVER_TOGETHER, '次のわけで、一致しないことがあります。'].join('')),
    text(whyDifferent(standing, beside).join('\n'), 'quiet'),
  ];
}

/** A KPI beside which nothing is published. */
export const noIndicatorCard = (
  kpi: { readonly id: string; readonly name: string },
  municipality?: Municipality,
): Card =>
  card(
    `${kpi.id}の全国指標`,
    `${kpi.id} ${kpi.name}: 対応する指標なし`,
    text(`${kpi.id} ${kpi.name}`, 'strong'),
    notice('quiet', '対応する全国指標はありません（対応する指標なし）。'),
    buttons(
      { label: `${kpi.id}とは`, ask: ask('show-definition', { kpi: kpi.id }) },
      ...(municipality
        ? [{ label: '全国指標の一覧', ask: ask('show-indicators', { municipality: municipality.code }) }]
        : [{ label: '全国指標の一覧', ask: ask('show-indicator-list') }]),
    ),
  );
