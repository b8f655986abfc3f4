import kanji from './kanji.json' with { type: 'json' };

/** One way to say what stands from a place on, and where that ends. */
export type Way = { readonly kana: string; readonly to: number };

const readings: Readonly<Record<string, string>> = kanji;
const HAN = /\p{Script=Han}/u;
const KANA = /[ぁ-ゖー]/;

/**
 * All ways to say a folded text, by place: a kanji in each of its readings, without the kana that may be written behind
 * it; what is no kanji as it stands. Blanks are not said.
 */
export function waysToSay(folded: string): readonly (readonly Way[])[] {
  return Array.from({ length: folded.length }, (_, at) => waysAt(folded, at));
}

function waysAt(folded: string, at: number): readonly Way[] {
  const sign = folded[at] ?? '';
  const to = at + 1;
  if (/\s/.test(sign)) return [{ kana: '', to }];
  if (sign === '々') return (folded[at - 1] ? waysAt(folded, at - 1) : []).map(({ kana }) => ({ kana, to }));
  if (!HAN.test(sign)) return [{ kana: sign, to }];
  const all = Object.hasOwn(readings, sign) ? (readings[sign] ?? '').split(' ') : [];
  const isWritten = KANA.test(folded[to] ?? '');
  const stems = isWritten ? all.flatMap((kana) => [kana.slice(0, -1), kana.slice(0, -2)]).filter(Boolean) : [];
  return [...new Set([...all, ...stems])].map((kana) => ({ kana, to }));
}
