import {
  ACQUAINTANCES,
  type CollectionName,
  INTERVIEWS,
  INVITATIONS,
  LEASES,
  MEMBERS,
  municipal,
  PROGRAMME,
  RECEIVED,
  ROOMS,
} from './collections.ts';

/** What partitions are named after. */
export type Where = { readonly codes: readonly string[]; readonly years: readonly number[] };

type Places = (where: Where) => readonly string[];
const only =
  (partition: string): Places =>
  () => [partition];
const municipalities: Places = ({ codes }) => codes.map(municipal);
const both: Places = ({ codes }) => [PROGRAMME, ...codes.map(municipal)];
const byYear: Places = (where) => both(where).flatMap((partition) => where.years.map((year) => `${partition}-${year}`));

/** Every partition in which documents of a kind may lie: what is to be exported or erased whole must miss none. */
export const places: Readonly<Record<CollectionName, Places>> = {
  programmes: only(PROGRAMME),
  municipalities: only(PROGRAMME),
  members: only(MEMBERS),
  invitations: only(INVITATIONS),
  acquaintances: only(ACQUAINTANCES),
  interviews: only(INTERVIEWS),
  rooms: only(ROOMS),
  items: municipalities,
  kpis: municipalities,
  helpRequests: municipalities,
  digests: only(PROGRAMME),
  meetings: only(PROGRAMME),
  meetingAnswers: only(PROGRAMME),
  agendaTopics: only(PROGRAMME),
  minutes: only(PROGRAMME),
  actionItems: both,
  deliveries: both,
  received: only(RECEIVED),
  leases: only(LEASES),
  audit: byYear,
};
