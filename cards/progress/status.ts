import { ask } from '../../programme/asks.ts';
import type { Item } from '../../programme/catalogue.ts';
import { type Day, dayOf, fiscalYearName, shortDate } from '../../programme/day.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { itemYearName } from '../../programme/programme.ts';
import {
  currentVersion,
  type ItemRecord,
  itemPercent,
  itemStandingName,
  itemState,
} from '../../programme/progress/item-record.ts';
import { type Gap, isOverdue, SETTLED, type StepStanding } from '../../programme/progress/step-standing.ts';
import { type Button, buttons, type Card, card, list, type Node, notice, type Row, type Tone, text } from '../card.ts';
import { closedYearLine, type OfClosedYear, ofClosedYear } from './closed-year.ts';

export type Status = OfClosedYear & {
  readonly municipality: Municipality;
  readonly fiscalYear: number;
  readonly today: Day;
  readonly steps: readonly StepStanding[];
  readonly next: Item | undefined;
  /** Items whose date has passed. */
  readonly overdue: readonly Item[];
  readonly reportedThisWeek: boolean;
  readonly mayReport: boolean;
};

/** The four steps with bars, and what is next. */
export function statusCard(status: Status): Card {
  const { municipality, steps, next } = status;
  if (!municipality.supported && steps.every(({ items, later }) => items + later === 0))
    return notSupported(municipality);
  const achieved = steps.filter((step) => step.achieved || step.earlier?.achieved).length;
  const headline = achieved === steps.length ? '4つのステップを全て達成しました。' : achievedSentence(achieved);
  const when = status.closed === undefined ? `${shortDate(status.today)} 現在、` : '';
  return card(
    `${municipality.name}の状況`,
    `${municipality.name}: ${headline}`,
    closedYearLine(status),
    text(`${headline}（${when}${fiscalYearName(status.fiscalYear)}に実施する項目）`, 'quiet'),
    steps.map((standing) => ({
      ...stepMeter(standing, status, true),
      ask: ask('show-status', {
        municipality: municipality.code,
        step: standing.step.id,
        ...ofClosedYear(status.closed),
      }),
    })),
    next ? text(`次の一歩: ${next.id} ${next.short}`, 'strong') : [],
    buttons(...statusButtons(status)),
  );
}

/** Where nothing was ever asked, bars at zero would read as work that has not begun. */
function notSupported({ name }: Municipality): Card {
  const sentence = `${name}はこの事業の支援の対象ではないため、取組の記録はありません。`;
  return card(`${name}の状況`, sentence, notice('plain', sentence));
}

function achievedSentence(achieved: number): string {
  return achieved === 0 ? '達成したステップはまだありません。' : `4つのステップのうち${achieved}つを達成しています。`;
}

/** @param saysWhy names what is missing where everything looks done: all items are settled and the step is not achieved */
function stepMeter(
  standing: StepStanding,
  { overdue, closed }: Status,
  saysWhy: boolean,
): Extract<Node, { kind: 'meter' }> {
  const { step, settled, items, achieved, notReported, later, gaps, earlier } = standing;
  const said =
    items === 0
      ? `${closed === undefined ? '今年度' : 'この年度'}の項目なし`
      : `${items}項目中 ${settled}項目が決定・完了`;
  const late = overdue.filter((item) => item.step === step.id).length;
  const rest = [
    ...(late > 0 ? [`■\u00a0期限を過ぎた項目 ${late}`] : []),
    ...(notReported > 0 ? [`未報告 ${notReported}項目`] : []),
    ...(later > 0 ? [`翌年度以降 ${later}項目`] : []),
    ...(gaps.some(({ kind }) => kind === 'no-kpi') ? ['KPI未設定'] : []),
  ];
  const why = saysWhy && !achieved && items > 0 && settled === items ? [gapSentence(standing)] : [];
  return {
    kind: 'meter',
    label: `ステップ${step.order} ${step.name}`,
    percent: earlier ? 100 : standing.percent,
    caption: [`${standingText(standing)}${said}`, ...(rest.length > 0 ? [rest.join('・')] : []), ...why].join('\n'),
    tone: toneOf(standing),
  };
}

/** 達成（令和6年度） / 全項目が完了（令和6年度） */
const earlierText = ({ fiscalYear, achieved }: NonNullable<StepStanding['earlier']>): string =>
  `${achieved ? '達成' : '全項目が完了'}（${fiscalYearName(fiscalYear)}）`;

/** Before the count of items: 達成。 達成（令和6年度）。 or nothing. */
function standingText({ achieved, earlier }: StepStanding): string {
  if (achieved) return '達成。';
  return earlier ? `${earlierText(earlier)}。` : '';
}

function toneOf({ achieved, earlier, percent }: StepStanding): Tone {
  if (achieved || earlier) return 'good';
  return percent === 0 ? 'quiet' : 'plain';
}

