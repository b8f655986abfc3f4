import { ask } from '../../programme/asks.ts';
import { fullDate, shortMoment } from '../../programme/day.ts';
import { isCancelled, type Meeting, meetingTime } from '../../programme/meetings/meeting.ts';
import { visitModeNames } from '../../programme/meetings/visit-mode.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { itemName } from '../../programme/shown.ts';
import type { RatingVersion } from '../../programme/visits/rating.ts';
import { answerOfCurrent } from '../../programme/visits/visit-answering.ts';
import {
  currentVisit,
  onlineReasonNames,
  type VisitContent,
  type VisitRecord,
  type VisitStanding,
  visitStandingNames,
} from '../../programme/visits/visit-record.ts';
import { type Button, buttons, type Card, card, facts, type Node, notice, text } from '../card.ts';
import { type ActionLine, actionTexts } from '../meetings/meeting.ts';
import { ratingFacts } from './rate-visit.ts';

/** 10/3(土) 13:30–16:00 対面 */
export const visitHeadline = (content: VisitContent): string =>
  `${meetingTime(content)} ${visitModeNames[content.mode]}`;

/** What is on record of a visit, in the words of 支援記録票; `brief`: without what was talked about. */
export function visitContentNodes(content: VisitContent, brief = false): Node[] {
  const { day, start, end, mode, online, place, items, attended } = content;
  const { text: done, decisions, problems, materials, next } = content;
  const held = online ? `${visitModeNames[mode]}（${onlineReasonNames[online]}）` : visitModeNames[mode];
  const said: (readonly [string, string | undefined])[] = [
    ['支援日', `${fullDate(day)}${start}–${end}`],
    ['形態', held],
    ['場所', place],
    ['対象項目', items.map(itemName).join('、')],
    ...(brief ? [] : ([['市町村側参加者', attended]] as const)),
  ];
  const texts = brief
    ? []
    : ([
        ['支援内容', done],
        ['決定事項', decisions],
        ['課題', problems],
        ['作成・提供資料', materials],
        ['次回予定', next],
      ] as const);
  return [
    facts(...said.flatMap(([label, value]) => (value ? [[label, value] as const] : []))),
    ...texts.flatMap(([label, value]) => (value ? [text(label, 'heading'), text(value)] : [])),
  ];
}

/** One visit as its reader may see it. */
export type VisitView = {
  readonly municipality: Municipality;
  readonly meeting: Meeting;
  readonly record: VisitRecord | undefined;
  readonly standing?: VisitStanding | undefined;
  /** The expert's name, where people may be named. */
  readonly expert: string | undefined;
  /** Whether what was talked about may be shown here. */
  readonly whole: boolean;
  readonly actions: readonly ActionLine[];
  /** 所見: for the secretariat alone. */
  readonly remark: string | undefined;
  /** 満足度: for the secretariat alone. */
  readonly rating?: RatingVersion | undefined;
  readonly mayRecord: boolean;
  /** The message that wrote the version that counts, while who looks may take it back. */
  readonly report?: string | undefined;
  /** 支援記録票 is handed out in 1:1 alone. */
  readonly maySheet: boolean;
  /** Whether it is still to take place. */
  readonly isAhead: boolean;
  /** Whether this reader answers for the municipality. */
  readonly mayConfirm: boolean;
  /** Whether what the municipality has answered may still be changed. */
  readonly mayReturn?: boolean;
};

/** One visit: its record with versions and state, and what can be done about it. */
export function visitCard(view: VisitView): Card {
  const { municipality, meeting, record, expert, whole, actions } = view;
  const current = record && currentVisit(record);
  const state = visitState(view);
  const note = record && whole ? answerOfCurrent(record)?.note : undefined;
  return card(
    '訪問',
    `${municipality.name} ${current ? visitHeadline(current.content) : meetingTime(meeting)}: ${state}`,
    text(municipality.name, 'quiet'),
    facts(['状態', state], ...(expert ? [['派遣人材', expert] as const] : [])),
    note ? notice('attention', `市町村から: ${note}`) : [],
    current ? visitContentNodes(current.content, !whole) : planNodes(meeting),
    whole && actions.length > 0 ? [text('次回までの宿題', 'heading'), ...actionTexts(actions)] : [],
    officeNodes(view),
    whole && record ? versionNodes(record) : [],
    buttons(...visitButtons(view)),
  );
}

/** What the secretariat alone sees of it. */
const officeNodes = ({ remark, rating }: VisitView): Node[] => [
  ...(remark ? [text('所見（事務局だけ）', 'heading'), text(remark)] : []),
  ...(rating ? [text('満足度（事務局だけ）', 'heading'), ratingFacts(rating)] : []),
];

/** In a word, as in 訪問一覧 too. */
export function visitState({
  standing,
  meeting,
  isAhead,
}: Pick<VisitView, 'standing' | 'meeting' | 'isAhead'>): string {
  if (standing) return visitStandingNames[standing];
  if (isCancelled(meeting)) return '中止';
  return isAhead ? '予定' : '記録なし';
}

function planNodes(meeting: Meeting): Node[] {
  const mode = meeting.visit ? visitModeNames[meeting.visit.mode] : '';
  return [
    facts(['予定', `${meetingTime(meeting)} ${mode}`], ['場所', meeting.place || '未定']),
    ...(isCancelled(meeting)
      ? [notice('attention', `中止になりました${meeting.reason ? `（${meeting.reason}）` : ''}。`)]
      : []),
  ];
}

function versionNodes({ versions }: VisitRecord): Node[] {
  if (versions.length < 2) return [];
  const line = ({ number, at, reason, undone }: VisitRecord['versions'][number]) =>
    `${number}版 ${shortMoment(new Date(at))}${reason ? ` 理由: ${reason}` : ''}${undone ? '（取消）' : ''}`;
  return [text('版', 'heading'), ...versions.map((version) => text(line(version), 'quiet'))];
}

function visitButtons(view: VisitView): Button[] {
  const { municipality, meeting, record, mayRecord, maySheet, report } = view;
  const visit = { visit: `visit-${meeting.id}` };
  const code = { municipality: municipality.code };
  const isRecorded = record !== undefined && currentVisit(record) !== undefined;
  return [
    ...answerLabels(view).map((label) => ({ label, ask: ask('confirm-visit', { ...visit, ...code }) })),
    ...(mayRecord
      ? [{ label: isRecorded ? '書き足す・直す' : '訪問を記録する', ask: ask('record-visit', visit) }]
      : []),
    ...(report !== undefined && isRecorded
      ? [{ label: '取消', look: 'danger' as const, ask: ask('record-visit', { ...visit, report }) }]
      : []),
    ...(isRecorded && maySheet ? [{ label: '訪問記録票', ask: ask('visit-sheet', { ...visit, ...code }) }] : []),
    { label: '訪問一覧', ask: ask('show-visits', code) },
  ];
}

/** How the municipality answers what was recorded, or its answer anew. */
function answerLabels({ standing, mayConfirm, mayReturn }: VisitView): readonly string[] {
  if (!mayConfirm) return [];
  if (standing === 'waiting') return ['確認・直してほしい'];
  return mayReturn ? ['確認の答えを直す'] : [];
}
