import { ask } from '../../programme/asks.ts';
import { buttons, type Card, card, list, notice, text } from '../card.ts';
import { pageButtons } from '../page-buttons.ts';
import { type ShowingLine, showingRow } from './no-longer-shared.ts';

export type ShowingsPage = {
  readonly lines: readonly ShowingLine[];
  readonly all: number;
  readonly page: number;
  readonly pages: number;
};

/** Who was shown what of others, the last first. For the secretariat, 1:1. */
export function showingsCard({ lines, all, page, pages }: ShowingsPage): Card {
  const sentence =
    all === 0
      ? '共有した資料は、まだだれも見ていません。'
      : `共有した資料をだれがいつ見たかです（${all}件、新しい順）。`;
  return card(
    '閲覧記録',
    sentence,
    all === 0 ? notice('quiet', sentence) : text(sentence, 'quiet'),
    all === 0 ? [] : list(lines.map(showingRow)),
    buttons(...pageButtons(page, pages, (to) => ask('show-showings', { page: to })), {
      label: '承諾一覧',
      ask: ask('show-consents'),
    }),
  );
}
