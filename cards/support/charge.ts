import { ask } from '../../programme/asks.ts';
import { type Day, shortDate } from '../../programme/day.ts';
import { meetingTime } from '../../programme/meetings/meeting.ts';
import type { Charge } from '../../programme/support/charge.ts';
import { visitRecordId } from '../../programme/visits/visit-record.ts';
import { type Button, buttons, type Card, card, facts, list, type Node, type Row, text } from '../card.ts';
import { pageButtons } from '../page-buttons.ts';

/** Municipalities on one page of a phone. */
export const CHARGES_A_PAGE = 4;
/** How many moves one municipality's own card names, and how many items that are late. */
const MOVES_NAMED = 3;
const LATE_NAMED = 5;
/** Open 宿題 that it names. */
const ACTIONS_NAMED = 3;

export type ChargesShown = {
  readonly charges: readonly Charge[];
  /** On all pages. */
  readonly all: number;
  readonly page: number;
  readonly pages: number;
  readonly today: Day;
};

/** The municipalities that one serves, each in a few lines; a tap opens one of them. */
export function chargesCard({ charges, all, page, pages, today }: ChargesShown): Card {
  return card(
    '担当の市町村',
    `担当 ${all}団体: ${charges.map(({ municipality }) => municipality.name).join('、')}`,
    text(`${all}団体（${shortDate(today)} 現在）`, 'quiet'),
    list(charges.map(rowOf)),
    buttons(
      ...pageButtons(page, pages, (to) => ask('show-charge', { page: to })),
      { label: '未報告', ask: ask('show-unreported') },
      { label: 'ダイジェスト', ask: ask('show-digest') },
      { label: '訪問記録', ask: ask('record-visit') },
    ),
  );
}

function rowOf(charge: Charge): Row {
  const { municipality, next } = charge;
  const due = dueIn(charge);
  const lines = [
    stepsText(charge),
    ...(due.length > 0 ? [due.join('・')] : []),
    `${sinceText(charge)}・${next ? `次の訪問 ${shortDate(next.day)} ${next.start}` : '次の訪問の予定なし'}`,
  ];
  return {
    title: municipality.name,
    detail: lines.join('\n'),
    tone: charge.overdue.length + charge.unrecorded.length > 0 ? 'attention' : 'plain',
    ask: ask('show-charge', { municipality: municipality.code }),
  };
}

/** ステップ 0: 100%・1: 45%; each by itself: they are no mark, and are not summed. */
const stepsText = ({ steps }: Charge): string =>
  `ステップ ${steps.map(({ step, percent, items }) => `${step.order}: ${items === 0 ? '－' : `${percent}%`}`).join('・')}`;

function sinceText({ since, moves }: Charge): string {
  if (since === undefined) return '訪問の記録はまだなし';
  return moves.length > 0
    ? `${shortDate(since)} の訪問から ${moves.length}件の動き`
    : `${shortDate(since)} の訪問から動きなし`;
}

/** What there is to see to; what there is none of is not named. */
function dueIn(charge: Charge): readonly string[] {
  const { overdue, actions, requests, unrecorded } = charge;
  const count = (name: string, of: readonly unknown[]) => (of.length > 0 ? [`${name} ${of.length}`] : []);
  return [
    ...count('期限切れ', overdue),
    ...reportText(charge),
    ...count('宿題', actions),
    ...count('相談', requests),
    ...count('記録のない訪問', unrecorded),
  ];
}

function reportText({ report, lacking }: Charge): readonly string[] {
  if (report === 'silent') return ['今週は未報告'];
  return report === 'partly' ? [`今週はあと${lacking}件`] : [];
}

/** One of them: each line with the button that leads to it. */
export function chargeCard(charge: Charge): Card {
  const { municipality, overdue, next, moves } = charge;
  const { name, code } = municipality;
  const more = moves.length - MOVES_NAMED;
  return card(
    `${name}（担当）`,
    `${name}: ${[...dueIn(charge), sinceText(charge)].join('・')}`,
    text(stepsText(charge), 'strong'),
    facts(
      ['今週の報告', reportNames[charge.report]],
      ['期限を過ぎた項目', overdue.length > 0 ? lateText(overdue) : 'なし'],
      ['続いている相談', countOf(charge.requests)],
      ['次の訪問', next ? meetingTime(next) : '予定なし'],
    ),
    ...homework(charge),
    text(sinceText(charge), 'heading'),
    moves.length > 0
      ? list(moves.slice(0, MOVES_NAMED).map(({ what, from, to }): Row => ({ title: what, detail: `${from} → ${to}` })))
      : [],
    more > 0 ? text(`ほか${more}件は「履歴」で確かめられます。`, 'quiet') : [],
    buttons(...waysOf(charge)),
    buttons(
      { label: '状況を見る', ask: ask('show-status', { municipality: code }) },
      { label: '担当の一覧', ask: ask('show-charge') },
    ),
  );
}

const reportNames: Readonly<Record<Charge['report'], string>> = {
  none: '対象なし',
  silent: '未報告',
  partly: '一部',
  complete: '報告済',
};

/** 宿題 of the municipality's people as they stand; each of them finishes their own. */
function homework({ actions }: Charge): Node[] {
  if (actions.length === 0) return [];
  const more = actions.length - ACTIONS_NAMED;
  return [
    text(`終わっていない宿題 ${actions.length}件`, 'heading'),
    list(
      actions.slice(0, ACTIONS_NAMED).map(({ what, due }): Row => ({ title: what, detail: `${shortDate(due)} まで` })),
    ),
    ...(more > 0 ? [text(`ほか${more}件`, 'quiet')] : []),
  ];
}

const countOf = (all: readonly unknown[]): string => (all.length > 0 ? `${all.length}件` : 'なし');

function lateText(ids: readonly string[]): string {
  const more = ids.length - LATE_NAMED;
  return ids.slice(0, LATE_NAMED).join('、') + (more > 0 ? ` ほか${more}件` : '');
}

/** Only what there is leads anywhere: to the first item that is late, the oldest visit without a record. */
function waysOf({ municipality, overdue, requests, next, report, unrecorded }: Charge): Button[] {
  const { code } = municipality;
  const [late, visit] = [overdue[0], unrecorded[0]];
  const where = { municipality: code };
  return [
    ...(visit
      ? [
          {
            label: `${shortDate(visit.day)} の訪問を記録`,
            ask: ask('record-visit', { visit: visitRecordId(visit.id) }),
            look: 'primary' as const,
          },
        ]
      : []),
    ...(late !== undefined ? [{ label: `${late} を見る`, ask: ask('show-item', { ...where, item: late }) }] : []),
    ...(report === 'silent' || report === 'partly' ? [{ label: '今週の報告をする', ask: ask('check-in', where) }] : []),
    ...(requests.length > 0 ? [{ label: '相談一覧', ask: ask('show-requests', where) }] : []),
    next
      ? { label: '次の訪問を見る', ask: ask('show-visit', { ...where, visit: visitRecordId(next.id) }) }
      : { label: '訪問予定', ask: ask('plan-visit', where) },
  ];
}
