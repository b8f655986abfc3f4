import { ask, type Given } from '../../programme/asks.ts';
import { fullDate, shortDate } from '../../programme/day.ts';
import { type DayComparison, hasChanged, type TownComparison } from '../../programme/overview/day-comparison.ts';
import { pageOf } from '../../programme/page.ts';
import { alsoAsWorkbook } from '../also-as-workbook.ts';
import { type Button, buttons, type Card, card, facts, list, type Node, notice, type Row, text } from '../card.ts';
import { fewNamed, townsNamed } from '../digest/named.ts';
import { pageButtons } from '../page-buttons.ts';
import { closedYearLine, type OfClosedYear, ofClosedYear } from '../progress/closed-year.ts';
import { itemMove, kpiMove } from './day-moves.ts';

/** Municipalities on one page of a phone, and what is named of each. */
const [TOWNS_A_PAGE, NAMED] = [8, 3];

export type CompareView = OfClosedYear & {
  readonly comparison: DayComparison;
  readonly page: number;
  /** The days were said the other way round. */
  readonly swapped: boolean;
  /** The second day is not over. */
  readonly isToday: boolean;
  /** 圏域, where only its municipalities are compared. */
  readonly area?: string | undefined;
};

/** What is different on the second of two days, municipality by municipality in 団体コード order, never ranked. */
export function compareCard(view: CompareView): Card {
  const { comparison, closed } = view;
  const { towns } = comparison;
  const moved = towns.filter(hasChanged);
  const still = towns.filter((town) => !hasChanged(town)).map(({ municipality }) => municipality.name);
  const { shown, at, pages } = pageOf(moved, view.page, TOWNS_A_PAGE);
  const { area } = view;
  const of = { ...daysOf(comparison), area };
  const title = `${area === undefined ? '' : `${area} `}${titleOf(comparison)}`;
  const made = card(
    title,
    `${title}: ${towns.length}団体のうち${moved.length}団体に変化があります。`,
    closedYearLine(view),
    daysNodes(view),
    facts(...sumFacts(towns), [
      '変化のない団体',
      still.length > 0 ? `${still.length}団体: ${townsNamed(still)}` : 'なし',
    ]),
    moved.length > 0
      ? text(`変化のある${moved.length}団体（団体コードの順）`, 'heading')
      : notice('plain', 'この2つの日で、変わったことはありません。'),
    list(shown.map((town) => townRow(town, of))),
    buttons(...pageButtons(at, pages, (page) => ask('compare-days', { ...of, page })), excelButton(of), {
      label: '全体の状況を見る',
      ask: ask('show-overview', ofClosedYear(closed)),
    }),
  );
  return alsoAsWorkbook(made, ask('compare-days', { ...of, form: 'excel' }));
}

/** 9/1(火)から11/29(日)への変化 */
export const titleOf = ({ from, until }: DayComparison): string =>
  `${shortDate(from.day)}から${shortDate(until.day)}への変化`;

export const daysOf = ({ from, until }: DayComparison): Given<'compare-days'> => ({
  from: from.day,
  until: until.day,
});

export const excelButton = (of: Given<'compare-days'>): Button => ({
  label: 'Excelで受け取る',
  ask: ask('compare-days', { ...of, form: 'excel' }),
});

/** Of which days the records are, so that nobody takes them for those of now. */
export function daysNodes({ comparison: { from, until }, swapped, isToday }: Omit<CompareView, 'page'>): Node[] {
  const last = isToday ? `今（${fullDate(until.day)}）` : `${fullDate(until.day)}の終わり`;
  return [
    text(`${fullDate(from.day)}の終わりと、${last}の記録を比べています。`, 'quiet'),
    ...(swapped ? [notice('quiet', '2つの日を、日付の順に並べ替えました。')] : []),
  ];
}

function sumFacts(towns: readonly TownComparison[]): readonly (readonly [string, string])[] {
  const sum = (of: (town: TownComparison) => number) => towns.reduce((all, town) => all + of(town), 0);
  const where = (of: (town: TownComparison) => number) => towns.filter((town) => of(town) > 0).length;
  const counted = (of: (town: TownComparison) => number) => `${sum(of)}件（${where(of)}団体）`;
  return [
    ['段階が変わった項目', counted(({ items }) => items.length)],
    ['変わったKPI', counted(({ kpis }) => kpis.filter(({ isChanged }) => isChanged).length)],
    ['新しく期限を過ぎた項目', counted(({ newlyLate }) => newlyLate.length)],
    ['新しく達成したステップ', counted(({ achieved }) => achieved.length)],
    [
      '相談',
      `新しく${sum(({ requests }) => requests.opened)}件・終わった相談 ${sum(({ requests }) => requests.ended)}件`,
    ],
  ];
}

function townRow(town: TownComparison, of: Given<'compare-days'>): Row {
  return {
    title: town.municipality.name,
    detail: townLines(town).join('\n'),
    ...(town.newlyLate.length > 0 ? { tone: 'bad' as const } : {}),
    ask: ask('compare-days', { ...of, municipality: town.municipality.code }),
  };
}

function townLines(town: TownComparison): readonly string[] {
  const kpis = town.kpis.filter(({ isChanged }) => isChanged);
  const items = town.items.slice(0, NAMED);
  const more = town.items.length + kpis.length - NAMED;
  return [
    ...items.map((each) => `${each.item.id} ${itemMove(each)}`),
    ...kpis.slice(0, NAMED - items.length).map((each) => `${each.kpi.id} ${kpiMove(each)}`),
    ...(more > 0 ? [`ほか${more}件`] : []),
    ...standingLines(town),
  ];
}

/** What came to be late or achieved between the days, and how many 相談 there were. */
export function standingLines(town: TownComparison): readonly string[] {
  const { newlyLate, noLongerLate, achieved, noLongerAchieved, requests } = town;
  const late = (all: TownComparison['newlyLate']) =>
    fewNamed(
      all.map(({ item, day }) => `${item.id} ${shortDate(day)}`),
      NAMED,
    );
  const steps = (all: readonly number[]) => all.map((step) => `ステップ${step}`).join('、');
  return [
    ...(newlyLate.length > 0 ? [`新しく期限を過ぎた: ${late(newlyLate)}`] : []),
    ...(noLongerLate.length > 0 ? [`期限の遅れがなくなった: ${late(noLongerLate)}`] : []),
    ...(achieved.length > 0 ? [`新しく達成: ${steps(achieved)}`] : []),
    ...(noLongerAchieved.length > 0 ? [`達成でなくなった: ${steps(noLongerAchieved)}`] : []),
    ...(requests.opened + requests.ended > 0 ? [`相談: 新しく${requests.opened}件・終わった${requests.ended}件`] : []),
  ];
}
