import type { ToldText } from '../../inputs/spoken.ts';

/** Behind what is reported, as a word of its own: 困りごと …, 相談 …. */
const TROUBLE = /^(?<rest>.+?)[\s、。,]+(?:相談|困りごと|こまりごと)[はがも]?[\s:：、]+(?<text>\S.*)$/su;

/** S2-1 決定 K0-03 27/32 相談 例規の改正: what troubles somebody goes along with the reports in front of it. */
export function troubleTold(said: string): ToldText | undefined {
  const { rest, text } = TROUBLE.exec(said)?.groups ?? {};
  return rest === undefined || text === undefined ? undefined : { rest, text: text.trim() };
}
