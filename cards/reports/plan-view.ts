import { ask } from '../../programme/asks.ts';
import { type Day, dayOf, shortDate } from '../../programme/day.ts';
import {
  changedParts,
  type Milestone,
  milestoneDone,
  type PlanContent,
  type WholePlan,
} from '../../programme/reports/whole-plan.ts';
import { type Change, changes, type Node, notice, type Row, text } from '../card.ts';

/** A version of 全体計画 as somebody is shown it. */
export type PlanView = {
  readonly fiscalYear: number;
  readonly content: PlanContent;
  /** Which version; 0 for what the workbook says, before anything was written. */
  readonly number: number;
  /** 第2版. */
  readonly edition: number;
  /** 下書き, 提出済み …: how this version stands. */
  readonly standing: string;
  /** The version in force, where there is one; its content is told apart from what is shown. */
  readonly approved: { readonly number: number; readonly edition: number; readonly content: PlanContent } | undefined;
  /** The newest version this person may see, where that is another one. */
  readonly newest: number | undefined;
  readonly doneOf: (milestone: string) => Day | undefined;
  readonly today: Day;
  readonly isOffice: boolean;
  /** Nothing has been handed in since this version was written. */
  readonly isDraft: boolean;
};

/** The days on which milestones were reached. */
export const doneDays =
  (plan: WholePlan | undefined): PlanView['doneOf'] =>
  (milestone) => {
    const done = plan && milestoneDone(plan, milestone);
    return done && dayOf(new Date(done.at));
  };

const isLateMilestone = ({ id, by }: Milestone, { doneOf, today }: Pick<PlanView, 'doneOf' | 'today'>): boolean =>
  by < today && doneOf(id) === undefined;

/** 12/18(金)まで; or the day on which it was reached. */
export function milestoneStanding(milestone: Milestone, view: Pick<PlanView, 'doneOf' | 'today'>): string {
  const done = view.doneOf(milestone.id);
  const until = `${shortDate(milestone.by)}まで`;
  if (done !== undefined) return `${until}・完了（${shortDate(done)}）`;
  return isLateMilestone(milestone, view) ? `${until}（過ぎています）` : until;
}

/** A row for a milestone; pressing it opens it for whoever may change it. */
export const milestoneRow = (milestone: Milestone, view: PlanView): Row => ({
  title: milestone.what,
  detail: milestoneStanding(milestone, view),
  tone: isLateMilestone(milestone, view) ? 'attention' : 'plain',
  ask: view.isOffice ? ask('set-milestone', { milestone: milestone.id }) : undefined,
});

/** What a version that is not in force changes of the one that is. */
export function changedNodes({ approved, number, content }: PlanView): Node[] {
  if (!approved || approved.number === number) return [];
  const parts = changedParts(approved.content, content);
  if (parts.length === 0) return [notice('quiet', `承認された第${approved.edition}版から変わったところはありません。`)];
  return [
    notice('attention', `承認されているのは第${approved.edition}版です。変わるところ: ${parts.join('、')}`),
    ...scheduleChanges(approved.content, content),
  ];
}

function scheduleChanges(before: PlanContent, after: PlanContent): Node[] {
  const was = new Map(before.milestones.map((each) => [each.id, each]));
  const is = new Map(after.milestones.map((each) => [each.id, each]));
  const said = ({ what, by }: Milestone) => `${what} ${shortDate(by)}まで`;
  const all: Change[] = [
    ...after.milestones.flatMap((each) => {
      const old = was.get(each.id);
      const until = `${shortDate(each.by)}まで`;
      if (!old) return [{ what: each.what, after: `${until}（追加）` }];
      if (old.what !== each.what) return [{ what: each.what, before: said(old), after: said(each) }];
      return old.by === each.by ? [] : [{ what: each.what, before: `${shortDate(old.by)}まで`, after: until }];
    }),
    ...before.milestones
      .filter(({ id }) => !is.has(id))
      .map((each) => ({ what: each.what, before: said(each), after: '外す' })),
  ];
  return all.length === 0 ? [] : [text('全体スケジュールの変更', 'heading'), changes(all)];
}
