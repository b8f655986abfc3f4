import { holdersOf } from '../duty.ts';
import type { Member } from '../member.ts';
import { isOfContractor, personOf } from './contractor-person.ts';
import type { ChartContent, ChartPerson, Post } from './organization-chart.ts';

/** Everybody of the contractor's side as the roster has them, with what each of them is. */
export function peopleDrawn(members: readonly Member[]): ChartPerson[] {
  const here = members.filter((member) => member.active && isOfContractor(member));
  const office = here.filter(({ role }) => role === 'secretariat');
  const holders = (['responsible', 'pm', 'contact'] as const).map((post) => [post, holdersOf(post, office)] as const);
  return here.map((member) => {
    const held: Post[] = holders.flatMap(([post, all]) => (all.includes(member) ? [post] : []));
    const plain: Post = member.role === 'expert' ? 'expert' : 'staff';
    return { ...personOf(member), posts: held.length > 0 ? held : [plain] };
  });
}

/** A 体制表 as the roster is now, with what was written of it before. */
export const chartDrawn = (
  members: readonly Member[],
  written: Partial<Omit<ChartContent, 'people'>> & Pick<ChartContent, 'day'>,
): ChartContent => ({ ...written, people: peopleDrawn(members) });
