import { daysTroubleCard } from '../../../cards/overview/compare-town.ts';
import { onePageCard } from '../../../cards/overview/one-page.ts';
import { ask } from '../../../programme/asks.ts';
import { type Day, dayOf } from '../../../programme/day.ts';
import { daysMeant, daysTroubleSentence } from '../../../programme/overview/days-meant.ts';
import { asksBack, defineCommand, type Prepared } from '../../command.ts';
import { pictureOf } from '../picture-of.ts';
import { ONE } from './days-said.ts';
import { onePageFile } from './one-page-file.ts';
import { readOnePage } from './read-one-page.ts';

const SHEET = '(?:1|一)枚(?:で|に|もの)?(?:まとめ(?:て)?)?';
const TAIL = '(?:を|に)?(?:見せて|作って|出して)?(?:ください|ほしい|お願いします)?[。]?';

const OF_A_DAY = { title: '1枚で', hint: '「1枚で 9月から」のように送れます。' };

export const onePage = defineCommand({
  name: 'one-page',
  says: ['1枚で', '1枚'],
  help: '事業の状況を A4 1枚の図と Word にまとめます。進み具合・KPIの合計・先月（「1枚で 9月から」ならその日）からの動き・遅れ・県へのお願いが入ります。',
  example: '1枚で',
  english: 'Make one page of where the whole programme stands, as a picture and a Word file.',
  group: { title: '全体を見る', order: 8 },
  needs: 'figures',
  about: 'member',
  usualFor: {},
  writes: false,
  typed: 'inputs',
  spoken: {
    words: ['1枚で', '一枚で', '1枚もの', '一枚もの', '1枚にまとめ', '一枚にまとめ', 'a4 1枚', 'a4で1枚'],
    wins: 602,
    looks: true,
  },

  wished: [
    {
      like: new RegExp(
        `^(?:(?:知事|副知事|部長|課長|局長|議会|会議|上司?)(?:レク|説明|報告|協議)?(?:用|向け)?(?:に|で|の)?\\s*)${SHEET}(?:して|たい)?[、。\\s]*(?:(?<from>${ONE})(?:から|以降|以来)(?:の(?:動き|変化|推移|分)(?:で|も|を?入れて)?)?)?${TAIL}$`,
        'iu',
      ),
      as: '1枚で $<from>',
    },
    {
      like: new RegExp(`^(?:A4で?\\s*)?${SHEET}\\s*(?<from>${ONE})(?:から|以降|以来|より|の(?:分)?)?${TAIL}$`, 'iu'),
      as: '1枚で $<from>',
    },
    {
      like: new RegExp(`^(?<from>${ONE})(?:から|以降|以来|より)?(?:の|を)?\\s*(?:A4で?\\s*)?${SHEET}${TAIL}$`, 'iu'),
      as: '1枚で $<from>',
    },
    { like: new RegExp(`^(?:(?:A4で?|全体を|事業を|状況を|これを)\\s*)+${SHEET}${TAIL}$`, 'iu'), as: '1枚で' },
    {
      like: /^(?:知事|副知事|部長|課長|局長|議会|上司?)(?:に|へ|への?)(?:見せる|出す|渡す|説明する|上げる|見せたい|の?説明の?)(?:ための)?(?:資料|紙|もの|書類|1枚)?(?:を|が|は)?(?:作って|作りたい|ください|ほしい|出して)?(?:ください)?[。]?$/u,
      as: '1枚で',
    },
  ].map((wish) => ({ ...wish, first: true as const })),

  async prepare({ from }, { programme, now }): Promise<Prepared<{ readonly since: Day | undefined }>> {
    if (from === undefined) return { found: { since: undefined } };
    const meant = daysMeant({ from }, programme, dayOf(now));
    if (!('trouble' in meant)) return { found: { since: meant.from } };
    const again = meant.instead.map((days) => ({ ...days, ask: ask('one-page', { from: days.from }) }));
    return asksBack(['from'], daysTroubleCard(daysTroubleSentence(meant), again, OF_A_DAY));
  },

  async run(_input, turn, { since }) {
    const page = await readOnePage(turn, since);
    const png = await pictureOf(async () => {
      const { onePageSvgs } = await import('../../../documents/overview/one-page-svg.ts');
      return onePageSvgs(page);
    }, turn.leftOut);
    return { card: onePageCard(page, await onePageFile(page, turn.now), png) };
  },
});
