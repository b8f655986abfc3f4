import { talentCard, talentProfileCard, trainingCard } from '../../../cards/talent/talent.ts';
import { defineCommand } from '../../command.ts';
import { talentProfileAt, talentView, trainingAt } from './talent-view.ts';

export const showTalent = defineCommand({
  name: 'show-talent',
  says: ['人材', '研修計画'],
  help: '市町村の育成・研修計画と実績、外部人材の要件書を見ます。',
  example: '人材',
  english: 'Show the training plan of a municipality and the talents it looks for.',
  group: { title: '工程表と財源', order: 30 },
  needs: 'view',
  about: 'municipality',
  usualFor: {},
  writes: false,
  typed: 'inputs',
  spoken: {
    words: ['人材計画', '研修計画を見', '育成・研修計画', '研修の計画', '人材の計画', '人材を見', '人材について'],
    wins: 660,
    looks: true,
  },

  async run({ training, talent, page = 1 }, turn) {
    const view = await talentView(turn);
    if (training !== undefined) return { card: trainingCard(view, await trainingAt(training, turn)) };
    if (talent !== undefined) return { card: talentProfileCard(view, await talentProfileAt(talent, turn)) };
    return { card: talentCard(view, page) };
  },
});
