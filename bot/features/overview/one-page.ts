import { onePageCard } from '../../../cards/overview/one-page.ts';
import { defineCommand } from '../../command.ts';
import { pictureOf } from '../picture-of.ts';
import { onePageFile } from './one-page-file.ts';
import { readOnePage } from './read-one-page.ts';

export const onePage = defineCommand({
  name: 'one-page',
  says: ['1枚で', '1枚'],
  help: '事業の状況を A4 1枚の図と Word にまとめます。進み具合・KPIの合計・先月からの動き・遅れ・県へのお願いが入ります。',
  example: '1枚で',
  english: 'Make one page of where the whole programme stands, as a picture and a Word file.',
  group: { title: '全体を見る', order: 8 },
  needs: 'figures',
  about: 'member',
  usualFor: {},
  writes: false,
  spoken: {
    words: ['1枚で', '一枚で', '1枚もの', '一枚もの', '1枚にまとめ', '一枚にまとめ', 'a4 1枚', 'a4で1枚'],
    wins: 602,
    looks: true,
  },

  async prepare() {
    return { found: undefined };
  },

  async run(_input, turn) {
    const page = await readOnePage(turn);
    const png = await pictureOf(async () => {
      const { onePageSvgs } = await import('../../../documents/overview/one-page-svg.ts');
      return onePageSvgs(page);
    }, turn.leftOut);
    return { card: onePageCard(page, await onePageFile(page, turn.now), png) };
  },
});
