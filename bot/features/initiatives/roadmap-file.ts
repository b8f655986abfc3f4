import { roadmapFileCard } from '../../../cards/initiatives/roadmap-file.ts';
import { dayOf } from '../../../programme/day.ts';
import { defineCommand } from '../../command.ts';
import { roadmapHere } from './initiative-found.ts';
import { mayWrite } from './initiative-views.ts';
import { bookOf } from './roadmap-document.ts';

export const roadmapFile = defineCommand({
  name: 'roadmap-file',
  says: ['工程表Excel', '工程表エクセル'],
  help: '工程表をExcelで受け取ります。書き直して送り返すと、まとめて変えられます。',
  example: '工程表Excel',
  english: 'Get the roadmap as an Excel file, to print or to fill in and send back.',
  group: { title: '工程表と財源', order: 6 },
  needs: 'view',
  about: 'municipality',
  usualFor: {},
  writes: false,
  typed: 'inputs',
  wished: [
    {
      like: /^(?:(?<where>\S+?[市区町村])の)?工程表[\s　]*(?:の|を|は)?[\s　]*(?:excel|xlsx|エクセル|ファイル|帳票|印刷)(?:で|を|に|の)?(?:ください|下さい|出して|出力|欲しい|ほしい|お願いします|書き出し|見せて|送って(?:ください|ほしい)?)?/iu,
      as: '工程表Excel $<where> ',
      first: true,
    },
  ],
  spoken: {
    words: ['工程表Excel', '工程表のExcel', '工程表をExcel', '工程表エクセル', '工程表のエクセル', '工程表をエクセル'],
    wins: 616,
  },

  prepare: async (_input, turn) => ({ found: await roadmapHere(turn) }),

  async run(_input, turn, roadmap) {
    const { municipality, programme, now } = turn;
    const content = await bookOf([{ municipality, ...roadmap }], { programme, now });
    return {
      card: roadmapFileCard({
        ...{ municipality, year: roadmap.year, count: roadmap.open.length, day: dayOf(now), content },
        mayWrite: mayWrite(turn),
      }),
    };
  },
});
