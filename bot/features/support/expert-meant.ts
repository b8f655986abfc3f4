import type { Ask, Card } from '../../../cards/card.ts';
import { type Member, roleNames } from '../../../programme/member.ts';
import type { Roster } from '../../../programme/roster/roster-change.ts';
import { named } from '../people/people.ts';
import { isCard, whoIsMeant } from '../roster/roster.ts';

/**
 * The expert somebody means, the question which of several, or in a sentence why nobody can be meant.
 * @throws Refusal where the roster has nobody called so
 */
export function expertMeant(said: string, roster: Roster, askedWith: (id: string) => Ask): Member | Card | string {
  const isExpert = ({ role }: Member) => role === 'expert';
  const here = roster.members.filter(({ active }) => active);
  const experts = here.filter(isExpert);
  if (named(said, experts).length > 0) return whoIsMeant(said, { ...roster, members: experts }, askedWith);
  const [gone] = named(said, here).length > 0 ? [] : named(said, roster.members);
  if (gone) return `${gone.name}さんは名簿から外れているため、派遣できません。今いる派遣人材の方を指定してください。`;
  const found = whoIsMeant(said, roster, askedWith);
  if (isCard(found) || isExpert(found)) return found;
  return `${found.name}さんは派遣人材ではありません（${roleNames[found.role]}）。派遣人材の方の氏名を指定してください。`;
}
