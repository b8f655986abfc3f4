import { notice } from '../../../cards/card.ts';
import { confirmPlanSection, planSavedNodes, planSectionForm } from '../../../cards/initiatives/plan-section.ts';
import {
  planSectionCard,
  type SimplePlanView,
  simplePlanCard,
  whichPlanSectionCard,
} from '../../../cards/initiatives/simple-plan.ts';
import { PERSON_NAMED, personNamedIn } from '../../../programme/cases/person-named.ts';
import {
  currentPlan,
  type PlanSection,
  type SimplePlanVersion,
  withSection,
} from '../../../programme/initiatives/simple-plan.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { saysNothing } from '../../../programme/says-nothing.ts';
import { asksAtOnce, asksBack, defineCommand, type Prepared } from '../../command.ts';
import { rosterNames } from './initiative-found.ts';
import { planNotBegun, simplePlanView, viewOf, writeSimplePlan } from './simple-plan-view.ts';

type ToWrite =
  | { readonly view: SimplePlanView; readonly section: PlanSection }
  /** What the version before said, whole. */
  | { readonly view: SimplePlanView; readonly before: SimplePlanVersion };

export const editSimplePlan = defineCommand({
  name: 'edit-simple-plan',
  says: ['簡易計画編集', '簡易計画の編集'],
  help: '簡易計画を、ところを選んで書きます。書いたところはひな形と入れ替わります。',
  example: '簡易計画編集 現状と課題',
  english: 'Write a section of the simple plan.',
  group: { title: '工程表と財源', order: 9 },
  needs: 'report',
  about: 'municipality',
  privately: true,
  usualFor: {},
  writes: ['text', 'version'],
  typed: 'free',
  spoken: {
    words: [
      '簡易計画編集',
      '簡易計画の編集',
      '簡易計画を編集',
      '簡易計画を書',
      '簡易計画を直',
      '簡易計画を変',
      '簡易計画の続き',
    ],
    wins: 623,
  },

  async prepare({ section, text, seen, version }, turn): Promise<Prepared<ToWrite>> {
    const view = await simplePlanView(turn);
    if (!view) return planNotBegun(turn);
    if (version !== undefined) return { found: { view, before: versionBefore(view, version) } };
    if (section === undefined) return asksBack(['section'], whichPlanSectionCard(view));
    if (text === undefined) return asksAtOnce(['text'], planSectionForm(view, section));
    if (personNamedIn(text, await rosterNames(turn.store)) !== undefined)
      return asksBack(
        ['text'],
        planSectionForm(view, section, text, `まだ保存していません。${PERSON_NAMED}`),
        'replace',
      );
    if (isNewer(view, section, seen)) return asksBack(['text'], planSectionForm(view, section, text, NEWER), 'replace');
    return seen === undefined && standsOtherwise(view, section, text)
      ? asksBack([], confirmPlanSection(view, section, text))
      : { found: { view, section } };
  },

  async run({ text = '' }, turn, found) {
    const { view } = found;
    const { content, number } = currentPlan(view.plan);
    if ('before' in found) {
      const plan = await writeSimplePlan(turn, found.before.content, number);
      return { card: simplePlanCard(await viewOf(plan, turn), [notice('good', '元に戻しました。')]), how: 'replace' };
    }
    const { section } = found;
    const plan = await writeSimplePlan(
      turn,
      withSection(content, section, saysNothing(text) ? undefined : text),
      number,
    );
    const isWritten = currentPlan(plan).number !== number;
    const said = isWritten ? planSavedNodes(view, section) : [notice('quiet', '変わったところはありません。')];
    return { card: planSectionCard(await viewOf(plan, turn), section, said), how: 'replace' };
  },
});

const NEWER =
  'このカードを開いたあとに、ほかの方が同じところを書きました。まだ保存していません。下の今の内容と合わせて、もう一度保存してください。';

/** Only what was written last goes back. @throws Refusal where something was written after it */
function versionBefore({ plan }: SimplePlanView, version: number): SimplePlanVersion {
  const before = plan.versions.find(({ number }) => number === version);
  const last = currentPlan(plan);
  if (!before || last.number !== version + 1) throw Refusal.because('changed-meanwhile', { at: new Date(last.at) });
  return before;
}

/** Whether words of their own stand there, which whoever types others may not have before them. */
function standsOtherwise({ plan, texts }: SimplePlanView, section: PlanSection, text: string): boolean {
  const { decided, texts: own } = currentPlan(plan).content;
  return (decided !== undefined || own[section] !== undefined) && texts[section] !== text;
}

/** Somebody else has written this section since the form was opened. */
function isNewer({ plan, texts }: SimplePlanView, section: PlanSection, seen: number | undefined): boolean {
  const then = plan.versions.find(({ number }) => number === seen)?.content;
  if (!then || currentPlan(plan).number === seen) return false;
  return (then.decided ?? then).texts[section] !== (currentPlan(plan).content.texts[section] ?? texts[section]);
}
