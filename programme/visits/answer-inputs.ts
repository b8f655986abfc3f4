import { z } from 'zod';
import { choicesOf, inputMeta } from '../input-meta.ts';
import { amount, words } from '../inputs.ts';
import { shownAs } from '../shown.ts';
import { ContinueWish, wishNames } from './rating.ts';

const MOST_WORDS = 200;
const SCORE = '満足度は、1から5の整数で答えてください（5が「とても満足」です）';

export const verdict = z.enum(['confirmed', 'returned']).register(inputMeta, { title: '確認', reads: 'hidden' });
export const toPutRight = words(MOST_WORDS).register(inputMeta, {
  title: '直してほしいところ',
  reads: 'text',
  marker: '直してほしい',
  ownWords: true,
  maxLength: MOST_WORDS,
  shown: shownAs(41, '直してほしいところ'),
});
export const score = amount()
  .pipe(z.number().int(SCORE).min(1, SCORE).max(5, SCORE))
  .register(inputMeta, {
    title: '満足度',
    reads: 'score',
    shown: shownAs(42, '満足度'),
  });
export const wish = ContinueWish.register(inputMeta, {
  title: '継続希望',
  reads: 'choice',
  choices: choicesOf(wishNames),
  shown: shownAs(43, '継続希望', (said) => wishNames[said as ContinueWish]),
});
export const opinion = words(MOST_WORDS).register(inputMeta, {
  title: 'ひとこと',
  reads: 'text',
  marker: 'ひとこと',
  ownWords: true,
  maxLength: MOST_WORDS,
  shown: shownAs(44, 'ひとこと'),
});
/** ひとこと is still to be written. */
export const more = z.literal('yes').register(inputMeta, { title: 'ひとことを書く', reads: 'hidden' });
