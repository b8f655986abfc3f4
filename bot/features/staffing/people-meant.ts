import { firstChannel } from '../../../programme/channel.ts';
import type { Member } from '../../../programme/member.ts';
import {
  type ContractorPerson,
  isOfContractor,
  isThisPerson,
  personOf,
} from '../../../programme/staffing/contractor-person.ts';
import { type ChartPerson, type Post, postNames } from '../../../programme/staffing/organization-chart.ts';
import type { ChangeKind } from '../../../programme/staffing/staffing-change.ts';
import { named, perhapsNamed } from '../people/people.ts';

/** Who is meant, or in a sentence why nobody can be; neither where nobody was named. */
export type PersonMeant = { readonly person?: ContractorPerson | undefined; readonly error?: string };

const POST: Readonly<Partial<Record<ChangeKind, Post>>> = { pm: 'pm', contact: 'contact', expert: 'expert' };

/** Who is there on the day, with what each of them is, and the roster. */
type Among = { readonly people: readonly ChartPerson[]; readonly members: readonly Member[] };

/** Somebody of the 体制 who holds what the change is about. */
export function beforeMeant(said: string, kind: ChangeKind, { people, members }: Among): PersonMeant {
  const found = people.filter((person) => isCalled(said, person, members));
  const [person] = found;
  if (!person) return { error: `「${said}」さんは、その日の体制にいません。変更前の方を選んでください。` };
  if (found.length > 1) return { error: severalCalled(said, found.length) };
  const post = POST[kind];
  if (post === undefined || person.posts.includes(post)) return { person: withoutPosts(person) };
  const names = holdersOfPost(post, people).map(({ name }) => `${name}さん`);
  const now = names.length > 0 ? `その日の${postNames[post]}は${names.join('・')}です。` : '';
  return { error: `${person.name}さんは${postNames[post]}ではありません。${now}` };
}

/** Of PM and 連絡窓口 there is mostly one, who needs no question. */
export function onlyHolder(kind: ChangeKind, people: readonly ChartPerson[]): ContractorPerson | undefined {
  if (kind !== 'pm' && kind !== 'contact') return undefined;
  const [only, ...others] = holdersOfPost(kind, people);
  return only && others.length === 0 ? withoutPosts(only) : undefined;
}

const holdersOfPost = (post: Post, people: readonly ChartPerson[]): readonly ChartPerson[] =>
  people.filter(({ posts }) => posts.includes(post));

const severalCalled = (said: string, count: number): string =>
  `「${said}」に当たる方が${count}人います。氏名を全部入力してください。`;

function withoutPosts({ posts: _, ...person }: ChartPerson): ContractorPerson {
  return person;
}

function isCalled(said: string, person: ContractorPerson, members: readonly Member[]): boolean {
  const member = members.find((each) => isThisPerson(each, person));
  return named(said, [member ?? stranger(person)]).length > 0;
}

/** Somebody who is not on the roster yet, to be found by name. */
const stranger = ({ name }: ContractorPerson): Member => ({
  ...{ id: '', name, role: 'expert', office: '', municipalities: [], chat: firstChannel, lead: false, active: true },
});

/** Somebody of the roster, or who is named is new. */
export function afterMeant(said: string, members: readonly Member[]): PersonMeant {
  const ours = members.filter((member) => member.active && isOfContractor(member));
  const found = named(said, ours);
  const [member] = found;
  if (member) return found.length === 1 ? { person: personOf(member) } : { error: severalCalled(said, found.length) };
  const [near] = perhapsNamed(said, ours);
  if (near)
    return { error: `「${said}」は${near.name}さんのことですか。そのときは「${near.name}」と入力してください。` };
  return { person: { name: said } };
}
