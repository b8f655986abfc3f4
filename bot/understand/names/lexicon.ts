import { isLoose, keyOf } from '../text/fold.ts';

/** Names and what they stand for; a name may stand for several things. */
export type Lexicon<T> = ReadonlyMap<string, readonly (readonly [key: string, meanings: readonly T[]])[]>;
export type Found<T> = { readonly from: number; readonly to: number; readonly meanings: readonly T[] };

/** By first sign, the longest first. */
export function lexiconOf<T>(names: Iterable<readonly [name: string, meaning: T]>): Lexicon<T> {
  const byKey = new Map<string, T[]>();
  for (const [name, meaning] of names) {
    const key = keyOf(name);
    const known = byKey.get(key);
    if (!known) byKey.set(key, [meaning]);
    else if (!known.includes(meaning)) known.push(meaning);
  }
  const bySign = new Map<string, [string, T[]][]>();
  for (const entry of byKey) {
    const [sign = ''] = entry[0];
    bySign.set(sign, [...(bySign.get(sign) ?? []), entry]);
  }
  for (const entries of bySign.values()) entries.sort((a, b) => b[0].length - a[0].length);
  return bySign;
}

/**
 * Every name of the lexicon in a folded text, from left to right, the longest at each place.
 * @param isFree whether a sign may still be taken; what something else was read from is not read again
 */
export function namesIn<T>(folded: string, lexicon: Lexicon<T>, isFree: (at: number) => boolean): Found<T>[] {
  const { text, places } = dense(folded, isFree);
  const found: Found<T>[] = [];
  for (let at = 0; at < text.length; at++) {
    const placeOf = ([key]: readonly [string, unknown]) => ({
      from: places[at] ?? 0,
      to: (places[at + key.length - 1] ?? 0) + 1,
    });
    const entry = lexicon
      .get(text[at] ?? '')
      ?.find((each) => text.startsWith(each[0], at) && !isInLetters(folded, placeOf(each)));
    if (!entry) continue;
    found.push({ ...placeOf(entry), meanings: entry[1] });
    at += entry[0].length - 1;
  }
  return found;
}

const LETTER = /[a-z]/;

/** AI is no part of arai@town.example.jp. */
function isInLetters(folded: string, { from, to }: { readonly from: number; readonly to: number }): boolean {
  const goesOn = (at: number): boolean => LETTER.test(folded[at] ?? '') && LETTER.test(folded[at + 1] ?? '');
  return goesOn(from - 1) || goesOn(to - 1);
}

/** The text as keys are written, with the place of each sign; what is taken is a sign no key has. */
function dense(
  folded: string,
  isFree: (at: number) => boolean,
): { readonly text: string; readonly places: readonly number[] } {
  const places: number[] = [];
  let text = '';
  for (let at = 0; at < folded.length; at++) {
    const sign = isFree(at) ? (folded[at] ?? '') : '\0';
    if (isLoose(sign)) continue;
    text += sign;
    places.push(at);
  }
  return { text, places };
}