function statusButtons({ municipality: { code: municipality }, closed, next, ...can }: Status): Button[] {
  const { mayReport, reportedThisWeek } = can;
  const kpis: Button = { label: 'KPIを見る', ask: ask('show-kpis', { municipality, ...ofClosedYear(closed) }) };
  const excel: Button = {
    label: 'Excelで受け取る',
    ask: ask('show-status', { municipality, ...ofClosedYear(closed), form: 'excel' }),
  };
  if (!mayReport)
    return next
      ? [{ label: `${next.id} を見る`, ask: ask('show-item', { item: next.id, municipality }) }, kpis, excel]
      : [kpis, excel];
  const checkIn: Button = {
    label: '今週の報告をする',
    ask: ask('check-in', { municipality }),
    look: reportedThisWeek ? 'plain' : 'primary',
  };
  const report: Button[] = next
    ? [{ label: `${next.id} を報告する`, ask: ask('report-item', { item: next.id, municipality }) }]
    : [];
  return [checkIn, ...report, kpis];
}

/** One step: its items, and what is still missing before it counts as achieved. */
export function stepCard(
  status: Status,
  standing: StepStanding,
  items: readonly (readonly [Item, ItemRecord | undefined])[],
): Card {
  const { municipality } = status;
  const { step, achieved, gaps, earlier } = standing;
  const at = achieved ? '達成' : earlier ? earlierText(earlier) : `あと${gaps.length}件`;
  return card(
    `${municipality.name} ステップ${step.order}`,
    `${municipality.name} ステップ${step.order} ${step.name}: ${at}`,
    closedYearLine(status),
    stepMeter(standing, status, false),
    step.specName === step.name ? [] : text(`仕様書の表記: ${step.specName}`, 'quiet'),
    stepNotice(standing, status.closed),
    list(items.map(([item, record]) => itemRow(item, record, status))),
    buttons({
      label: '全体の状況に戻る',
      ask: ask('show-status', { municipality: municipality.code, ...ofClosedYear(status.closed) }),
    }),
  );
}

function stepNotice(standing: StepStanding, closed: number | undefined): Node {
  const { achieved, earlier } = standing;
  if (achieved) return notice('good', 'このステップは達成しています。');
  if (!earlier) return notice('attention', gapSentence(standing, closed));
  const then = fiscalYearName(earlier.fiscalYear);
  return earlier.achieved
    ? notice('good', `このステップは${then}に達成しています。`)
    : notice('plain', `このステップの項目は、${then}までに全て完了しています。`);
}

function itemRow(item: Item, record: ItemRecord | undefined, { municipality, closed, fiscalYear, today }: Status): Row {
  const isLate = isOverdue(record, today);
  const year = record?.year === 'none' ? '' : record ? itemYearName(record.year, fiscalYear) : '実施年度は未定';
  const due = record?.due ? `期限 ${shortDate(record.due)}${isLate ? ' を過ぎています' : ''}` : '';
  const at = currentVersion(record)?.at;
  const reported = at ? `${shortDate(dayOf(new Date(at)))} 報告` : '';
  const lines = [
    [itemStandingName(record), year],
    [due, reported],
  ].map((parts) => parts.filter(Boolean).join('・'));
  return {
    title: `${item.id} ${item.short}`,
    detail: lines.filter(Boolean).join('\n'),
    tone: isLate ? 'bad' : itemTone(record),
    ask: ask('show-item', { item: item.id, municipality: municipality.code, ...ofClosedYear(closed) }),
  };
}

function itemTone(record: ItemRecord | undefined): Tone {
  const percent = itemPercent(record);
  if (percent !== undefined) return percent >= SETTLED ? 'good' : 'plain';
  return itemState(record) === 'notReported' && record?.year === 'this' ? 'attention' : 'quiet';
}

/** What is still missing, most important first, at most four named. */
export function gapSentence({ gaps }: StepStanding, closed?: number): string {
  const named = gaps.slice(0, 4).map(gapName);
  const more = gaps.length > named.length ? `、ほか${gaps.length - named.length}件` : '';
  const none =
    closed === undefined
      ? '今年度に実施する項目がまだ決まっていません。'
      : 'この年度に実施する項目はありませんでした。';
  return gaps.length === 0 ? none : `達成まで: ${named.join('、')}${more}`;
}

function gapName(gap: Gap): string {
  if (gap.kind === 'no-kpi') return 'KPIの目標（KPI未設定）';
  if (gap.kind === 'kpi') return `${gap.kpi} が目標に届く`;
  if (gap.kind === 'evidence') return `${gap.item.id} の根拠資料`;
  return gap.percent === undefined ? `${gap.item.id} の報告` : `${gap.item.id} を${SETTLED}%以上に`;
}
