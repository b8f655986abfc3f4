import { ask } from '../../programme/asks.ts';
import { shortDate } from '../../programme/day.ts';
import type { Milestone } from '../../programme/reports/whole-plan.ts';
import { type Ask, buttons, type Card, card, list, type Node, notice, text } from '../card.ts';
import { changedNodes, milestoneRow, milestoneStanding, type PlanView } from './plan-view.ts';

/** 全体スケジュール, to be marked and changed. */
export function milestonesCard(view: PlanView, said: readonly Node[] = []): Card {
  const { content, edition, standing } = view;
  const counts = `全体計画 第${edition}版（${standing}）のマイルストーンは${content.milestones.length}件です。`;
  return card(
    'マイルストーン',
    counts,
    said,
    text(`${counts}押すと、完了にしたり、変えたりできます。`),
    list(content.milestones.map((milestone) => milestoneRow(milestone, view))),
    changedNodes(view),
    buttons(
      { label: '追加する', ask: ask('set-milestone', { add: 'yes' }) },
      { label: '全体計画を見る', ask: ask('whole-plan') },
    ),
  );
}

/** One milestone: reaching it needs no new version, another day or name does. */
export function milestoneCard(view: PlanView, milestone: Milestone): Card {
  const { id, what } = milestone;
  const isDone = view.doneOf(id) !== undefined;
  return card(
    what,
    `${what}: ${milestoneStanding(milestone, view)}`,
    text(milestoneStanding(milestone, view), 'strong'),
    text('完了の印は、すぐに付きます。内容や期限を変えると、全体計画の次の版になり、県の承認を待ちます。', 'quiet'),
    buttons(
      isDone
        ? { label: '完了を取り消す', ask: ask('complete-milestone', { milestone: id, back: 'yes' }) }
        : { label: '完了にする', ask: ask('complete-milestone', { milestone: id }), look: 'primary' },
      { label: '内容・期限を変える', ask: ask('set-milestone', { milestone: id, change: 'yes' }) },
      { label: '計画から外す', ask: ask('set-milestone', { milestone: id, drop: 'yes' }) },
      { label: 'マイルストーン', ask: ask('set-milestone') },
    ),
  );
}

/** What is to be reached by when; with what stands where one is changed. */
export function milestoneForm(
  known: Milestone | undefined,
  given: Ask['input'],
  errors: ReadonlyMap<string, string>,
): Card {
  const field = (name: string, before: string | undefined) => {
    const value = given[name];
    return { value: typeof value === 'string' ? value : before, error: errors.get(name) };
  };
  const title = known ? 'マイルストーンの変更' : 'マイルストーンの追加';
  const { what: _what, by: _by, ...kept } = given;
  return card(
    title,
    known ? `「${known.what}」を変えます。` : '達成することと期限を入力してください。',
    text(
      known ? `「${known.what}」（${shortDate(known.by)}まで）を変えます。` : '達成することと期限を入力してください。',
    ),
    {
      kind: 'form',
      parts: [
        {
          intro: [],
          fields: [
            {
              ...({ name: 'what', label: '達成すること', type: 'text', maxLength: 100, required: true } as const),
              ...field('what', known?.what),
            },
            { ...({ name: 'by', label: '期限', type: 'date', required: true } as const), ...field('by', known?.by) },
          ],
        },
      ],
      submit: '保存する',
      ask: { command: 'set-milestone', input: kept },
    },
  );
}

/** To the PM: the day of a milestone of the approved plan is over. */
export function milestoneLateCard(view: PlanView, milestone: Milestone): Card {
  const sentence = `全体計画のマイルストーンが、${shortDate(milestone.by)}の期限を過ぎました。`;
  return card(
    '期限を過ぎたマイルストーン',
    sentence,
    notice('attention', sentence),
    text(milestone.what, 'strong'),
    text('終わっていれば完了に、まだなら期限を見直してください（期限の変更は県の承認を待ちます）。', 'quiet'),
    buttons(
      { label: '完了にする', ask: ask('complete-milestone', { milestone: milestone.id }), look: 'primary' },
      { label: '内容・期限を変える', ask: ask('set-milestone', { milestone: milestone.id, change: 'yes' }) },
      { label: '全体計画を見る', ask: ask('whole-plan', view.number > 0 ? { version: view.number } : {}) },
    ),
  );
}
