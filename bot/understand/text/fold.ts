import { isOrdinary, withoutForms } from '../../../programme/written.ts';

/**
 * What a sentence, or all that a form sends, may be at the most; more is refused before anything reads it. It counts as
 * typed and in one width, where one sign may become eighteen. An answer may hold what was sent several times over, and
 * a card in Teams 28 KB.
 */
export const LONGEST_TEXT = 4000;

export const isTooLong = (text: string): boolean =>
  text.length > LONGEST_TEXT || text.normalize('NFKC').length > LONGEST_TEXT;

/** Signs nobody sees (from a web page or a mail) are not there. */
export const visible = (text: string): string => withoutForms(text).replace(/\p{Cf}/gu, '');

/** One width for everything; what people typed on a phone and on a keyboard becomes the same text. */
export function plainOf(text: string): string {
  const plain = withoutPictures(text.normalize('NFKC'));
  return isOrdinary(plain) ? plain : visible(plain).replace(/[‐‑‒–—―−]/g, '-');
}

const IN_NUMBER = /(?<=\d)(?:\p{Extended_Pictographic}|\uFE0F|\u200D)+(?=[.,]?\d)/gu;

/** 35😅.5 is one number all the same; 35😅5 may be two. */
const withoutPictures = (plain: string): string =>
  plain.replace(IN_NUMBER, (_sign, at: number, whole: string) => (/^\P{N}*[.,]/u.test(whole.slice(at)) ? '' : ' '));

/**
 * What is compared: lower case, katakana as hiragana. Every sign stays where it was, so that what is found in the
 * folded text can be shown as it was typed.
 */
export function fold(plain: string): string {
  const last = folded.get(plain);
  if (last !== undefined) return last;
  let text = '';
  for (const sign of plain) text += FOLDED[sign] ?? hiragana(lowered(sign));
  text = text.replace(SPOKEN_NOT, 'ない');
  if (plain.length > LONGEST_KEPT) return text;
  if (folded.size >= KEPT) folded.clear();
  folded.set(plain, text);
  return text;
}

/** One turn folds its sentence and the same words of commands and offices several times over, and the next one these. */
const folded = new Map<string, string>();
const KEPT = 1_024;
const LONGEST_KEPT = 64;

/** 変わりねえ is 変わりない; ですねえ, だねえ and かねえ deny nothing. */
const SPOKEN_NOT = /(?<=[ぁ-んァ-ヶ\p{Script=Han}])(?<![すたよだかわ])ね[えぇ](?!ね)/gu;

const FOLDED: Readonly<Record<string, string>> = { ヶ: 'け', ヵ: 'か' };

/** Folds one sign; one that would become two stays as it is, so that places in the text stay the same. */
const lowered = (sign: string) => (sign.toLowerCase().length === sign.length ? sign.toLowerCase() : sign);

function hiragana(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  return code >= 0x30a1 && code <= 0x30f4 ? String.fromCodePoint(code - 0x60) : sign;
}

/** A name is the same with and without の, ・ and spaces in it. */
export const isLoose = (sign: string): boolean => sign === 'の' || sign === '・' || /\s/.test(sign);

/** A name as the lexicon keeps it. */
export const keyOf = (name: string): string => [...fold(plainOf(name))].filter((sign) => !isLoose(sign)).join('');
