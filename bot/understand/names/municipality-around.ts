import type { Found } from './lexicon.ts';
import type { MunicipalityName } from './municipality-names.ts';

const PERSON = /^(さん|様|さま|氏|くん|君|課長|係長|主任|主事|主査|部長|次長|室長|補佐|副)/;
const AFTER = /^([のはがをにもと、。!?\s:/]|から|って|で|どう|$)/;
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}a-z]/u;
const NOUN = /^(状況|進捗|履歴|会議|項目|指標|役場|役所|催促|未報告|報告|週次)/;

/** No word that is looked for behind a name is longer. */
const LONGEST_BEHIND = 8;

/** Whether a short name is one here: 松本さん is a person, 原 may be any field, いない has no 伊那 in it. */
export function isMunicipalityHere(folded: string, { from, to, meanings }: Found<MunicipalityName>): boolean {
  const after = folded.slice(to, to + LONGEST_BEHIND);
  const before = folded.slice(Math.max(0, from - 1), from);
  if (/^\d/.test(meanings[0]?.code === folded.slice(from, to) ? folded.slice(from, to) : ''))
    return !/\d/.test(before) && !/^\d/.test(after);
  if (meanings.some(({ how }) => how === 'full')) return true;
  if (PERSON.test(after)) return false;
  if (meanings.some(({ how }) => how === 'short')) return !/^\p{Script=Han}/u.test(after) || NOUN.test(after);
  return (
    !WORD.test(before) &&
    (AFTER.test(after) || NOUN.test(after) || (/^\p{Script=Han}/u.test(after) && NOUN.test(after)))
  );
}
