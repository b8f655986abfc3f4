import type { Day } from '../day.ts';
import { approvedVersion } from '../filing.ts';
import type { Member } from '../member.ts';
import { type ContractorPerson, isSamePerson, isThisPerson } from './contractor-person.ts';
import type { ChartContent, ChartPerson, OrganizationChart, Post } from './organization-chart.ts';
import { type ChangeContent, inForceFrom } from './staffing-change.ts';
import { type ApprovedChart, approvedCharts, type Staffing, tenureOf } from './tenure.ts';

/** The 体制 that holds on a day: the 体制表 in force then, and what was changed since. */
export type OrganizationOn = {
  readonly chart: OrganizationChart;
  readonly number: number;
  readonly content: ChartContent;
  readonly people: readonly ChartPerson[];
  /** Whether a 体制変更 holds that is not in the 体制表. */
  readonly isChanged: boolean;
};

/** Every approved version, the one that holds last at the end. */
const versionsInForce = (staffing: Staffing, day: Day): readonly ApprovedChart[] =>
  approvedCharts(staffing)
    .filter(({ from }) => from <= day)
    .toSorted((a, b) => a.from.localeCompare(b.from) || a.number - b.number);

/** Undefined where no 体制表 is approved yet. @param members of the roster, those who left too */
export function organizationOn(staffing: Staffing, members: readonly Member[], day: Day): OrganizationOn | undefined {
  const versions = versionsInForce(staffing, day);
  const last = versions.at(-1);
  if (!last) return undefined;
  const since = changesSince(staffing, last, day);
  // Who stands in an older one and is still on the roster was never said to go.
  const older = versions.slice(0, -1).flatMap(({ content }) => content.people.filter(isHere));
  const people = since.reduce(withChange, unique([...last.content.people, ...older]));
  const { chart, number, content } = last;
  return { chart, number, content, people: people.filter(isThere), isChanged: since.length > 0 };

  function memberFor(person: ContractorPerson): Member | undefined {
    return members.find((member) => isThisPerson(member, person));
  }
  function isHere(person: ContractorPerson): boolean {
    return memberFor(person)?.active === true;
  }
  function isThere(person: ChartPerson): boolean {
    const member = memberFor(person) ?? { id: person.member ?? '', name: person.name, email: person.email };
    return tenureOf({ role: 'expert', ...member }, staffing, day).ok;
  }
}

/** What was approved and holds by a day, and is not in the 体制表 already; oldest first. */
function changesSince({ changes }: Staffing, { from }: ApprovedChart, day: Day): readonly ChangeContent[] {
  return changes
    .flatMap((change) => {
      const start = inForceFrom(change);
      const content = approvedVersion(change)?.content;
      return content && start !== undefined && start <= day && start >= from ? [{ start, content }] : [];
    })
    .toSorted((a, b) => a.start.localeCompare(b.start))
    .map(({ content }) => content);
}

function unique(people: readonly ChartPerson[]): readonly ChartPerson[] {
  return people.filter((person, at) => people.findIndex((other) => isSamePerson(other, person)) === at);
}

const postOf: Readonly<Record<ChangeContent['kind'], Post>> = {
  ...{ pm: 'pm', contact: 'contact', expert: 'expert', addition: 'expert', end: 'staff' },
};

/** Who comes takes the post over; who gives it up and stays is of the staff. */
function withChange(people: readonly ChartPerson[], content: ChangeContent): readonly ChartPerson[] {
  const { kind, before, after, stays } = content;
  const post = kind === 'addition' && content.municipalities.length === 0 ? 'staff' : postOf[kind];
  const isPost = kind === 'pm' || kind === 'contact';
  const rest = people.map((person) => {
    if (!isPost || !stays || !before || !isSamePerson(person, before)) return person;
    const posts = person.posts.filter((each) => each !== post);
    return { ...person, posts: posts.length > 0 ? posts : ['staff' as const] };
  });
  if (after === undefined) return rest;
  const known = rest.find((person) => isSamePerson(person, after));
  if (!known) return [...rest, { ...after, posts: [post] }];
  const posts = [...new Set([...known.posts.filter((each) => each !== 'staff'), post])];
  return rest.map((person) => (person === known ? { ...known, ...after, posts } : person));
}
