import { leaveOn } from '../absence.ts';
import { type Day, shortDate } from '../day.ts';
import { type Member, sameEmail } from '../member.ts';
import type { Municipality } from '../municipality.ts';
import { plainName } from '../person-name.ts';

/** What a change of the roster is held against. */
export type Roster = { readonly members: readonly Member[]; readonly municipalities: readonly Municipality[] };

const isOfficerOf = (member: Member | undefined, code: string): boolean =>
  member?.active === true && member.role === 'municipal' && member.municipalities.includes(code);

/** Who sees everything carries no municipalities, and a term ends with the municipality it is of. */
export function tidied({ terms = [], ...member }: Member): Member {
  const everywhere = member.role === 'secretariat' || member.role === 'prefecture';
  const municipalities = everywhere ? [] : [...new Set(member.municipalities)];
  const own = terms.filter(({ municipality }) => municipalities.includes(municipality));
  return { ...member, municipalities, ...(own.length > 0 ? { terms: own } : {}) };
}

/**
 * Why a person may not become, or leave, like this, and what to do first; undefined where nothing stands against it.
 * @param before undefined for somebody who comes
 * @param by who changes it
 */
export function rosterTrouble(
  before: Member | undefined,
  after: Member,
  by: Pick<Member, 'id'>,
  roster: Roster,
): string | undefined {
  return (
    leavesNobody(before, after, by, roster) ??
    (after.active ? (isTaken(after, roster) ?? lacksReach(after, roster)) : undefined)
  );
}

function leavesNobody(before: Member | undefined, after: Member, by: Pick<Member, 'id'>, roster: Roster) {
  if (!before) return undefined;
  const others = roster.members.filter(({ id, active }) => active && id !== before.id);
  const leavesOffice = before.role === 'secretariat' && !(after.active && after.role === 'secretariat');
  if (leavesOffice && !others.some(({ role }) => role === 'secretariat'))
    return '事務局の方が1人もいなくなります。先に「名簿追加」で次の事務局の方を登録してください。';
  if (leavesOffice && before.id === by.id)
    return 'ご自身を事務局から外すことはできません。ほかの事務局の方に依頼してください。';
  const towns = roster.municipalities.filter(({ code, supported }) => supported && isOfficerOf(before, code));
  return towns.map((town) => leavesTown(town, before, after, others)).find((sentence) => sentence !== undefined);
}

/** A municipality keeps somebody to ask, and who leads it is followed by somebody. */
function leavesTown({ code, name }: Municipality, before: Member, after: Member, others: readonly Member[]) {
  const officers = others.filter((other) => isOfficerOf(other, code));
  const goes = !isOfficerOf(after, code);
  if (goes && officers.length === 0)
    return `${name}の担当の方が1人もいなくなります。先に「名簿追加」で次の方を登録してください。`;
  const leads = before.lead && (goes || !after.lead);
  return leads && !officers.some(({ lead }) => lead)
    ? `${name}の主担当がいなくなります。先に「担当変更 ${name} 氏名」で次の主担当を決めてください。`
    : undefined;
}

function isTaken(after: Member, { members }: Roster): string | undefined {
  const others = members.filter(({ id, active }) => active && id !== after.id);
  const { email } = after;
  const sharing =
    email === undefined ? undefined : others.find((other) => other.email && sameEmail(other.email, email));
  if (sharing)
    return `${email} は${sharing.name}さん（${sharing.office}）のメールです。ご本人のアドレスを指定してください。`;
  const isNamesake = (other: Member) =>
    plainName(other.name) === plainName(after.name) && plainName(other.office) === plainName(after.office);
  return others.some(isNamesake)
    ? `${after.office}の${after.name}さんは、すでに名簿にいます。別の方なら、所属に課や係まで書いて区別してください。`
    : undefined;
}

function lacksReach({ role, municipalities, expertise = [] }: Member, roster: Roster): string | undefined {
  if (role !== 'municipal' && role !== 'expert') return undefined;
  if (role === 'expert' && municipalities.length === 0 && expertise.length > 0) return undefined;
  if (municipalities.length === 0)
    return `${role === 'municipal' ? '市町村' : '派遣人材'}の方には、担当市町村が要ります。「担当 市町村名」のように指定してください。`;
  const outside = roster.municipalities.find(({ code, supported }) => !supported && municipalities.includes(code));
  return outside
    ? `${outside.name}は支援対象外です。役割を「閲覧」にするか、「市町村追加」で支援対象にしてください。`
    : undefined;
}

/** Worth a look where somebody is made 主担当. */
export function leadNote({ name, leave }: Member, today: Day): string | undefined {
  const away = leaveOn(leave, today) ?? leave?.find(({ from }) => from > today);
  return away
    ? `${name}さんは${shortDate(away.from)}から${shortDate(away.until)}まで休みです。その間は代理の方か同じ市町村の方に届きます。`
    : undefined;
}
