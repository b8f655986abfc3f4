import { type Offer, offersOf } from '../../cards/interview-offers.ts';
import { type Interview, openQuestion } from '../../programme/interview.ts';
import { inSight } from '../../programme/interview-choices.ts';

/** ①: labels that are alike once a product has cut them are told apart by this. */
const CIRCLED = /^[\u2460-\u2473]/;
const FIRST_CIRCLED = 0x2460;
const CUT = /(…|\.\.\.)$/;
const LISTED = /^(\d{1,3})[\s.:)]+(.+)$/;

/** As people see it: width, blanks and signs without a shape make no difference. */
export const comparable = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]/gu, '')
    .toLowerCase();

/**
 * What is offered beside the open question and was just said: its label in full, as a product cuts it (「K1-01 業務プロ…」,
 * 「①…」), or with its number in the list. Asked before anything else is read into the words.
 */
export function offerSaid(text: string, interview: Interview): Offer | undefined {
  const all = offersOf(interview);
  const said = text.trim();
  return offerNamed(said, all) ?? listedOffer(said, interview, all);
}

/** The one among these that bears this label. */
export function offerNamed<O extends { readonly label: string; readonly says?: string }>(
  said: string,
  all: readonly O[],
): O | undefined {
  const number = CIRCLED.test(said) ? (said.codePointAt(0) ?? 0) - FIRST_CIRCLED : undefined;
  const words = comparable(number === undefined ? said : said.slice(1));
  if (words === '') return undefined;
  const exact = all.filter(({ label, says = label }) => comparable(label) === words || comparable(says) === words);
  const start = words.replace(CUT, '');
  const alike =
    exact.length > 0 || start === words ? exact : all.filter(({ label }) => comparable(label).startsWith(start));
  if (number !== undefined && alike.length > 1) return alike[number];
  return alike.length === 1 ? alike[0] : undefined;
}

function listedOffer(said: string, interview: Interview, all: readonly Offer[]): Offer | undefined {
  const [, number, words = ''] = LISTED.exec(said.normalize('NFKC')) ?? [];
  const open = openQuestion(interview);
  if (number === undefined || !open) return undefined;
  const listed = inSight(open, interview).pool[Number(number) - 1];
  const found = offerNamed(words, all);
  return found?.means.kind === 'choice' && found.means.value === listed?.value ? found : undefined;
}
