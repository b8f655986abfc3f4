import { notice, text as words } from '../../../cards/card.ts';
import { planPartCard, planPartForm, whichPlanPartCard } from '../../../cards/reports/whole-plan.ts';
import type { InputOf } from '../../../programme/asks.ts';
import { currentFiling } from '../../../programme/filing.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { PlanText, planTextNames } from '../../../programme/reports/whole-plan.ts';
import { asksAtOnce, asksBack, defineCommand } from '../../command.ts';
import type { MemberStart } from '../../turn.ts';
import { ownPlan, wholePlanOf, writeWholePlan } from './whole-plans.ts';

export const editWholePlan = defineCommand({
  name: 'edit-whole-plan',
  says: ['全体計画編集'],
  help: '全体計画を、項目を選んで書きます。書いたものは下書きになり、提出すると県が承認します。',
  example: '全体計画編集 会議体',
  english: 'Write a part of the plan of the year.',
  group: { title: '県とのやりとり', order: 71 },
  needs: 'apply',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: ['text'],
  typed: 'free',
  spoken: { words: ['全体計画編集', '全体計画を編集', '全体計画を書', '全体計画を直', '全体計画を変え'], wins: 464 },

  async prepare(input, turn) {
    const { section, text, seen } = partMeant(input);
    const view = await ownPlan(turn);
    if (section === undefined) return asksBack(['section'], whichPlanPartCard(view, text));
    if (text === undefined) return asksAtOnce(['text'], planPartForm(view, section, view.number));
    if (seen !== undefined && (await isNewer(section, seen, turn)))
      return asksAtOnce(['text'], planPartForm(view, section, view.number, newerNodes(text)));
    return { found: section };
  },

  async run({ text = '' }, turn, section) {
    const seen = (await wholePlanOf(turn.store, turn.programme.fiscalYear))?.versions.length;
    await writeWholePlan(turn, (content, plan) => {
      if (plan && plan.versions.length !== seen) throw Refusal.because('busy');
      return { ...content, [section]: text };
    });
    const said = notice('good', '下書きに保存しました。');
    return { card: planPartCard(await ownPlan(turn), section, [said]), how: 'replace' };
  },
});

type Input = InputOf<'edit-whole-plan'>;

/** 目的 alone is the part プロジェクトの目的, and no text for one that is still to be chosen. */
function partMeant(input: Input): Input {
  const { section, text } = input;
  if (section !== undefined || text === undefined) return input;
  const [only, ...others] = PlanText.options.filter((name) => planTextNames[name].includes(text.trim()));
  return only && others.length === 0 ? { ...input, section: only, text: undefined } : input;
}

/** Somebody else has written this part since the form was opened. */
async function isNewer(section: PlanText, seen: number, { store, programme, who }: MemberStart): Promise<boolean> {
  const plan = await wholePlanOf(store, programme.fiscalYear);
  if (!plan) return false;
  const then = plan.versions.find(({ number }) => number === seen);
  const last = currentFiling(plan);
  const others = plan.versions.some(({ number, by }) => number > seen && by !== who.id);
  return others && then?.content[section] !== last.content[section];
}

const newerNodes = (said: string) => [
  notice('attention', 'このカードを開いたあとに、ほかの方がこの項目を書きました。あなたの分はまだ保存していません。'),
  words(`あなたの内容: ${said}`),
];
