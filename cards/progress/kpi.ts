import { ask } from '../../programme/asks.ts';
import type { Kpi } from '../../programme/catalogue.ts';
import { type Day, shortDate } from '../../programme/day.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { pageOf } from '../../programme/page.ts';
import { entryOf, type KpiRecord, kpiState, lastSaid, weeksUnchanged } from '../../programme/progress/kpi-record.ts';
import { entryText, valueText } from '../../programme/progress/kpi-value.ts';
import { type Signal, signalNames, signalOf } from '../../programme/progress/plan-line.ts';
import { stateNames } from '../../programme/provenance.ts';
import { addWeeks, type Week, weekName } from '../../programme/week.ts';
import { type Button, buttons, type Card, card, list, type Node, notice, type Tone, text } from '../card.ts';
import { pageButtons } from '../page-buttons.ts';
import { closedYearLine, type OfClosedYear, ofClosedYear } from './closed-year.ts';
import { countingText, isComputed } from './definition.ts';

export type KpiView = OfClosedYear & {
  readonly municipality: Municipality;
  readonly kpis: readonly (readonly [Kpi, KpiRecord])[];
  readonly week: Week;
  readonly today: Day;
  readonly start: Day;
  readonly mayReport: boolean;
  /** See the KPIs of the programme as a whole. */
  readonly mayFigures: boolean;
  readonly page: number;
};

/** KPIs on a page: few enough for a phone. */
const KPIS_A_PAGE = 8;
/** How many weeks the small trend shows. */
const TREND_WEEKS = 8;

/** A municipality's KPIs: last value, target, how it stands; the weekly ones first. */
export function kpisCard(view: KpiView): Card {
  const { municipality, closed, kpis, week, page } = view;
  const { shown, pages } = pageOf(kpis, page, KPIS_A_PAGE);
  const isOpen = (record: KpiRecord) => record.weekly && kpiState(record, week) === 'notReported';
  const open = closed === undefined ? kpis.filter(([, record]) => isOpen(record)).length : 0;
  const standing = closed === undefined ? `${weekName(week)}の未報告は${open}件です。` : '';
  return card(
    `${municipality.name}のKPI`,
    `${municipality.name}のKPI ${kpis.length}件。${standing}`,
    closedYearLine(view),
    kpis.length === 0 ? notice('quiet', 'KPIがまだ登録されていません。事務局が登録します。') : [],
    open > 0 ? notice('attention', `${weekName(week)}の未報告が${open}件あります。`) : [],
    list(shown.map(([kpi, record]) => kpiRow(kpi, record, view))),
    buttons(...kpisButtons(view, open, pages)),
  );
}

function kpiRow(kpi: Kpi, record: KpiRecord, { municipality, closed, week, today, start }: KpiView) {
  const said = lastSaid(record);
  const signal = signalOf(kpi, record, said?.value, start, today);
  const unchanged = weeksUnchanged(record, week);
  const standing = [
    entryText(kpi, said),
    signal ? signalNames[signal] : '',
    unchanged > 0 ? `${unchanged}週変更なし` : '',
    isComputed(kpi, today) ? '記録から計算' : '',
  ];
  return {
    title: `${kpi.id} ${kpi.name}`,
    detail: [standing.filter(Boolean).join('・'), targetText(kpi, record), countingText(record)]
      .filter(Boolean)
      .join('\n'),
    tone: said ? toneOf(signal) : ('attention' as const),
    ask: ask('show-history', { kpi: kpi.id, municipality: municipality.code, ...ofClosedYear(closed) }),
  };
}

function toneOf(signal: Signal | undefined): Tone {
  return signal ? ({ green: 'good', yellow: 'attention', red: 'bad' } as const)[signal] : 'plain';
}

/** 目標 80%（2/28(金)まで） */
export function targetText(kpi: Kpi, record: KpiRecord): string {
  if (record.target === undefined) return '目標は未設定';
  return `目標 ${valueText(kpi, record.target)}${record.due ? `（${shortDate(record.due)}まで）` : ''}`;
}

function kpisButtons(
  { municipality: { code: municipality }, closed, mayReport, mayFigures, page }: KpiView,
  open: number,
  pages: number,
): Button[] {
  const all: Button[] = [];
  const of = { municipality, ...ofClosedYear(closed) };
  if (mayReport)
    all.push({
      label: '今週の報告をする',
      ask: ask('check-in', { municipality }),
      look: open > 0 ? 'primary' : 'plain',
    });
  all.push(...pageButtons(page, pages, (target) => ask('show-kpis', { ...of, page: target })));
  all.push({ label: '状況に戻る', ask: ask('show-status', of) });
  if (mayFigures) all.push({ label: '事業KPIを見る', ask: ask('show-programme-kpis', ofClosedYear(closed)) });
  return all;
}

/** The last weeks as a small trend; a week without a value is a gap. */
export function kpiTrend(kpi: Kpi, record: KpiRecord, week: Week): Node {
  const weeks = Array.from({ length: TREND_WEEKS }, (_, i) => addWeeks(week, i - TREND_WEEKS + 1));
  return {
    kind: 'trend',
    label: `直近${TREND_WEEKS}週の動き`,
    unit: kpi.type === 'boolean' ? '' : kpi.unit,
    points: weeks.map((at) => ({
      label: `${Number(at.slice(5, 7))}/${Number(at.slice(8))}`,
      value: valueAt(record, at),
      ...(kpiState(record, at) === 'confirmedNone' ? { instead: stateNames.confirmedNone } : {}),
    })),
    target: record.target,
  };
}

function valueAt(record: KpiRecord, week: Week): number | undefined {
  const entry = entryOf(record, week);
  if (entry === undefined) return undefined;
  return entry.kind === 'unchanged' ? lastSaid(record, week)?.value : entry.value;
}

export function kpiHeadline(kpi: Kpi, record: KpiRecord): Node {
  return text(`${entryText(kpi, lastSaid(record))}　${targetText(kpi, record)}`, 'strong');
}
