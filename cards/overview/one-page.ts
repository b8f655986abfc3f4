import { ask } from '../../programme/asks.ts';
import { dayOf } from '../../programme/day.ts';
import type { OnePage } from '../../programme/overview/one-page.ts';
import { onePageAsOf, onePageBlocks, onePageTitle } from '../../programme/overview/one-page-blocks.ts';
import { buttons, type Card, card, type Node, text } from '../card.ts';
import { excerpt } from '../excerpt.ts';
import { wordFile } from '../word-file.ts';

/** The page as a picture; what it says is read out in the same words. */
const pageImage = (page: OnePage, png: Uint8Array): Node => ({
  kind: 'image',
  name: '事業の状況（1枚）',
  png,
  alt: excerpt(
    [`${onePageTitle(page)}。`, ...onePageBlocks(page).flatMap(({ lines }) => lines)].join(' '),
    LONGEST_ALT,
  ),
});
const LONGEST_ALT = 600;

/** The page is the file; of it the chat says what moved, what is late, and what is asked for. */
const SAID_IN_CHAT = 3;

/** 1枚: its last parts in words, and the file. */
export function onePageCard(page: OnePage, file: Uint8Array, png: Uint8Array | undefined): Card {
  const blocks = onePageBlocks(page).slice(-SAID_IN_CHAT);
  return card(
    '1枚で',
    '事業の状況を A4 1枚にまとめました。',
    text(onePageTitle(page), 'strong'),
    text(onePageAsOf(page), 'quiet'),
    blocks.flatMap(({ heading, lines }): Node[] => [
      text(heading.replace(/^\d　/, ''), 'heading'),
      ...lines.map((line) => text(line)),
    ]),
    png === undefined ? [] : pageImage(page, png),
    text(`ステップとKPIの表は、${png === undefined ? '' : '図と'}ファイルにあります。`, 'quiet'),
    wordFile(`事業の状況（1枚） ${dayOf(page.until)}`, file, ask('one-page', { from: page.since })),
    buttons(
      ...(page.waiting.length > 0
        ? [{ label: '承認待ちを見る', ask: ask('show-waiting'), look: 'primary' } as const]
        : []),
      { label: '全体を見る', ask: ask('show-overview') },
    ),
  );
}
