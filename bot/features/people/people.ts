import type { ChannelName } from '../../../programme/channel.ts';
import { chatsByEmail, type Member } from '../../../programme/member.ts';
import { plainName, shapelessName } from '../../../programme/person-name.ts';
import { ACQUAINTANCES, MEMBERS, type Store } from '../../../storage/collections.ts';

export const memberAt = ({ id }: Pick<Member, 'id'>) => ({ partition: MEMBERS, id });

export async function activeMembers(store: Store): Promise<readonly Member[]> {
  return (await store.members.list(MEMBERS)).map(({ value }) => value).filter(({ active }) => active);
}

/** What people are called, also those who have left. @param title behind a name: さん */
export async function memberNames({ members }: Pick<Store, 'members'>, title = ''): Promise<(id: string) => string> {
  const names = new Map((await members.list(MEMBERS)).map(({ value }) => [value.id, `${value.name}${title}`]));
  return (id) => names.get(id) ?? '名簿にない方';
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
