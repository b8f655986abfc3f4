import { planSectionCard, simplePlanCard } from '../../../cards/initiatives/simple-plan.ts';
import { defineCommand } from '../../command.ts';
import { planNotBegun, simplePlanView } from './simple-plan-view.ts';

export const showSimplePlan = defineCommand({
  name: 'show-simple-plan',
  says: ['簡易計画'],
  help: '市町村の簡易計画（全体方針）と、その段階を見ます。',
  example: '簡易計画',
  english: 'Show the simple plan of a municipality and how far it is.',
  group: { title: '工程表と財源', order: 7 },
  needs: 'view',
  about: 'municipality',
  usualFor: {},
  writes: false,
  typed: 'inputs',
  spoken: { words: ['簡易計画', 'かんいけいかく'], wins: 620, looks: true },

  async prepare(_input, turn) {
    const view = await simplePlanView(turn);
    return view ? { found: view } : planNotBegun(turn);
  },

  async run({ section }, _turn, view) {
    return { card: section === undefined ? simplePlanCard(view) : planSectionCard(view, section) };
  },
});
