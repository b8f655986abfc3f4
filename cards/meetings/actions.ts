import { ask } from '../../programme/asks.ts';
import { type Day, dayOf, shortDate } from '../../programme/day.ts';
import type { ActionItem } from '../../programme/meetings/action-item.ts';
import { buttons, type Card, card, list, type Node, notice, offering, type Row, text } from '../card.ts';

/** Actions on one card. */
const SHOWN = 10;

/** An action, and what stands beside it: whose it is, or was. */
export type NamedAction = readonly [action: ActionItem, whose: string | undefined];

/** What somebody took on; pressing a row finishes it. */
export function actionsCard(actions: readonly NamedAction[], today: Day, said?: Node, mayList = false): Card {
  const sentence = actions.length === 0 ? '終わっていない宿題はありません。' : `宿題が${actions.length}件あります。`;
  return card(
    '自分の宿題',
    sentence,
    said ?? [],
    actions.length === 0 ? notice('good', sentence) : text('終わったものを押してください。', 'quiet'),
    list(actions.slice(0, SHOWN).map(([action, whose]) => actionRow(action, today, whose))),
    actions.length > SHOWN ? text(`ほか${actions.length - SHOWN}件（期限があとのもの）`, 'quiet') : [],
    buttons(...(mayList ? [{ label: '宿題一覧', ask: ask('show-actions') }] : []), {
      label: '会議の予定',
      ask: ask('show-meetings'),
    }),
  );
}

/** 宿題 that are due soon or late, for who has them. @param whose the name of who is away, where this is their substitute */
export function actionReminderCard(actions: readonly NamedAction[], today: Day, whose?: string): Card {
  const late = actions.filter(([{ due }]) => due < today).length;
  const of = whose ? `${whose}さんの宿題` : '宿題';
  const sentence =
    late > 0 ? `${of}が${late}件、期限を過ぎています。` : `${of}${actions.length}件の期限が近づいています。`;
  return card(
    '宿題の案内',
    `${sentence}${actions.map(([{ what }]) => `「${what}」`).join('')}`,
    notice('attention', sentence),
    text('終わったものは、押すだけで完了になります。', 'quiet'),
    list(actions.slice(0, SHOWN).map(([action, beside]) => actionRow(action, today, beside))),
    actions.length > SHOWN ? text(`ほか${actions.length - SHOWN}件`, 'quiet') : [],
    buttons(
      { label: '自分の宿題を見る', ask: ask('complete-action') },
      { label: '会議の予定', ask: ask('show-meetings') },
    ),
  );
}

/** A row that finishes its action with one tap. */
export function actionRow({ id, what, due }: ActionItem, today: Day, whose?: string): Row {
  const late = due < today;
  return {
    title: what,
    detail: `${shortDate(due)}まで${late ? '（期限を過ぎています）' : ''}${whose ? `・${whose}` : ''}・押すと完了`,
    tone: late ? 'attention' : 'plain',
    ask: ask('complete-action', { action: id }),
    does: '完了',
  };
}

/** What somebody has finished; pressing a row opens it again. */
export function doneActionsCard(actions: readonly NamedAction[]): Card {
  const sentence = actions.length === 0 ? '完了にした宿題はありません。' : 'どの宿題の完了を取り消しますか。';
  return offering(
    '宿題の再開',
    sentence,
    text(sentence, 'strong'),
    list(actions.slice(0, SHOWN).map(([action, whose]) => doneRow(action, whose))),
    actions.length > SHOWN ? text(`ほか${actions.length - SHOWN}件（完了が前のもの）`, 'quiet') : [],
    buttons({ label: '自分の宿題', ask: ask('complete-action') }),
  );
}

const doneRow = ({ id, what, due, done }: ActionItem, whose?: string): Row => ({
  title: what,
  detail: `${shortDate(due)}まで${done ? `・${shortDate(dayOf(new Date(done.at)))}に完了` : ''}${whose ? `・${whose}` : ''}・押すと再開`,
  ask: ask('reopen-action', { action: id }),
  does: '再開',
});

/** Done, and the way back. @param left of one's own; @param mayList whether everybody's can be looked at */
export function actionDoneCard(action: ActionItem, left: number, mayList = false): Card {
  return card(
    '宿題を完了にしました',
    `完了: ${action.what}`,
    notice('good', action.what),
    text(left > 0 ? `残りの宿題は${left}件です。` : '終わっていない宿題はありません。', 'quiet'),
    buttons(
      ...(left > 0 ? [{ label: '残りの宿題', ask: ask('complete-action') }] : []),
      ...(mayList ? [{ label: '宿題一覧', ask: ask('show-actions') }] : []),
      { label: '会議の予定', ask: ask('show-meetings') },
      { label: '完了を取り消す', ask: ask('reopen-action', { action: action.id }) },
    ),
  );
}
