import { wholePictureCard } from '../../../cards/overview/whole-picture.ts';
import { currentWeek, shownDay, yearOver } from '../../../programme/asked-year.ts';
import { editionOf, findKpi, isOfProgramme } from '../../../programme/catalogue.ts';
import { pageOf } from '../../../programme/page.ts';
import { townsPicture } from '../../../programme/progress/town-picture.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { defineCommand } from '../../command.ts';
import { ownTownsOnly } from '../people/own-towns-only.ts';
import { pictureOf } from '../picture-of.ts';
import { readTowns } from './read-towns.ts';

/** Municipalities that are still read in one picture on a phone. */
const A_PICTURE = 80;

export const showWholePicture = defineCommand({
  name: 'show-whole-picture',
  says: ['全体図', '全市町村の図'],
  help: '全ての市町村のステップと、選んだKPIの動きを、1枚の図に並べて表示します。',
  example: '全体図',
  english: 'Show all municipalities in one picture: their steps, what is late, and one KPI.',
  group: { title: '全体を見る', order: 6 },
  needs: 'digest',
  about: 'member',
  usualFor: {},
  writes: false,
  typed: 'inputs',
  spoken: { words: ['全体図', '全体の図', '全市町村の図', '全体のグラフ', '全市町村のグラフ'], wins: 607, looks: true },

  async prepare({ kpi: id }, { who, room, programme }) {
    const only = ownTownsOnly(who, room);
    const kpi = id === undefined ? undefined : findKpi(id, editionOf(programme));
    if (id !== undefined && !kpi) throw Refusal.because('no-such-kpi', { said: id });
    if (kpi && isOfProgramme(kpi)) throw Refusal.because('kpi-of-programme', { id: kpi.id });
    return { found: { only, kpi } };
  },

  async run({ page: asked = 1 }, { programme, store, now, leftOut }, { only, kpi }) {
    const today = shownDay(programme, now);
    const all = await readTowns(store, programme, only);
    const of = { start: programme.start, today, week: currentWeek(programme, now) };
    const whole = townsPicture(all, of, kpi);
    const page = pageOf(whole.towns, asked, A_PICTURE);
    const picture = { ...whole, towns: page.shown };
    const png = await pictureOf(async () => {
      const { townsSvgs } = await import('../../../documents/progress/towns-svg.ts');
      return townsSvgs(picture, { title: '全市町村の状況', today });
    }, leftOut);
    return { card: wholePictureCard({ picture, today, page, png, closed: yearOver(programme) }) };
  },
});
