import { findItem } from '../catalogue.ts';
import type { Day } from '../day.ts';
import type { Member } from '../member.ts';
import { type Assignment, currentAssignment, isAssignedOn } from '../support/assignment.ts';
import { servedOn } from '../term.ts';
import { isThisPerson } from './contractor-person.ts';
import type { ChartContent, ChartPerson, Post } from './organization-chart.ts';
import { isParty } from './subcontract.ts';

/** 体制表 (様式 FM-02) with everything drawn that the roster and the assignments know. */
export type OrganizationSheet = {
  /** 業務名 */
  readonly business: string;
  readonly day: Day;
  /** 版: 第1版. */
  readonly version: string;
  readonly content: ChartContent;
  readonly responsible: readonly string[];
  readonly pm: readonly string[];
  readonly contact: readonly string[];
  /** メール of the 連絡窓口: as it is written, else the roster's. */
  readonly mail: string | undefined;
  readonly staff: readonly string[];
  readonly experts: readonly SheetExpert[];
  /** 再委託先, with the number of the 承諾 where one is known. */
  readonly parties: readonly { readonly name: string; readonly document?: string | undefined }[];
};
type SheetExpert = {
  readonly name: string;
  readonly office: string;
  readonly expertise: string;
  /** 担当市町村: 団体コード. */
  readonly municipalities: readonly string[];
  readonly towns: string;
  /** 稼働 */
  readonly work: string;
};

export type SheetOf = {
  readonly content: ChartContent;
  readonly people: readonly ChartPerson[];
  readonly version: string;
};
export type SheetBeside = {
  readonly business: string;
  /** As of which day it is drawn. */
  readonly day: Day;
  readonly members: readonly Member[];
  readonly assignments: readonly Assignment[];
  /** Those with 県の承諾 on the day. */
  readonly parties: OrganizationSheet['parties'];
  townName(code: string): string;
};

export function organizationSheet({ content, people, version }: SheetOf, beside: SheetBeside): OrganizationSheet {
  const { business, day, members } = beside;
  const all = people.map((person) => ({ person, member: members.find((member) => isThisPerson(member, person)) }));
  const holding = (post: Post) => all.filter(({ person }) => person.posts.includes(post));
  const called = (post: Post) =>
    holding(post).map(({ person, member }) => (member ? `${person.name}（${member.office}）` : person.name));
  const names = new Set(all.flatMap(({ member }) => (member?.party ? [member.party] : [])));
  const allowed = beside.parties;
  const others = [...names].filter((name) => !allowed.some((party) => isParty(party.name, name)));
  return {
    ...{ business, day, version, content },
    ...{ responsible: called('responsible'), pm: called('pm'), contact: called('contact'), staff: called('staff') },
    mail: content.mail ?? holding('contact').find(({ member }) => member?.email)?.member?.email,
    experts: holding('expert').map(({ person, member }) => expertOf(person.name, member, beside)),
    parties: [...allowed, ...others.map((name) => ({ name }))],
  };
}

function expertOf(name: string, member: Member | undefined, { day, assignments, townName }: SheetBeside): SheetExpert {
  const municipalities = member ? servedOn(member, day) : [];
  const own = assignments.filter((each) => each.expert === member?.id && isAssignedOn(each, day));
  const planned = own.map((each) => currentAssignment(each).planned).filter((days) => days !== undefined);
  const days = planned.reduce((sum, each) => sum + each, 0);
  return {
    ...{ name, office: member?.office ?? '', municipalities },
    expertise: (member?.expertise ?? []).map((id) => `${id} ${findItem(id)?.short ?? ''}`.trim()).join('、'),
    towns: municipalities.map(townName).join('、'),
    work: planned.length === 0 ? '' : `計画 ${days}日`,
  };
}
