import { ask } from '../../programme/asks.ts';
import type { OwnMean } from '../../programme/visits/own-mean.ts';
import { buttons, type Card, card, facts, text } from '../card.ts';

/** An expert's own 満足度: a mean of so many answers that it says nothing of one. */
export function ownRatingCard(own: OwnMean | undefined): Card {
  const mean = own && `平均 ${own.mean.toFixed(1)}（${own.answers}件）`;
  return card(
    '自分の満足度',
    mean ? `自分の満足度: ${mean}` : '自分の満足度は、まだお見せできません。',
    mean ? facts(['訪問の満足度', mean]) : text('まだお見せできません。'),
    text(
      '2団体以上の回答が5件たまると、平均だけをお見せします。5件ごとに新しくなり、1件ずつの点数・希望・ひとことはお見せしません。',
      'quiet',
    ),
    buttons({ label: '状況を見る', ask: ask('show-status') }),
  );
}
