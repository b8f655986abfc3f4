import { ask } from '../../programme/asks.ts';
import { type Day, shortDate } from '../../programme/day.ts';
import {
  type DayComparison,
  hasChanged,
  type ItemChange,
  type KpiPair,
  type TownComparison,
} from '../../programme/overview/day-comparison.ts';
import { pageOf } from '../../programme/page.ts';
import { alsoAsWorkbook } from '../also-as-workbook.ts';
import { type Ask, buttons, type Card, card, list, type Node, notice, offering, type Row, text } from '../card.ts';
import { pageButtons } from '../page-buttons.ts';
import { closedYearLine, ofClosedYear } from '../progress/closed-year.ts';
import { type CompareView, daysNodes, daysOf, excelButton, standingLines, titleOf } from './compare-days.ts';
import { itemMove, lineText, saidText } from './day-moves.ts';

/** Items and KPIs on one page of a phone. */
const A_PAGE = 10;

export type CompareTownView = CompareView & {
  readonly town: TownComparison;
  /** Who looks sees no other one. */
  readonly isOnly: boolean;
};

/** One municipality on two days: what moved of its items, and every KPI on both days beside its plan line. */
export function compareTownCard(view: CompareTownView): Card {
  const { town, comparison, closed } = view;
  const { municipality, items, kpis } = town;
  const own = { municipality: municipality.code, ...ofClosedYear(closed) };
  const of = { ...daysOf(comparison), municipality: municipality.code };
  const changed = kpis.filter(({ isChanged }) => isChanged);
  const all = [
    ...items.map((each) => itemRow(each, own)),
    ...changed.map((each) => kpiRow(each, comparison, own)),
    ...kpis.filter(({ isChanged }) => !isChanged).map((each) => kpiRow(each, comparison, own)),
  ];
  const { shown, at, pages } = pageOf(all, view.page, A_PAGE);
  const title = `${municipality.name} ${titleOf(comparison)}`;
  const made = card(
    title,
    `${title}: 段階が変わった項目 ${items.length}件、変わったKPI ${changed.length}件。`,
    closedYearLine(view),
    daysNodes(view),
    standingNodes(town),
    list(shown),
    buttons(
      ...pageButtons(at, pages, (page) => ask('compare-days', { ...of, page })),
      excelButton(of),
      { label: '状況を見る', ask: ask('show-status', own) },
      ...(view.isOnly ? [] : [{ label: 'ほかの市町村も見る', ask: ask('compare-days', daysOf(comparison)) }]),
    ),
  );
  const everywhere = view.isOnly ? undefined : ask('compare-days', daysOf(comparison));
  return alsoAsWorkbook(made, ask('compare-days', { ...of, form: 'excel' }), everywhere);
}

function standingNodes(town: TownComparison): Node[] {
  if (!hasChanged(town)) return [notice('plain', 'この2つの日で、変わったことはありません。')];
  const lines = standingLines(town);
  const tone = town.newlyLate.length > 0 ? 'attention' : 'plain';
  return lines.length > 0 ? [notice(tone, lines.join('\n'))] : [];
}

type Own = { readonly municipality: string; readonly year?: number };

function itemRow(change: ItemChange, own: Own): Row {
  const { item } = change;
  return {
    title: `${item.id} ${item.short}`,
    detail: itemMove(change),
    ask: ask('show-history', { item: item.id, ...own }),
  };
}

/** Both days beside their plan lines; the mark is that of the second one. */
function kpiRow({ kpi, before, after, isChanged }: KpiPair, { from, until }: DayComparison, own: Own): Row {
  const { signal } = after;
  const line = (day: typeof from, on: typeof before) =>
    [`${shortDate(day.day)} ${saidText(kpi, on)}`, lineText(kpi, on)].filter(Boolean).join('・');
  return {
    title: `${kpi.id} ${kpi.name}${isChanged ? '' : '（変わりなし）'}`,
    detail: [line(from, before), line(until, after)].join('\n'),
    ...(signal ? { tone: ({ green: 'good', yellow: 'attention', red: 'bad' } as const)[signal] } : {}),
    ...(after.record ? { ask: ask('show-history', { kpi: kpi.id, ...own }) } : {}),
  };
}

/** Why two days are not compared, and which can be instead. */
export function daysTroubleCard(
  sentence: string,
  instead: readonly { readonly from: Day; readonly until: Day; readonly ask: Ask }[],
  { title, hint }: typeof OF_TWO = OF_TWO,
): Card {
  return card(
    title,
    sentence,
    notice('attention', sentence),
    text(hint, 'quiet'),
    buttons(
      ...instead.map(({ from, until, ask: again }) => ({
        label: `${shortDate(from)}から${shortDate(until)}`,
        ask: again,
      })),
    ),
  );
}

/** A day that was said so that it may be several: each is offered. */
export function vagueDayCard(
  said: string,
  then: readonly { readonly day: Day; readonly called?: string; readonly ask: Ask }[],
): Card {
  const sentence = `「${said}」だけでは、どの日か決まりません。いつから比べますか。`;
  return offering(
    OF_TWO.title,
    sentence,
    text(sentence, 'strong'),
    text('「9月から」「9/1と10/1を比べて」のようにも送れます。', 'quiet'),
    buttons(
      ...then.map(({ day, called, ask: asked }) => ({
        label: called === undefined ? `${shortDate(day)}から` : `${called}（${shortDate(day)}）から`,
        ask: asked,
      })),
    ),
  );
}

const OF_TWO = { title: '2つの日の比較', hint: '「9/1と10/1を比べて」「9月からの変化」のように送れます。' };
