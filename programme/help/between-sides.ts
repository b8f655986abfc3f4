import type { Member } from '../member.ts';
import type { HelpRequest } from './help-request.ts';

/** Words that speak of who comes to a municipality, or of wishing for somebody else. */
const OF_SUPPORT =
  /派遣(?:人材|の方|の人|さん)|専門家|アドバイザー|講師|先生|支援(?:者|員|の方|に来)|交代(?!勤務|制)|相性|合わな|合いませ|ミスマッチ|(?:担当|人材)(?:の?(?:方|人|者)|さん)?(?:を|が)?(?:替|換|代|変|か)(?:え|わ)|訪問.*(?:遅刻|来な|来ませ|約束|不満|困)/;
/** Words an expert uses of the people of a municipality. */
const OF_OFFICE = /職員|担当(?:者|の方|の人)|[課係室]の(?:方|人)|課長|係長|部長|首長|市長|町長|村長|市町村の方/;

/** Said by whoever wants nobody of the other side to read it. */
const ASIDE = /事務局(?:だけ|のみ|限り)|内密|内緒|ないしょ|ここだけの話/;

/** Two families share a sign with too many other words. */
const NAMED_BY = 2;

/** The side of the support somebody is on; the secretariat is on none. */
export const sideOf = ({ role }: Pick<Member, 'role'>): HelpRequest['side'] =>
  role === 'municipal' || role === 'expert' ? role : undefined;

/**
 * The side a 相談 belongs to where it speaks of the people of the other: 担当を替えてほしい is not for those who come.
 * Rather once too often than once too seldom; undefined where both sides may read it.
 * @param others the names of those on the other side
 */
export function ownSide(text: string, who: Pick<Member, 'role'>, others: readonly string[]): HelpRequest['side'] {
  const side = sideOf(who);
  if (side === undefined) return undefined;
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '');
  const families = others.map((name) => name.split(/\s/)[0] ?? '').filter(({ length }) => length >= NAMED_BY);
  const isNamed = families.some((family) => plain.includes(family));
  return isNamed || ASIDE.test(plain) || OF_SUPPORT.test(plain) || (side === 'expert' && OF_OFFICE.test(plain))
    ? side
    : undefined;
}

/** Whether this person may learn of a 相談, where it is of a municipality they may report for. */
export function mayLearnOf(
  { side, by }: Pick<HelpRequest, 'side' | 'by'>,
  { role, id }: Pick<Member, 'role' | 'id'>,
): boolean {
  if (side === undefined || by === id || (role !== 'municipal' && role !== 'expert')) return true;
  return side === 'municipal' && role === 'municipal';
}
