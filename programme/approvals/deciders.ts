import type { Member } from '../member.ts';

/** Whose answer is the prefecture's: its 主担当; where it has none, anybody of it. */
export function decidersAmong<M extends Pick<Member, 'role' | 'lead' | 'active'>>(members: readonly M[]): readonly M[] {
  const prefecture = members.filter(({ role, active }) => active && role === 'prefecture');
  const leads = prefecture.filter(({ lead }) => lead);
  return leads.length > 0 ? leads : prefecture;
}
