import { ask } from '../../programme/asks.ts';
import { type Ask, buttons, type Card, offering, text } from '../card.ts';
import { never } from '../understood.ts';

/** What is troubling somebody, as they wrote it: it goes to the secretariat when they say so. `given`: all but the text. */
export function helpDraftCard(said: string, given: Ask['input']): Card {
  return offering(
    '相談',
    `この内容を事務局に届けますか。${said}`,
    text('この内容を事務局に届けますか。まだ届けていません。'),
    text(`「${said}」`, 'strong'),
    buttons(
      { label: 'はい、届ける', ask: { command: 'ask-help', input: { ...given, text: said } }, look: 'primary' },
      { label: '書き直す', ask: ask('ask-help', given) },
      never,
    ),
  );
}
