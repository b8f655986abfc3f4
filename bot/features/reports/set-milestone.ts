import { type Node, notice } from '../../../cards/card.ts';
import { milestoneCard, milestoneForm, milestonesCard } from '../../../cards/reports/milestones.ts';
import type { PlanView } from '../../../cards/reports/plan-view.ts';
import type { InputOf } from '../../../programme/asks.ts';
import { fullDate } from '../../../programme/day.ts';
import { Refusal } from '../../../programme/refusal.ts';
import {
  type Milestone,
  nextMilestoneId,
  type PlanContent,
  type WholePlan,
  withMilestone,
  withoutMilestone,
} from '../../../programme/reports/whole-plan.ts';
import { asksAtOnce, defineCommand, type Prepared } from '../../command.ts';
import type { MemberStart } from '../../turn.ts';
import { ownPlan, writeWholePlan } from './whole-plans.ts';

type Input = InputOf<'set-milestone'>;
type Meant = { readonly view: PlanView; readonly known: Milestone | undefined };

export const setMilestone = defineCommand({
  name: 'set-milestone',
  says: ['マイルストーン'],
  help: '全体スケジュールのマイルストーンを表示します。追加や変更もできます。変えたものは、全体計画の次の版になります。',
  example: 'マイルストーン 中間報告書の提出 12/18',
  english: 'Show the milestones of the plan; add one or change one.',
  group: { title: '県とのやりとり', order: 73 },
  needs: 'apply',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: ['what', 'by', 'drop'],
  typed: 'inputs',
  wished: [
    { like: /^マイルストーン[のを]?(?:追加|登録)(?:する|します|したい|して)?(?=[\s。]|$)/u, as: 'マイルストーン ' },
    {
      like: /^(?:マイルストーン[のはを]?)?(?<what>[^、。\s]+?)の?マイルストーン(?:の期限)?[をは](?<by>\d{1,2}[/月]\d{1,2}日?)(?:まで)?に(?:して|変|延|し)[^、。\s]*/u,
      as: 'マイルストーン $<what> $<by> ',
    },
  ],
  spoken: { words: ['マイルストーン', 'まいるすとーん', 'マイルストン'], wins: 466 },

  async prepare(input, turn): Promise<Prepared<Meant>> {
    const view = await ownPlan(turn);
    const known = view.content.milestones.find(({ id, what }) =>
      input.milestone === undefined ? what === input.what : id === input.milestone,
    );
    if (input.milestone !== undefined && !known) throw Refusal.because('no-milestone');
    const errors = wrongIn(input, turn);
    const missing = missingIn(input, known);
    if (errors.size > 0) return asksAtOnce([...errors.keys()], milestoneForm(known, input, errors), 'replace');
    if (missing.length > 0) return asksAtOnce(missing, milestoneForm(known, input, errors), 'replace');
    return { found: { view, known } };
  },

  async run(input, turn, { view, known }) {
    const { what = known?.what, by = known?.by, drop } = input;
    if (drop !== undefined && known) {
      await writeWholePlan(turn, (content) => withoutMilestone(content, known.id));
      return saved(await ownPlan(turn), `「${known.what}」を計画から外しました（下書き）。`);
    }
    if (!isWritten(input) || what === undefined || by === undefined)
      return { card: known ? milestoneCard(view, known) : milestonesCard(view), how: 'new' };
    await writeWholePlan(turn, (content, plan) => {
      const id = known?.id ?? content.milestones.find((each) => each.what === what)?.id ?? idFor(content, plan);
      return withMilestone(content, { id, what, by });
    });
    return saved(await ownPlan(turn), `「${what}」（${fullDate(by)}まで）を下書きに保存しました。`);
  },
});

const isWritten = ({ what, by }: Input): boolean => what !== undefined || by !== undefined;

function idFor(content: PlanContent, plan: WholePlan | undefined): string {
  return nextMilestoneId([content, ...(plan?.versions ?? []).map((version) => version.content)]);
}

/** Of one that is added both are needed; of one that is changed what is not said stays. */
function missingIn(input: Input, known: Milestone | undefined): readonly ('what' | 'by')[] {
  if (input.drop !== undefined) return [];
  const isAsked = isWritten(input) || input.add !== undefined;
  if (input.change !== undefined && !isWritten(input)) return ['what', 'by'];
  if (known || !isAsked) return [];
  return (['what', 'by'] as const).filter((name) => input[name] === undefined);
}

/** The day of a milestone lies within the programme of its year. */
function wrongIn({ by }: Input, { programme }: MemberStart): ReadonlyMap<string, string> {
  const { start, end } = programme;
  if (by === undefined || (by >= start && by <= end)) return new Map();
  const problem = `事業の期間（${fullDate(start)}から${fullDate(end)}まで）の日付にしてください。まだ保存していません。`;
  return new Map([['by', problem]]);
}

function saved(view: PlanView, sentence: string) {
  const next = '「全体計画提出」で県に提出してください。承認されると、この内容になります。';
  const said: readonly Node[] = [notice('good', `${sentence}${view.approved ? next : ''}`)];
  return { card: milestonesCard(view, said), how: 'replace' as const };
}
