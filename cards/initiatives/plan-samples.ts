import { wholeTexts } from '../../programme/initiatives/plan-template.ts';
import { type SimplePlan, type SimplePlanContent, simplePlanId } from '../../programme/initiatives/simple-plan.ts';
import { notice, type Samples } from '../card.ts';
import { officer, town } from '../example.ts';
import { confirmPlanSection, planSavedNodes, planSectionForm } from './plan-section.ts';
import {
  confirmPlanDecision,
  noSimplePlanCard,
  planSectionCard,
  type SimplePlanView,
  simplePlanCard,
  simplePlanFileCard,
  whichPlanSectionCard,
} from './simple-plan.ts';

const facts = {
  town: town.name,
  prefecture: '長野県',
  year: 2025,
  structure: { done: ['CIO・CISO等の任命'], ahead: ['DX推進リーダー等の指名・育成'] },
};
const planOf = (content: SimplePlanContent): SimplePlan => ({
  ...{ id: simplePlanId(town.code), municipality: town.code, year: 2025 },
  versions: [{ by: officer.id, at: '2024-11-05T01:00:00.000Z', via: 'teams', ask: 'p', number: 1, content }],
});
const own = { current: '職員3人で情報担当を兼ねている。窓口の手続の7割が紙のまま。', vision: '役場に来なくてもよい町' };
const viewOf = (content: SimplePlanContent, reported: SimplePlanView['reported']): SimplePlanView => ({
  ...{ municipality: town, plan: planOf(content), initiatives: 3, kpis: 8, reported, mayWrite: true },
  texts: wholeTexts(content.size, content.texts, facts),
});
const begun = viewOf({ size: 'small', texts: {} }, 0);
const drafted = viewOf({ size: 'small', texts: own }, 40);
const texts = wholeTexts('small', own, facts);
const decided = viewOf(
  { size: 'small', texts: own, circulatedOn: '2024-11-01', decided: { on: '2024-11-05', at: '庁議', texts } },
  100,
);

export const simplePlanSamples: Samples = {
  'simple-plan-none': () => noSimplePlanCard(town, true),
  'simple-plan-none-read': () => noSimplePlanCard(town, false),
  'simple-plan-begun': () => simplePlanCard(begun, [notice('good', 'ひな形（小規模）から下書きを作りました。')]),
  'simple-plan': () => simplePlanCard(drafted),
  'simple-plan-decided': () => simplePlanCard(decided),
  'simple-plan-section': () => planSectionCard(drafted, 'structure'),
  'simple-plan-which': () => whichPlanSectionCard(drafted),
  'simple-plan-form': () => planSectionForm(drafted, 'current'),
  'simple-plan-replacing': () => confirmPlanSection(drafted, 'current', '職員が2人になり、いよいよ手いっぱい'),
  'simple-plan-saved': () => planSectionCard(drafted, 'current', planSavedNodes(drafted, 'current')),
  'simple-plan-deciding': () => confirmPlanDecision(drafted, { day: '2024-11-05', council: '庁議' }),
  'simple-plan-file': () => simplePlanFileCard(drafted, 1, new Uint8Array([1])),
};
