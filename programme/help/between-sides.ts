import type { Member } from '../member.ts';
import type { HelpRequest } from './help-request.ts';

/** Words that speak of who comes to a municipality, or of wishing for somebody else. */
const OF_SUPPORT =
  /派遣人材|専門家|アドバイザー|支援(?:者|員|の方|に来)|交代|相性|合わな|合いませ|ミスマッチ|(?:担当|人材)(?:の?(?:方|人|者)|さん)?(?:を|が)?(?:替|換|代|変|か)(?:え|わ)|訪問.*(?:遅刻|来な|来ませ|約束|不満|困)/;
/** Words an expert uses of the people of a municipality. */
const OF_OFFICE = /職員|担当(?:者|の方|の人)|課長|係長|部長|首長|市長|町長|村長|市町村の方/;

/** Two families share a sign with too many other words. */
const NAMED_BY = 2;

/**
 * The side a 相談 belongs to where it speaks of the people of the other: 担当を替えてほしい is not for those who come.
 * Rather once too often than once too seldom; undefined where both sides may read it.
 * @param others the names of those on the other side
 */
export function ownSide(text: string, { role }: Pick<Member, 'role'>, others: readonly string[]): HelpRequest['side'] {
  if (role !== 'municipal' && role !== 'expert') return undefined;
  const plain = text.normalize('NFKC').replaceAll(/\s/g, '');
  const families = others.map((name) => name.split(/\s/)[0] ?? '').filter(({ length }) => length >= NAMED_BY);
  const isNamed = families.some((family) => plain.includes(family));
  return isNamed || OF_SUPPORT.test(plain) || (role === 'expert' && OF_OFFICE.test(plain)) ? role : undefined;
}

/** Whether this person may learn of a 相談, where it is of a municipality they may report for. */
export function mayLearnOf(
  { side, by }: Pick<HelpRequest, 'side' | 'by'>,
  { role, id }: Pick<Member, 'role' | 'id'>,
): boolean {
  if (side === undefined || by === id || (role !== 'municipal' && role !== 'expert')) return true;
  return side === 'municipal' && role === 'municipal';
}
