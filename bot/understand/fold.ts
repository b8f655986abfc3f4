import { withoutForms } from '../../programme/written.ts';

/** One width for everything; what people typed on a phone and on a keyboard becomes the same text. */
export const plainOf = (text: string): string =>
  withoutForms(text)
    .normalize('NFKC')
    .replace(/[‐‑‒–—―−]/g, '-');

/**
 * What is compared: lower case, katakana as hiragana. Every sign stays where it was, so that what is found in the
 * folded text can be shown as it was typed.
 */
export function fold(plain: string): string {
  return [...plain].map((sign) => FOLDED[sign] ?? hiragana(lowered(sign))).join('');
}

const FOLDED: Readonly<Record<string, string>> = { ヶ: 'け', ヵ: 'か' };

/** A sign that would become two stays as it is. */
const lowered = (sign: string) => (sign.toLowerCase().length === sign.length ? sign.toLowerCase() : sign);

function hiragana(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  return code >= 0x30a1 && code <= 0x30f4 ? String.fromCodePoint(code - 0x60) : sign;
}

/** A name is the same with and without の, ・ and spaces in it. */
export const isLoose = (sign: string): boolean => sign === 'の' || sign === '・' || /\s/.test(sign);

/** A name as the lexicon keeps it. */
export const keyOf = (name: string): string => [...fold(plainOf(name))].filter((sign) => !isLoose(sign)).join('');
