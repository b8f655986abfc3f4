import { ask } from '../../programme/asks.ts';
import { type Day, shortDate } from '../../programme/day.ts';
import type { pageOf } from '../../programme/page.ts';
import type { TownsPicture } from '../../programme/progress/town-picture.ts';
import { buttons, type Card, card, facts, notice, text } from '../card.ts';
import { townsFacts, townsImage } from '../digest/towns-image.ts';
import { pageButtons } from '../page-buttons.ts';
import { closedYearLine, type OfClosedYear, ofClosedYear } from '../progress/closed-year.ts';

export type WholePictureView = OfClosedYear & {
  /** The municipalities of this page. */
  readonly picture: TownsPicture;
  readonly today: Day;
  readonly page: ReturnType<typeof pageOf<TownsPicture['towns'][number]>>;
  /** Absent where it could not be drawn. */
  readonly png: Uint8Array | undefined;
};

/** All municipalities in one picture. What it shows stands in two cards, one press away, municipality by municipality. */
export function wholePictureCard({ picture, today, page, png, closed }: WholePictureView): Card {
  const { kpi } = picture;
  const of = ofClosedYear(closed);
  const said = townsFacts(picture);
  return card(
    '全体図',
    `${picture.towns.length}団体の全体図（${shortDate(today)} 現在）: ${said.map((pair) => pair.join(' ')).join('、')}`,
    closedYearLine({ closed }),
    text(`${picture.towns.length}団体（${shortDate(today)} 現在、団体コードの順）`, 'quiet'),
    png === undefined
      ? notice('quiet', '図を作れませんでした。下のボタンで、同じ内容を一覧で見られます。')
      : townsImage(picture, png),
    facts(...said),
    buttons(
      ...pageButtons(page.at, page.pages, (next) => ask('show-whole-picture', { kpi: kpi?.id, ...of, page: next })),
      { label: '一覧で見る', ask: ask('show-overview', of) },
      ...(kpi ? [{ label: `${kpi.id} 全市町村`, ask: ask('show-kpi-everywhere', { kpi: kpi.id, ...of }) }] : []),
      { label: 'ほかのKPI', ask: ask('show-kpi-everywhere', of) },
    ),
  );
}
