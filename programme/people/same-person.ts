import { type Member, roleNames, sameEmail } from '../member.ts';
import { plainName, shapelessName, withoutFormer } from '../person-name.ts';

/** Somebody as a roster, or whoever changes it, names them; the name may say whom they were before. */
export type Named = Pick<Member, 'name' | 'office' | 'role' | 'email'>;

/** A name without the note on whom it was before, and that note. */
type Line<N extends Named> = { readonly entry: N; readonly formerly: string | undefined };

export type Met<N extends Named> = Line<N> & {
  /** Somebody known, who stays who they are; or somebody new. */
  readonly known: Member | undefined;
};

/**
 * Who each of them is. The one whom the name says it was before; else the same e-mail and name; else the same name,
 * office and role, whatever became of the e-mail. The same e-mail with another name is somebody new: a duty mailbox is
 * handed on, and what was said under it stays with who said it.
 * @returns a sentence for each that could be several people, and then nothing may be written
 */
export function samePeople<N extends Named>(
  named: readonly N[],
  members: readonly Member[],
): { readonly people: readonly Met<N>[]; readonly unclear: readonly string[] } {
  const lines = named.map((entry): Line<N> => {
    const { name, formerly } = withoutFormer(entry.name);
    return { entry: { ...entry, name }, formerly };
  });
  const found = new Map<Line<N>, Member>();
  const unclear: string[] = [];
  for (const fits of [wasCalled, isSame, isNamesake, isNearNamesake]) {
    for (const line of lines.filter((each) => !found.has(each))) {
      const taken = [...found.values()];
      const fitting = members.filter((member) => !taken.includes(member) && fits(member, line));
      const { one, several } = presentFirst(fitting);
      if (one) found.set(line, one);
      if (several) unclear.push(unclearSentence(line.entry, fitting));
    }
  }
  return { people: lines.map((line) => ({ ...line, known: found.get(line) })), unclear };
}

/** Who left counts only where nobody who is here fits. */
function presentFirst(fitting: readonly Member[]): { readonly one: Member | undefined; readonly several: boolean } {
  const active = fitting.filter((member) => member.active);
  const nearest = active.length > 0 ? active : fitting;
  return { one: nearest[0], several: nearest.length > 1 };
}

const hasEmail = (one: { readonly email?: string | undefined }, email: string | undefined) =>
  one.email !== undefined && email !== undefined && sameEmail(one.email, email);
const sameShape = (a: string, b: string) => shapelessName(a) === shapelessName(b);
const sameOffice = (member: Member, entry: Named) => plainName(member.office) === plainName(entry.office);

/** By a former e-mail; or by a former name, whole or only the family's. */
function wasCalled(member: Member, { entry, formerly }: Line<Named>): boolean {
  if (formerly === undefined) return false;
  if (formerly.includes('@')) return hasEmail(member, formerly) && sameShape(member.name, entry.name);
  if (!hasEmail(member, entry.email) && !sameOffice(member, entry)) return false;
  const given = entry.name.split(/\s+/).slice(1).join('');
  return [formerly, `${formerly}${given}`].some((name) => sameShape(name, member.name));
}

function isSame(member: Member, { entry }: Line<Named>): boolean {
  if (!sameShape(member.name, entry.name)) return false;
  return member.email === undefined && entry.email === undefined
    ? sameOffice(member, entry)
    : hasEmail(member, entry.email);
}

function isNearNamesake(member: Member, { entry }: Line<Named>): boolean {
  return sameShape(member.name, entry.name) && sameOffice(member, entry) && member.role === entry.role;
}

const isNamesake = (member: Member, line: Line<Named>) =>
  plainName(member.name) === plainName(line.entry.name) && isNearNamesake(member, line);

function unclearSentence({ name, office }: Named, fitting: readonly Member[]): string {
  const which = fitting.map((member) => member.email ?? `${roleNames[member.role]}・メールなし`).join('、');
  return `名簿の「${name}」（${office}）にあたる方が、これまでの記録に${fitting.length}人います（${which}）。氏名のあとに「（旧 前のメール）」と書くか、別の方なら所属に係まで書いて区別してください。`;
}

/** What was decided about somebody that a person should see: who was taken for whom, and how to say otherwise. */
export function decisionSentences<N extends Named>(
  { entry, known, formerly }: Met<N>,
  members: readonly Member[],
  stay: (member: Member) => boolean,
): readonly string[] {
  const { name, office, email } = entry;
  if (known) {
    if (known.email === undefined || email === undefined || hasEmail(known, email)) return [];
    return [
      `「${name}」さん（${office}）は、メールが変わった同じ方として記録を引き継ぎました。別の方なら、所属に係まで書いて取り込み直してください。`,
    ];
  }
  if (formerly !== undefined)
    return [
      `「${name}」さんの「旧 ${formerly}」にあたる方が記録にいないため、新しい方として登録しました。前の氏名か前のメールを確かめてください。`,
    ];
  const before = members.find((member) => hasEmail(member, email));
  if (before)
    return [
      `「${name}」さんは、同じメールの「${before.name}」さんとは別の方として登録しました（記録は引き継ぎません）。改姓などで同じ方なら、氏名を「${name}（旧 ${before.name}）」と書いて取り込み直してください。`,
    ];
  // Whoever is there under both names is two people for certain.
  const namesake = members.find(
    (member) => member.email !== undefined && sameShape(member.name, name) && !stay(member),
  );
  if (!namesake) return [];
  return [
    `「${name}」さん（${office}）は、これまでの「${namesake.name}」さん（${namesake.office}）とは別の方として登録しました（記録は引き継ぎません）。異動などで同じ方なら、氏名を「${name}（旧 ${namesake.email}）」と書いて取り込み直してください。`,
  ];
}
