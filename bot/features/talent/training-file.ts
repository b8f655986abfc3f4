import { talentFileCard } from '../../../cards/talent/file.ts';
import { ask } from '../../../programme/asks.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { defineCommand } from '../../command.ts';
import { trainingPlanFile } from './talent-documents.ts';
import { talentView } from './talent-view.ts';

const NONE_YET = '育成・研修計画がまだありません。「研修追加」で加えると、Wordで受け取れます。';

export const trainingFile = defineCommand({
  name: 'training-file',
  says: ['研修計画Word', '研修計画ワード'],
  help: '育成・研修計画と実績を書類（Word）で受け取ります。',
  example: '研修計画Word',
  english: 'Get the training plan as a Word file.',
  group: { title: '工程表と財源', order: 36 },
  needs: 'view',
  about: 'municipality',
  usualFor: {},
  writes: false,
  typed: 'inputs',
  spoken: {
    words: ['研修計画Word', '研修計画のWord', '研修計画をWord', '研修計画の書類', '研修計画のファイル'],
    wins: 669,
  },

  async run(_input, turn) {
    await talentView(turn);
    const { municipality } = turn;
    const content = await trainingPlanFile(municipality, turn);
    if (!content) throw Refusal.because('bad-value', { sentence: NONE_YET });
    const again = ask('training-file', { municipality: municipality.code });
    return { card: talentFileCard('育成・研修計画', municipality.name, content, again) };
  },
});
