import { ask } from '../../programme/asks.ts';
import { type Day, fiscalYearName, shortDate } from '../../programme/day.ts';
import { inAreas, type TownStanding } from '../../programme/overview/town-standing.ts';
import { pageOf } from '../../programme/page.ts';
import type { StepStanding } from '../../programme/progress/step-standing.ts';
import { alsoAsWorkbook } from '../also-as-workbook.ts';
import {
  type Ask,
  type Button,
  buttons,
  type Card,
  card,
  list,
  type Node,
  notice,
  offering,
  type Row,
  text,
} from '../card.ts';
import { fewNamed } from '../digest/named.ts';
import { pageButtons } from '../page-buttons.ts';
import { closedYearLine, type OfClosedYear, ofClosedYear } from '../progress/closed-year.ts';

/** Municipalities on one page of a phone. */
const A_PAGE = 10;
/** Late items of one municipality that are named. */
const LATE_NAMED = 3;
/** More 圏域 than this are not all put beside each other. */
const MOST_AREAS = 40;

export type OverviewView = OfClosedYear & {
  readonly fiscalYear: number;
  readonly today: Day;
  readonly towns: readonly TownStanding[];
  /** The one 圏域 that was asked for. */
  readonly area?: string | undefined;
  readonly page: number;
  /** Whether this person may have the whole programme on one page. */
  readonly mayHaveOnePage?: boolean;
};

/** All municipalities beside each other: the four steps of each, and what is late. By 圏域 and 団体コード, never ranked. */
export function overviewCard(view: OverviewView): Card {
  const { towns, area, today, fiscalYear, closed } = view;
  const { shown, at, pages } = pageOf(
    inAreas(towns).flatMap(([, all]) => all),
    view.page,
    A_PAGE,
  );
  const of = { ...ofClosedYear(closed), ...(area === undefined ? {} : { area }) };
  const to = (page: number) => ask('show-overview', { ...of, page });
  const summary = lateSentence(towns);
  const when = closed === undefined ? `${shortDate(today)} 現在、` : '';
  const made = card(
    area === undefined ? '全体の状況' : `${area}の状況`,
    `${towns.length}団体の状況。${summary}`,
    closedYearLine(view),
    text(`${towns.length}団体（${when}${fiscalYearName(fiscalYear)}に実施する項目）`, 'quiet'),
    notice(towns.some(({ overdue }) => overdue.length > 0) ? 'attention' : 'plain', summary),
    text('「決定・完了した項目/実施する項目」です。', 'quiet'),
    shownInAreas(shown, area, closed),
    buttons(
      ...pageButtons(at, pages, to),
      ...areaButtons(view),
      ...asPicture(view),
      asWorkbook(view),
      ...asOnePage(view),
    ),
  );
  return alsoAsWorkbook(made, ask('show-overview', { ...of, form: 'excel' }));
}

/** Of all of them only: a picture of one 圏域 is none. */
const asPicture = ({ closed, area }: OverviewView): Button[] =>
  area === undefined ? [{ label: '図で見る', ask: ask('show-whole-picture', ofClosedYear(closed)) }] : [];

const asWorkbook = ({ closed, area }: OverviewView): Button => ({
  label: 'Excelで受け取る',
  ask: ask('show-overview', { ...ofClosedYear(closed), ...(area === undefined ? {} : { area }), form: 'excel' }),
});

const asOnePage = ({ mayHaveOnePage, closed }: OverviewView): Button[] =>
  mayHaveOnePage && closed === undefined ? [{ label: '1枚で受け取る', ask: ask('one-page') }] : [];

function lateSentence(towns: readonly TownStanding[]): string {
  const late = towns.filter(({ overdue }) => overdue.length > 0);
  if (late.length === 0) return '期限を過ぎた項目はありません。';
  return `期限を過ぎた項目が${late.length}団体に${late.reduce((sum, { overdue }) => sum + overdue.length, 0)}件あります。`;
}

function shownInAreas(shown: readonly TownStanding[], area: string | undefined, closed: number | undefined): Node[] {
  return inAreas(shown).flatMap(([name, towns]) => [
    ...(area === undefined && name !== '' ? [text(name, 'heading')] : []),
    list(towns.map((each) => townRow(each, closed))),
  ]);
}

