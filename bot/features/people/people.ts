import type { ChannelName } from '../../../programme/channel.ts';
import { chatsByEmail, type Member, may } from '../../../programme/member.ts';
import type { Municipality } from '../../../programme/municipality.ts';
import { plainName, shapelessName } from '../../../programme/person-name.ts';
import { ACQUAINTANCES, MEMBERS, PROGRAMME, type Store } from '../../../storage/collections.ts';
import type { Turn } from '../../command.ts';

export type MemberTurn = Turn & { readonly who: Member };

export const memberAt = ({ id }: Pick<Member, 'id'>) => ({ partition: MEMBERS, id });

export async function activeMembers(store: Store): Promise<readonly Member[]> {
  return (await store.members.list(MEMBERS)).map(({ value }) => value).filter(({ active }) => active);
}

/** Who can answer in somebody's place: the same municipality, and allowed to report for it. */
export function colleaguesOf(who: Member, members: readonly Member[]): readonly Member[] {
  const { municipalities } = who;
  if (who.role !== 'municipal' || municipalities.length === 0) return [];
  return members.filter(
    (other) =>
      other.id !== who.id && other.role === 'municipal' && municipalities.every((code) => may(other, 'report', code)),
  );
}

/** By id, by the whole name with or without a space, or by how the name begins. */
export function named(said: string, people: readonly Member[]): readonly Member[] {
  const exact = people.filter(({ id, name }) => id === said || plainName(name) === plainName(said));
  return exact.length > 0 ? exact : people.filter(({ name }) => plainName(name).startsWith(plainName(said)));
}

/** Whom a keyboard without the right characters would write like this: to be asked about, and not written. */
export function perhapsNamed(said: string, people: readonly Member[]): readonly Member[] {
  if (named(said, people).length > 0) return [];
  return people.filter(({ name }) => shapelessName(name).startsWith(shapelessName(said)));
}

/** Where each person can be written to: where they have a 1:1 chat, or where the product knows them by e-mail. */
export async function chatsOf(store: Store): Promise<(member: string) => readonly ChannelName[]> {
  const [met, members] = await Promise.all([store.acquaintances.list(ACQUAINTANCES), store.members.list(MEMBERS)]);
  const homes = met.flatMap(({ value: { member, home, channel } }) => (home ? [[member, channel] as const] : []));
  const known = members.flatMap(({ value }) => chatsByEmail(value).map((channel) => [value.id, channel] as const));
  return (id) => [...new Set([...homes, ...known].flatMap(([member, channel]) => (member === id ? [channel] : [])))];
}

/** The supported municipalities, or those of a person. */
export async function supportedMunicipalities(
  store: Store,
  codes?: readonly string[],
): Promise<readonly Municipality[]> {
  const all = await store.municipalities.list(PROGRAMME, { from: 'municipality-', below: 'municipality.' });
  return all.map(({ value }) => value).filter(({ code, supported }) => supported && (codes?.includes(code) ?? true));
}
