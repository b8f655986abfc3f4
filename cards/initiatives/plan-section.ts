import { ask } from '../../programme/asks.ts';
import { currentPlan, type PlanSection, planSectionNames } from '../../programme/initiatives/simple-plan.ts';
import { saysNothing } from '../../programme/says-nothing.ts';
import { buttons, type Card, card, changes, type Node, notice, offering, text } from '../card.ts';
import { excerpt } from '../excerpt.ts';
import { never } from '../understood.ts';
import type { SimplePlanView } from './simple-plan.ts';

/** A section with what stands in it. @param problem why what was typed cannot be kept @param given what was typed */
export function planSectionForm(view: SimplePlanView, section: PlanSection, given?: string, problem?: string): Card {
  const { municipality, plan, texts } = view;
  const { number: seen, content } = currentPlan(plan);
  const label = planSectionNames[section];
  return card(
    label,
    `${municipality.name}の簡易計画「${label}」を入力してください。`,
    text(`${municipality.name}の簡易計画「${label}」`, 'strong'),
    content.decided ? notice('attention', '書き直すと、次の版の案になります。決まった版は残ります。') : [],
    problem === undefined ? [] : notice('attention', problem),
    text('今の内容は、この内容に置き換わります。「なし」でひな形に戻ります。', 'quiet'),
    {
      kind: 'form',
      parts: [
        {
          intro: [text(`今の内容: ${texts[section]}`, 'quiet')],
          fields: [
            {
              name: 'text',
              label: '内容',
              type: 'text',
              lines: 'many',
              maxLength: 1500,
              required: true,
              value: given ?? texts[section],
            },
          ],
        },
      ],
      submit: '保存する',
      ask: ask('edit-simple-plan', { municipality: municipality.code, section, seen }),
    },
  );
}

/** Words of their own that are to be others: both, before anything is written. */
export function confirmPlanSection(
  { municipality, plan, texts }: SimplePlanView,
  section: PlanSection,
  words: string,
): Card {
  const { content, number: seen } = currentPlan(plan);
  const label = planSectionNames[section];
  const isTemplate = saysNothing(words);
  const question = isTemplate ? `「${label}」をひな形に戻しますか。` : `「${label}」を、今の内容から置き換えますか。`;
  return offering(
    '簡易計画を書く',
    `${municipality.name}　${question}まだ保存していません。`,
    text(question, 'strong'),
    text(`${municipality.name}の簡易計画　まだ保存していません。`, 'quiet'),
    changes([
      { what: label, before: excerpt(texts[section], SHOWN), after: isTemplate ? 'ひな形' : excerpt(words, SHOWN) },
    ]),
    content.decided ? notice('attention', '書き直すと、次の版の案になります。決まった版は残ります。') : [],
    buttons(
      {
        ...{ label: 'はい、置き換える', look: 'primary' },
        ask: ask('edit-simple-plan', { municipality: municipality.code, section, text: words, seen }),
      },
      never,
    ),
  );
}
/** The signs of a section that a phone shows without much turning. */
const SHOWN = 300;

/** Saved, and what stood there. @param view as it was before */
export function planSavedNodes({ municipality, plan, texts }: SimplePlanView, section: PlanSection): readonly Node[] {
  const back = ask('edit-simple-plan', { municipality: municipality.code, version: currentPlan(plan).number });
  return [
    notice('good', '保存しました。'),
    text(`前の内容: ${excerpt(texts[section], SHOWN)}`, 'quiet'),
    buttons({ label: '元に戻す', ask: back }),
  ];
}
