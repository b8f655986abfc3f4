import { talentFileCard } from '../../../cards/talent/file.ts';
import { ask } from '../../../programme/asks.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { defineCommand } from '../../command.ts';
import { talentProfileFile } from './talent-documents.ts';
import { talentProfileAt, talentView } from './talent-view.ts';

const NONE_YET = '要件書がまだありません。「要件書」で作ると、Wordで受け取れます。';

export const talentFile = defineCommand({
  name: 'talent-file',
  says: ['要件書Word', '要件書ワード'],
  help: '外部人材の要件書を書類（Word）で受け取ります。',
  example: '要件書Word',
  english: 'Get the profiles of the talents a municipality looks for as a Word file.',
  group: { title: '工程表と財源', order: 35 },
  needs: 'view',
  about: 'municipality',
  usualFor: {},
  writes: false,
  typed: 'inputs',
  spoken: { words: ['要件書Word', '要件書のWord', '要件書をWord', '要件書の書類', '要件書のファイル'], wins: 668 },

  // Who looks at one writes none.
  wished: [
    {
      like: /^(?:(?<where>[^\s、。]{1,8}[市町村])の)?(?:外部人材の)?要件書を?(?:見たい|見せて|読みたい|確かめたい|受け取りたい)(?:です|ください)?[。]?/u,
      as: '要件書Word $<where> ',
      first: true,
    },
  ],

  async run({ talent }, turn) {
    await talentView(turn);
    const { municipality } = turn;
    const only = talent === undefined ? undefined : [await talentProfileAt(talent, turn)];
    const content = await talentProfileFile(municipality, turn, only);
    if (!content) throw Refusal.because('bad-value', { sentence: NONE_YET });
    const again = ask('talent-file', { municipality: municipality.code, talent });
    return { card: talentFileCard('要件書', municipality.name, content, again) };
  },
});
