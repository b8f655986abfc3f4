import type { Day } from '../../../programme/day.ts';
import { DAY_WORDS, daySaid } from '../amounts/days.ts';

/** 2/30, 13月5日, R8.2.30: written as a day, whether there is such a day or not. */
const WRITTEN =
  /(?<![\d/.])(?:(?:令和|令|平成|(?<![a-z])r)?(?:\d{1,4}|元)[-/年.])?\d{1,2}(?:\/\d{1,2}(?![\d/]|\s*[人名課件回枚通])|月\d{1,2}日)/giu;
const BETWEEN = /^(?:に|は|の|、|,|付け?で?)?\s*/u;

type Within = { readonly day: string; readonly rest: string };

/**
 * 11月20日に方向性を確認した: the only day that a text names, and the text without it where it stands in front. A day that there
 * is not comes as it was written, to be asked about.
 */
export function dayWithin(text: string, today: Day): Within | undefined {
  const named = [...text.matchAll(DAY_WORDS)].filter(({ 0: said }) => daySaid(said, today, 'behind') !== undefined);
  const written = [...text.matchAll(WRITTEN)];
  const all = named.length > 0 ? named : written;
  const [only, ...others] = all;
  if (!only || others.length > 0 || written.length > 1) return undefined;
  const { 0: said, index } = only;
  const rest = index === 0 ? text.slice(said.length).replace(BETWEEN, '') : text;
  return { day: daySaid(said, today, 'behind') ?? said, rest };
}
