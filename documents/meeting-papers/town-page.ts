import type { Paragraph, Table } from 'docx';
import type { Kpi } from '../../programme/catalogue.ts';
import { type Day, fiscalYearName, fullDate, shortDate } from '../../programme/day.ts';
import { togetherText } from '../../programme/digest/digest-totals.ts';
import type { PaperTown } from '../../programme/meeting-papers/meeting-paper.ts';
import { type KpiRecord, lastSaid } from '../../programme/progress/kpi-record.ts';
import { entryText, valueText } from '../../programme/progress/kpi-value.ts';
import { plannedValue, signalNames, signalOf } from '../../programme/progress/plan-line.ts';
import type { Gap, StepStanding } from '../../programme/progress/step-standing.ts';
import { pageHeading, paragraphs, subheading } from '../docx/page.ts';
import { fieldTable, listTable, NONE } from '../docx/table.ts';
import { actionTable } from './action-table.ts';

type At = { readonly today: Day; readonly start: Day };

/** Moves of a municipality that its page names; more are counted. */
const MOVES = 7;
/** Late items that its page names. */
const LATE = 6;
/** What is still missing of a step that is named. */
const GAPS = 3;

/** The page of a municipality: nothing of what somebody wrote of it, only what the records count. */
export function townPage(town: PaperTown, at: At): readonly (Paragraph | Table)[] {
  const { municipality, steps, kpis, week, visit, actions } = town;
  const { moves, overdue, open } = week;
  return [
    pageHeading(`${municipality.name}（${municipality.code}　${municipality.area}）`),
    subheading('ステップ'),
    listTable(
      ['ステップ', '達成', '決定・完了', '進み', '未報告', '残っていること'],
      steps.map(stepRow),
      [6, 3, 4, 2, 2, 9],
      'small',
    ),
    subheading('KPI（計画線は今日の位置）'),
    ...(kpis.length === 0
      ? paragraphs('KPIがまだ登録されていません。')
      : [
          listTable(
            ['KPI', '報告された値', '計画線', '目標', '見方'],
            kpis.map((pair) => kpiRow(pair, at)),
            [11, 6, 3, 7, 3],
            'small',
          ),
        ]),
    subheading(`前回から動いたこと（${moves.length}件）`),
    ...movedParts(moves),
    subheading('これから'),
    fieldTable([
      ['期限を過ぎた項目', `${overdue.length}件${overdue.length > 0 ? `: ${lateText(overdue)}` : ''}`],
      ['次の訪問', visit ? `${fullDate(visit.day)}　${visit.start}–${visit.end}` : '予定がまだありません'],
      ['続いている相談', `${open.count}件${open.overdue > 0 ? `（うち期限を過ぎたもの ${open.overdue}件）` : ''}`],
      ...(actions.length > 0 ? [] : [['終わっていない宿題', NONE] as const]),
    ]),
    ...(actions.length > 0 ? [subheading('終わっていない宿題'), ...actionTable(actions, at.today)] : []),
  ];
}

function lateText(overdue: PaperTown['week']['overdue']): string {
  const named = overdue.slice(0, LATE).map(({ item, day }) => `${item.id} ${item.short}（${shortDate(day)}）`);
  const more = overdue.length > LATE ? `　ほか${overdue.length - LATE}件` : '';
  return `${named.join('、')}${more}`;
}

function movedParts(moves: PaperTown['week']['moves']): readonly (Paragraph | Table)[] {
  if (moves.length === 0) return paragraphs('段階やKPIが変わったものはありません。');
  const shown = moves.slice(0, MOVES).map(({ what, from, to }) => [what, from, to]);
  const more = moves.length - shown.length;
  const rest = more > 0 ? paragraphs(`ほか${more}件。くわしくは「履歴」で確認できます。`) : [];
  return [listTable(['何が', '前回', '今回'], shown, [6, 3, 3], 'small'), ...rest];
}

function stepRow(standing: StepStanding): readonly string[] {
  const { step, items, settled, percent, notReported } = standing;
  return [
    `${step.order}　${step.name}`,
    achievedText(standing),
    items === 0 ? '今年度の項目なし' : `${settled}/${items}項目`,
    items === 0 ? '―' : `${percent}%`,
    items === 0 ? '―' : `${notReported}`,
    missingText(standing),
  ];
}

function achievedText({ achieved, earlier }: StepStanding): string {
  if (achieved) return '達成';
  if (!earlier) return 'まだ';
  return `${earlier.achieved ? '達成' : '完了'}（${fiscalYearName(earlier.fiscalYear)}）`;
}

function missingText({ gaps, achieved, items }: StepStanding): string {
  if (achieved || items === 0) return '―';
  const more = gaps.length > GAPS ? `　ほか${gaps.length - GAPS}件` : '';
  return `${gaps.slice(0, GAPS).map(gapText).join('、')}${more}`;
}

function gapText(gap: Gap): string {
  switch (gap.kind) {
    case 'stage':
      return gap.item.id;
    case 'evidence':
      return `${gap.item.id}の根拠資料`;
    case 'kpi':
      return `${gap.kpi}の目標`;
    case 'no-kpi':
      return 'KPIの設定';
  }
}

function kpiRow([kpi, record]: readonly [Kpi, KpiRecord], { today, start }: At): readonly string[] {
  const said = lastSaid(record);
  const hasLine = kpi.type !== 'boolean' && kpi.type !== 'stage';
  const planned = hasLine ? plannedValue(record, start, today) : undefined;
  const signal = signalOf(kpi, record, said?.value, start, today);
  const due = record.due ? `（${shortDate(record.due)}まで）` : '';
  return [
    `${kpi.id} ${kpi.name}`,
    entryText(kpi, said),
    togetherText(kpi, planned),
    record.target === undefined ? '未設定' : `${valueText(kpi, record.target)}${due}`,
    signal ? signalNames[signal] : '―',
  ];
}