function townRow({ municipality, steps, overdue }: TownStanding, closed: number | undefined): Row {
  const late = overdue.map(({ item, day }) => `${item.id} ${shortDate(day)}`);
  return {
    title: municipality.name,
    detail: [
      steps.map(stepLine).join('・'),
      ...(late.length > 0 ? [`期限を過ぎた項目 ${late.length}件: ${fewNamed(late, LATE_NAMED)}`] : []),
    ].join('\n'),
    ...(late.length > 0 ? { tone: 'bad' as const } : {}),
    ask: ask('show-status', { municipality: municipality.code, ...ofClosedYear(closed) }),
  };
}

/** STEP0 達成, STEP1 3/5, STEP2 0/4（未報告 4）, STEP3 項目なし */
function stepLine(standing: StepStanding): string {
  return `STEP${standing.step.order}\u00a0${stepStateText(standing)}`;
}

function stepStateText({ achieved, earlier, items, settled, notReported }: StepStanding): string {
  if (achieved) return '達成';
  if (earlier) return `${earlier.achieved ? '達成' : '完了'}（${fiscalYearName(earlier.fiscalYear)}）`;
  if (items === 0) return '項目なし';
  if (settled === items) return `${settled}/${items}（達成前）`;
  return `${settled}/${items}${notReported > 0 ? `（未報告\u00a0${notReported}）` : ''}`;
}

function areaButtons({ towns, area, closed }: OverviewView): Button[] {
  const of = ofClosedYear(closed);
  if (area !== undefined) return [{ label: '全ての圏域に戻る', ask: ask('show-overview', of) }];
  return towns.length > A_PAGE && inAreas(towns).length > 1
    ? [{ label: '圏域を選ぶ', ask: ask('show-overview', { ...of, area: CHOOSE }) }]
    : [];
}

/** 「ほかの町は」, and nothing that was shown says what of them: what can be put beside each other. */
export function whichOverviewCard(): Card {
  const sentence = '全ての市町村の、何を並べますか。';
  const all: readonly (readonly [title: string, detail: string, asked: Ask])[] = [
    ['状況', 'ステップの進み具合と、期限を過ぎた項目', ask('show-overview')],
    ['KPI', '値・計画線・目標と、合計', ask('show-kpi-everywhere')],
    ['変化', '先月から変わった項目とKPI', ask('compare-days')],
    ['工程表と簡易計画', '取組の数・庁内決定・版', ask('show-plans-everywhere')],
    ['全国指標', '国の調査の公表値', ask('show-indicator-everywhere')],
  ];
  return offering(
    '全ての市町村を見る',
    sentence,
    text(sentence, 'strong'),
    list(all.map(([title, detail, asked]) => ({ title, detail, ask: asked }))),
  );
}

/** What is given for a 圏域 where it is still to be chosen. */
const CHOOSE = '圏域';

/** Which 圏域; each with how many municipalities it has. @param said what was said and is none */
export function areasCard(towns: readonly TownStanding[], said: string, closed: number | undefined): Card {
  const areas = inAreas(towns);
  const [shown, more] = [areas.slice(0, MOST_AREAS), areas.length - MOST_AREAS];
  return card(
    '圏域を選ぶ',
    'どの圏域ですか。',
    closedYearLine({ closed }),
    said === CHOOSE ? [] : notice('attention', `「${said}」という圏域はありません。`),
    text('どの圏域ですか。', 'strong'),
    list(
      shown.map(([area, all]) => ({
        title: area === '' ? '圏域なし' : area,
        detail: `${all.length}団体・${lateSentence(all)}`,
        ...(area === '' ? {} : { ask: ask('show-overview', { ...ofClosedYear(closed), area }) }),
      })),
    ),
    more > 0 ? text(`ほか${more}圏域。「全体 圏域名」と送ると開きます。`, 'quiet') : [],
    buttons({ label: '全ての圏域に戻る', ask: ask('show-overview', ofClosedYear(closed)) }),
  );
}
