import { ask } from '../../programme/asks.ts';
import type { Kpi } from '../../programme/catalogue.ts';
import { type Day, dayOf, shortDate } from '../../programme/day.ts';
import { togetherText, totalText } from '../../programme/digest/digest-totals.ts';
import type { KpiEverywhere, KpiSum, TownKpi } from '../../programme/overview/kpi-everywhere.ts';
import { pageOf } from '../../programme/page.ts';
import type { KpiTotal } from '../../programme/progress/kpi-total.ts';
import { entryText, valueText } from '../../programme/progress/kpi-value.ts';
import { signalNames } from '../../programme/progress/plan-line.ts';
import { type DataState, stateNames } from '../../programme/provenance.ts';
import { type Week, weekName } from '../../programme/week.ts';
import { alsoAsWorkbook } from '../also-as-workbook.ts';
import { buttons, type Card, card, facts, list, notice, type Row, text } from '../card.ts';
import { pageButtons } from '../page-buttons.ts';
import { closedYearLine, type OfClosedYear, ofClosedYear } from '../progress/closed-year.ts';
import { targetText } from '../progress/kpi.ts';

/** Municipalities on one page of a phone, and KPIs on one. */
const [TOWNS_A_PAGE, KPIS_A_PAGE] = [10, 10];

type Shown = OfClosedYear & { readonly week: Week; readonly today: Day; readonly page: number };

/** One KPI of all municipalities by 団体コード: the value of each beside its plan line and target, and all together. */
export function kpiEverywhereCard(everywhere: KpiEverywhere, view: Shown): Card {
  const { kpi, towns, total, target, planned } = everywhere;
  const { shown, at, pages } = pageOf(towns, view.page, TOWNS_A_PAGE);
  const of = { kpi: kpi.id, ...ofClosedYear(view.closed) };
  const notReported = towns.filter(({ state }) => state === 'notReported').length;
  const made = card(
    `${kpi.id} 全市町村`,
    `${kpi.id} ${kpi.name} ${towns.length}団体: 合計 ${sumText(kpi, total, notReported)}`,
    closedYearLine(view),
    text(`${kpi.name}（${shortDate(view.today)} 現在、団体コードの順）`, 'strong'),
    facts(
      ['合計', sumText(kpi, total, notReported)],
      ['計画線・目標', `${togetherText(kpi, planned)}・${togetherText(kpi, target)}（合計に入っている団体）`],
      ['状態', statesText(towns)],
    ),
    total.value === undefined && total.reported > 0 ? text('この指標は、市町村の値を足し合わせません。', 'quiet') : [],
    list(shown.map((each) => townRow(each, everywhere, view))),
    buttons(
      ...pageButtons(at, pages, (page) => ask('show-kpi-everywhere', { ...of, page })),
      { label: '図で見る', ask: ask('show-whole-picture', of) },
      { label: 'ほかのKPI', ask: ask('show-kpi-everywhere', ofClosedYear(view.closed)) },
      { label: 'Excelで受け取る', ask: ask('show-kpi-everywhere', { ...of, form: 'excel' }) },
    ),
  );
  return alsoAsWorkbook(made, ask('show-kpi-everywhere', { ...of, form: 'excel' }));
}

/** 62%（124/200）・未報告 3団体; a rate without its parts is no part of the sum, and is not called 未報告 either. */
function sumText(kpi: Kpi, total: KpiTotal, notReported: number): string {
  const bare = total.notReported - notReported;
  const left = bare > 0 ? `・分母がなく合計に入らない ${bare}団体` : '';
  return `${totalText(kpi, total)}・未報告 ${notReported}団体${left}`;
}

/** 報告済 3・未報告 1・未実施（確認済） 0・対象外 0・未確認 2: each by itself, because absence is not zero. */
function statesText(towns: readonly TownKpi[]): string {
  const count = (state: DataState) => `${stateNames[state]} ${towns.filter((each) => each.state === state).length}`;
  return (Object.keys(stateNames) as DataState[]).map(count).join('・');
}

function townRow(each: TownKpi, { kpi }: KpiEverywhere, { closed }: Shown): Row {
  const { municipality, record, said, state, planned, signal, isOpen } = each;
  const value = said ? `${entryText(kpi, said)}・${saidWhen(said)}` : stateNames[state];
  const line = planned === undefined ? '' : `計画線 ${valueText(kpi, Math.round(planned * 10) / 10)}`;
  return {
    title: municipality.name,
    detail: [
      [value, signal ? signalNames[signal] : '', said && isOpen ? '今週は未報告' : ''].filter(Boolean).join('・'),
      record ? [line, targetText(kpi, record)].filter(Boolean).join('・') : 'この市町村には設定されていません',
    ].join('\n'),
    ...(signal ? { tone: ({ green: 'good', yellow: 'attention', red: 'bad' } as const)[signal] } : {}),
    ...(record
      ? { ask: ask('show-history', { kpi: kpi.id, municipality: municipality.code, ...ofClosedYear(closed) }) }
      : {}),
  };
}

/** 9/16(月)の週（9/17(火)報告）: of which week it is, and when it was said. */
const saidWhen = ({ week, at }: NonNullable<TownKpi['said']>): string =>
  `${weekName(week)}（${shortDate(dayOf(new Date(at)))}報告）`;

/** Every KPI together over all municipalities: which one is to be seen. */
export function kpiSumsCard(sums: readonly KpiSum[], view: Shown & { readonly towns: number }): Card {
  const { closed, week, page, towns } = view;
  const { shown, at, pages } = pageOf(sums, page, KPIS_A_PAGE);
  const of = ofClosedYear(closed);
  const asWorkbook = ask('show-kpi-everywhere', { ...of, form: 'excel' });
  const made = card(
    'KPI 全市町村',
    `${towns}団体のKPI ${sums.length}件。どのKPIですか。`,
    closedYearLine(view),
    text(`${towns}団体の合計（${weekName(week)}まで）。押すと、市町村ごとの値を表示します。`, 'quiet'),
    sums.length === 0 ? notice('quiet', 'KPIがまだ登録されていません。事務局が登録します。') : [],
    list(
      shown.map(({ kpi, total, notReported }) => ({
        title: `${kpi.id} ${kpi.name}`,
        detail: `合計 ${sumText(kpi, total, notReported)}`,
        ask: ask('show-kpi-everywhere', { kpi: kpi.id, ...of }),
      })),
    ),
    buttons(...pageButtons(at, pages, (next) => ask('show-kpi-everywhere', { ...of, page: next })), {
      label: 'Excelで受け取る',
      ask: asWorkbook,
    }),
  );
  return alsoAsWorkbook(made, asWorkbook);
}
