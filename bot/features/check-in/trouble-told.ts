import type { ToldText } from '../../inputs/spoken.ts';

/** Behind what is reported, as a word of its own: 困りごと …, 相談 …. */
const TROUBLE = /[\s、。,](?:相談|困りごと|こまりごと)[はがも]?[\s:：、]+(?=\S)/u;
const BETWEEN = /[\s、。,]+$/u;

/** S2-1 決定 K0-03 27/32 相談 例規の改正: what troubles somebody goes along with the reports in front of it. */
export function troubleTold(said: string): ToldText | undefined {
  const word = TROUBLE.exec(said);
  if (!word) return undefined;
  const rest = said.slice(0, word.index).replace(BETWEEN, '');
  return rest === '' ? undefined : { rest, text: said.slice(word.index + word[0].length).trim() };
}
