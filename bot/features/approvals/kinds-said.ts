import type { Filed } from '../../filed.ts';

/** 資料の共有（第三者への閲覧）: what it says in brackets nobody says aloud. */
export const shortly = ({ called }: Pick<Filed, 'called'>): string => called.replace(/（.*$/u, '');

/** 体制変更 for 体制変更届. */
const spokenNames = (of: Filed): readonly string[] => [shortly(of), shortly(of).replace(/届$/u, '')];

/**
 * The kinds a sentence is about, as their prefixes by comma: those it names, or those whose yes it names where it is no
 * plain 承認. Undefined where it may be about any.
 */
export function kindsSaid(said: string, filed: readonly Filed[]): string | undefined {
  const plain = said.normalize('NFKC');
  const names = filed.flatMap(spokenNames).filter((name) => plain.startsWith(name));
  const longest = names.toSorted((a, b) => b.length - a.length)[0];
  const named = filed.filter((of) => longest !== undefined && spokenNames(of).includes(longest));
  const yes = /^受領/u.test(plain) ? '受領' : /^不?承諾/u.test(plain) ? '承諾' : undefined;
  const meant = named.length > 0 ? named : filed.filter((of) => of.yes === yes);
  return meant.length > 0 ? meant.map(({ prefix }) => prefix).join(',') : undefined;
}

/** 再委託は不承認とします。費用の内訳がないため: a kind, what is decided about it, and why. */
export function aboutKind(filed: readonly Filed[]): RegExp {
  const kinds = [...new Set(filed.flatMap(spokenNames))].toSorted((a, b) => b.length - a.length).join('|');
  const verdict = '(?:不?承[認諾]|受領|条件(?:つき|付き?)(?:で承[認諾])?)';
  const end = '(?:し(?:ます|ました|たい)|と(?:し|いたし)ます|とする|にします|です|で)?(?:お願いします)?';
  return new RegExp(
    `^(?:${kinds})(?:書|の提出)?(?:を|は|について|の件は?|\\s)[、\\s]*${verdict}${end}(?:[。、\\s]+(?:理由は)?(?<because>.*?))?[。\\s]*$`,
    'u',
  );
}
