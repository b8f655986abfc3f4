import { ACQUAINTANCES, acquaintances } from '../programme/acquaintance.ts';
import { incidents } from '../programme/approvals/incident-kind.ts';
import { audit } from '../programme/audit.ts';
import { cases } from '../programme/cases/case.ts';
import { caseQuestions } from '../programme/cases/case-question.ts';
import { caseNominations } from '../programme/cases/nomination.ts';
import { CHANGES, changeNotes } from '../programme/change-note.ts';
import { consents } from '../programme/consent/consent-kind.ts';
import { materials } from '../programme/consent/material.ts';
import { materialApprovals } from '../programme/consent/material-approval.ts';
import { SHOWINGS, showings } from '../programme/consent/showing.ts';
import { deliveries } from '../programme/delivery-kind.ts';
import { digests } from '../programme/digest/digest-record.ts';
import { FILINGS } from '../programme/filing.ts';
import { drawnParts } from '../programme/final-report/drawn-part.ts';
import { finalReports } from '../programme/final-report/final-report.ts';
import { fundingRecords } from '../programme/funding/funding-record-kind.ts';
import { fundingTerms } from '../programme/funding/funding-terms-kind.ts';
import { helpRequests } from '../programme/help/kind.ts';
import { indicatorTerms, nationalFigures } from '../programme/indicators/kinds.ts';
import { initiatives } from '../programme/initiatives/kind.ts';
import { simplePlans } from '../programme/initiatives/simple-plan-kind.ts';
import { INTERVIEWS, interviews } from '../programme/interview.ts';
import { type Kind, municipal, PROGRAMME } from '../programme/kind.ts';
import { LEASES, leases } from '../programme/lease.ts';
import { actionItems } from '../programme/meetings/action-item.ts';
import { agendaTopics } from '../programme/meetings/agenda.ts';
import { meetingAnswers } from '../programme/meetings/answer.ts';
import { meetings } from '../programme/meetings/kind.ts';
import { minutes } from '../programme/meetings/minutes.ts';
import { MEMBERS, members } from '../programme/member.ts';
import { municipalities } from '../programme/municipality.ts';
import { INVITATIONS, invitations } from '../programme/people/invitation.ts';
import { programmes } from '../programme/programme.ts';
import { items } from '../programme/progress/item-record.ts';
import { kpis } from '../programme/progress/kpi-kind.ts';
import { RECEIVED, received } from '../programme/received-event.ts';
import { inquiries } from '../programme/reports/inquiry-kind.ts';
import { monthlyReports } from '../programme/reports/monthly-report.ts';
import { wholePlans } from '../programme/reports/whole-plan-kind.ts';
import { ROOMS, rooms } from '../programme/room.ts';
import { settingChanges } from '../programme/setting-change.ts';
import { organizationCharts } from '../programme/staffing/organization-chart.ts';
import { personalDataRegisters } from '../programme/staffing/personal-data-register.ts';
import { retainedRights } from '../programme/staffing/retained-right.ts';
import { staffingChanges } from '../programme/staffing/staffing-change.ts';
import { subcontracts } from '../programme/staffing/subcontract.ts';
import { assignments } from '../programme/support/assignment.ts';
import { MISMATCHES, mismatches } from '../programme/support/mismatch.ts';
import { supportNeeds } from '../programme/support/support-needs.ts';
import { takenFiles } from '../programme/taken-file.ts';
import { talentProfiles, trainings } from '../programme/talent/kinds.ts';
import { UPKEEP, upkeep } from '../programme/upkeep.ts';
import { fitAnswers } from '../programme/visits/fit-answer.ts';
import { ratings } from '../programme/visits/rating.ts';
import { visitRecords } from '../programme/visits/visit-record.ts';
import { visitRemarks } from '../programme/visits/visit-remark.ts';
import { newYearPlans } from '../programme/year/new-year-plan.ts';
import { yearsUnderWay } from '../programme/year/under-way.ts';
import type { Collection } from './store.ts';

/** Everything we keep, in the order in which it is counted and exported. What a kind is, it says itself. */
const all = [
  programmes,
  municipalities,
  members,
  invitations,
  acquaintances,
  interviews,
  rooms,
  items,
  kpis,
  helpRequests,
  digests,
  meetings,
  meetingAnswers,
  agendaTopics,
  minutes,
  actionItems,
  assignments,
  supportNeeds,
  visitRecords,
  visitRemarks,
  ratings,
  fitAnswers,
  mismatches,
  materials,
  incidents,
  showings,
  consents,
  materialApprovals,
  cases,
  caseNominations,
  caseQuestions,
  organizationCharts,
  staffingChanges,
  inquiries,
  wholePlans,
  monthlyReports,
  initiatives,
  finalReports,
  drawnParts,
  simplePlans,
  fundingTerms,
  fundingRecords,
  trainings,
  talentProfiles,
  indicatorTerms,
  nationalFigures,
  subcontracts,
  retainedRights,
  personalDataRegisters,
  deliveries,
  settingChanges,
  takenFiles,
  newYearPlans,
  yearsUnderWay,
  received,
  changeNotes,
  leases,
  upkeep,
  audit,
] as const;

/** The partitions that are read whole, for those who read. */
export {
  ACQUAINTANCES,
  CHANGES,
  FILINGS,
  INTERVIEWS,
  INVITATIONS,
  LEASES,
  MEMBERS,
  MISMATCHES,
  municipal,
  PROGRAMME,
  RECEIVED,
  ROOMS,
  SHOWINGS,
  UPKEEP,
};

type Kinds = { readonly [K in (typeof all)[number] as K['name']]: K };
export type CollectionName = keyof Kinds;
export type ValueOf<K extends CollectionName> = Kinds[K] extends Kind<infer T> ? T : never;

/** The kinds of document a program knows; those of this one are `kinds`. */
export type KnownKinds = Readonly<Record<string, Kind<unknown>>>;
export const kinds = Object.fromEntries(all.map((kind) => [kind.name, kind])) as Kinds;

/** The store: a collection for each kind, and what the composition root needs to open and close it. */
export type Store = { readonly [K in CollectionName]: Collection<ValueOf<K>> };
/** Where documents of a kind are kept. */
export function collectionOf<T>(store: Store, { name }: Kind<T>): Collection<T> {
  return (store as unknown as { readonly [name: string]: Collection<T> })[name] as Collection<T>;
}

export type OpenStore = {
  readonly store: Store;
  readonly ping: () => Promise<void>;
  /** How many documents there are of each kind, in whatever partition they lie. Kinds without any are left out. */
  readonly counts: () => Promise<Readonly<Record<string, number>>>;
  /** After this, what was removed can no longer be read from where the store keeps its bytes, as far as that is ours. */
  readonly scrub: () => Promise<void>;
  readonly close: () => Promise<void>;
};
