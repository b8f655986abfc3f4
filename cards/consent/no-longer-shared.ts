import { ask } from '../../programme/asks.ts';
import { type ChannelName, channels } from '../../programme/channel.ts';
import { shortMoment } from '../../programme/day.ts';
import { buttons, type Card, card, list, notice, type Row, text } from '../card.ts';

/** What stands where something was shown that was taken back. Neither whose it was nor by whom is said. */
export function noLongerSharedCard(count: number): Card {
  const sentence =
    count > 1
      ? 'ここに出ていた資料の中に、共有が取りやめになったものがあるため、この表示を閉じました。'
      : 'ここに出ていた資料は、共有が取りやめになったため、見られません。';
  return card(
    '共有が取りやめになりました',
    sentence,
    notice('quiet', sentence),
    text('写しや印刷をお持ちのときは、使わずに廃棄してください。', 'quiet'),
    buttons({ label: '今見られる資料', ask: ask('show-shared') }),
  );
}

/** One message that showed something to somebody. */
export type ShowingLine = {
  readonly at: string;
  readonly via: ChannelName;
  readonly to: string;
  /** Who asked for it in a room. */
  readonly by: string | undefined;
  readonly materials: readonly { readonly town: string; readonly title: string; readonly titleOnly: boolean }[];
};

/** How many messages a card lists. */
const MOST = 20;

/** What no chat can call back: who has it, where, since when. */
export function cannotRecallCard(lines: readonly ShowingLine[]): Card {
  const sentence = `共有が取りやめになった資料のうち、送ったメッセージを取り戻せないものが${lines.length}件あります。`;
  const more = lines.length - MOST;
  return card(
    '取り戻せない共有資料',
    sentence,
    notice('attention', sentence),
    text('見た方に、使わずに廃棄するようお知らせください。', 'strong'),
    list(lines.slice(0, MOST).map(showingRow)),
    more > 0 ? text(`ほか${more}件は「閲覧記録」で確認できます。`, 'quiet') : [],
    buttons({ label: '閲覧記録を見る', ask: ask('show-showings') }),
  );
}

export const showingRow = ({ at, via, to, by, materials }: ShowingLine): Row => ({
  title: `${shortMoment(new Date(at))} ${to}`,
  detail: [
    ...materials.map(({ town, title, titleOnly }) => `${town}「${title}」${titleOnly ? '（題名だけ）' : ''}`),
    [channels[via].called, by && `求めた方: ${by}`].filter(Boolean).join('・'),
  ].join('\n'),
});
