import { notice } from '../../../cards/card.ts';
import {
  planSectionCard,
  planSectionForm,
  type SimplePlanView,
  whichPlanSectionCard,
} from '../../../cards/initiatives/simple-plan.ts';
import { PERSON_NAMED, personNamedIn } from '../../../programme/cases/person-named.ts';
import { currentPlan, type PlanSection, withSection } from '../../../programme/initiatives/simple-plan.ts';
import { saysNothing } from '../../../programme/says-nothing.ts';
import { asksAtOnce, asksBack, defineCommand, type Prepared } from '../../command.ts';
import { rosterNames } from './initiative-found.ts';
import { planNotBegun, simplePlanView, viewOf, writeSimplePlan } from './simple-plan-view.ts';

type ToWrite = { readonly view: SimplePlanView; readonly section: PlanSection };

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
  writes: ['text'],
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

  async prepare({ section, text, seen }, turn): Promise<Prepared<ToWrite>> {
    const view = await simplePlanView(turn);
    if (!view) return planNotBegun(turn);
    if (section === undefined) return asksBack(['section'], whichPlanSectionCard(view));
    if (text === undefined) return asksAtOnce(['text'], planSectionForm(view, section));
    if (personNamedIn(text, await rosterNames(turn.store)) !== undefined)
      return asksBack(
        ['text'],
        planSectionForm(view, section, text, `まだ保存していません。${PERSON_NAMED}`),
        'replace',
      );
    return isNewer(view, section, seen)
      ? asksBack(['text'], planSectionForm(view, section, text, NEWER), 'replace')
      : { found: { view, section } };
  },

  async run({ text = '' }, turn, { view, section }) {
    const { content, number } = currentPlan(view.plan);
    const plan = await writeSimplePlan(
      turn,
      withSection(content, section, saysNothing(text) ? undefined : text),
      number,
    );
    const isWritten = currentPlan(plan).number !== number;
    const said = isWritten ? notice('good', '保存しました。') : notice('quiet', '変わったところはありません。');
    return { card: planSectionCard(await viewOf(plan, turn), section, [said]), how: 'replace' };
  },
});

const NEWER =
  'このカードを開いたあとに、ほかの方が同じところを書きました。まだ保存していません。下の今の内容と合わせて、もう一度保存してください。';

/** Somebody else has written this section since the form was opened. */
function isNewer({ plan, texts }: SimplePlanView, section: PlanSection, seen: number | undefined): boolean {
  const then = plan.versions.find(({ number }) => number === seen)?.content;
  if (!then || currentPlan(plan).number === seen) return false;
  return (then.decided ?? then).texts[section] !== (currentPlan(plan).content.texts[section] ?? texts[section]);
}
