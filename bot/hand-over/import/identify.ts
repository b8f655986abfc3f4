import type { RosterEntry } from '../../../documents/workbook/content.ts';
import { type Member, roleNames, sameEmail } from '../../../programme/member.ts';
import { plainName, shapelessName, withoutFormer } from '../../../programme/person-name.ts';
import { newMemberId } from '../../../storage/ids.ts';

/** A line of 名簿 and who that is: somebody known, who keeps the id, or somebody new. */
export type Identified = { readonly entry: RosterEntry; readonly id: string; readonly known: Member | undefined };

/** A line without the note on whom it was before, and that note. */
type Line = { readonly entry: RosterEntry; readonly formerly: string | undefined };

export type Identities = {
  readonly people: readonly Identified[];
  /** Decisions that the operator should see; one sentence each. */
  readonly said: readonly string[];
};

/** A line of 名簿 could be several of those known. Nothing was written. */
export class UnclearPeople extends Error {
  readonly sentences: readonly string[];

  constructor(sentences: readonly string[]) {
    super('lines of the roster fit several people');
    this.sentences = sentences;
  }
}

/**
 * Who each line of 名簿 is. Once somebody exists, no later line makes their id: the one whom the line says it was
 * before; else the same e-mail and name; else the same name, office and role. The same e-mail with another name is
 * somebody new: a duty mailbox is handed on, and what was said under it stays with who said it.
 * @throws UnclearPeople where a line fits several
 */
export function identify(roster: readonly RosterEntry[], members: readonly Member[]): Identities {
  const lines = roster.map((entry): Line => {
    const { name, formerly } = withoutFormer(entry.name);
    return { entry: { ...entry, name }, formerly };
  });
  const found = new Map<Line, Member>();
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
  if (unclear.length > 0) throw new UnclearPeople(unclear);
  return named(lines, found, members);
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
const sameOffice = (member: Member, entry: RosterEntry) => plainName(member.office) === plainName(entry.office);

/** By a former e-mail; or by a former name, whole or only the family's. */
function wasCalled(member: Member, { entry, formerly }: Line): boolean {
  if (formerly === undefined) return false;
  if (formerly.includes('@')) return hasEmail(member, formerly) && sameShape(member.name, entry.name);
  if (!hasEmail(member, entry.email) && !sameOffice(member, entry)) return false;
  const given = entry.name.split(/\s+/).slice(1).join('');
  return [formerly, `${formerly}${given}`].some((name) => sameShape(name, member.name));
}

function isSame(member: Member, { entry }: Line): boolean {
  if (!sameShape(member.name, entry.name)) return false;
  return member.email === undefined && entry.email === undefined
    ? sameOffice(member, entry)
    : hasEmail(member, entry.email);
}

function isNearNamesake(member: Member, { entry }: Line): boolean {
  return sameShape(member.name, entry.name) && sameOffice(member, entry) && member.role === entry.role;
}

const isNamesake = (member: Member, line: Line) =>
  plainName(member.name) === plainName(line.entry.name) && isNearNamesake(member, line);

function unclearSentence({ name, office }: RosterEntry, fitting: readonly Member[]): string {
  const which = fitting.map((member) => member.email ?? `${roleNames[member.role]}・メールなし`).join('、');
  return `名簿の「${name}」（${office}）にあたる方が、これまでの記録に${fitting.length}人います（${which}）。氏名のあとに「（旧 前のメール）」と書くか、別の方なら所属に係まで書いて区別してください。`;
}

function named(lines: readonly Line[], found: ReadonlyMap<Line, Member>, members: readonly Member[]): Identities {
  const taken = new Set(members.map(({ id }) => id));
  const people = lines.map((line): Identified & Line => {
    const known = found.get(line);
    const id = known?.id ?? newMemberId(line.entry, taken);
    taken.add(id);
    return { ...line, known, id };
  });
  return { people, said: people.flatMap((one) => saidOf(one, members)) };
}

function saidOf({ entry, known, formerly }: Identified & Line, members: readonly Member[]): readonly string[] {
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
  if (!before) return [];
  return [
    `「${name}」さんは、同じメールの「${before.name}」さんとは別の方として登録しました（記録は引き継ぎません）。改姓などで同じ方なら、氏名を「${name}（旧 ${before.name}）」と書いて取り込み直してください。`,
  ];
}
