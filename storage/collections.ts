import type { z } from 'zod';
import { Acquaintance } from '../programme/acquaintance.ts';
import { ActionItem } from '../programme/action-item.ts';
import { AgendaTopic } from '../programme/agenda.ts';
import { AuditEntry } from '../programme/audit.ts';
import { Delivery, deliveryId } from '../programme/delivery.ts';
import { DigestRecord } from '../programme/digest-record.ts';
import { HelpRequest } from '../programme/help-request.ts';
import { Interview } from '../programme/interview.ts';
import { Invitation } from '../programme/invitation.ts';
import { ItemRecord } from '../programme/item-record.ts';
import { KpiRecord } from '../programme/kpi-record.ts';
import { Lease } from '../programme/lease.ts';
import { Meeting } from '../programme/meeting.ts';
import { answerId, MeetingAnswer } from '../programme/meeting-answer.ts';
import { Minutes } from '../programme/meeting-minutes.ts';
import { Member } from '../programme/member.ts';
import { Municipality } from '../programme/municipality.ts';
import { Programme } from '../programme/programme.ts';
import { ReceivedEvent } from '../programme/received-event.ts';
import { Room } from '../programme/room.ts';
import type { Collection } from './store.ts';

/** Where documents live in Cosmos DB; the embedded store keeps the same names as a column. */
export type Container = 'state' | 'jobs' | 'audit';

/** A kind of document: its schema, and how its partition and id follow from its content. Ids are ASCII and never names. */
export type Kind<T> = {
  readonly container: Container;
  readonly schema: z.ZodType<T>;
  readonly partition: (value: T) => string;
  readonly id: (value: T) => string;
};

const kind = <T>(
  container: Container,
  schema: z.ZodType<T>,
  partition: (value: T) => string,
  id: (value: T) => string,
): Kind<T> => ({
  container,
  schema,
  partition,
  id,
});

/** The partition of a municipality. */
export const municipal = (code: string): string => `m-${code}`;
/** What belongs to the programme as a whole. */
export const PROGRAMME = '_programme';
export const MEMBERS = '_members';
export const ROOMS = '_rooms';
export const INVITATIONS = '_invitations';
/** In one partition, so that one query tells where everybody can be written to. */
export const ACQUAINTANCES = '_acquaintances';
/** Questions that are being asked, one per person and room. */
export const INTERVIEWS = '_interviews';
/** What was received and is worked off after it was acknowledged. */
export const RECEIVED = '_received';
/** Who plans and sends. */
export const LEASES = '_leases';
/** Audit entries of a municipality (or of the programme) and year. */
const auditOf = (entry: AuditEntry): string =>
  `${entry.municipality ? municipal(entry.municipality) : PROGRAMME}-${entry.at.slice(0, 4)}`;

/** Everything we keep. */
export const kinds = {
  programmes: kind(
    'state',
    Programme,
    () => PROGRAMME,
    () => 'programme',
  ),
  municipalities: kind(
    'state',
    Municipality,
    () => PROGRAMME,
    (v) => `municipality-${v.code}`,
  ),
  members: kind(
    'state',
    Member,
    () => MEMBERS,
    (v) => v.id,
  ),
  invitations: kind(
    'state',
    Invitation,
    () => INVITATIONS,
    (v) => `invitation-${v.code}`,
  ),
  acquaintances: kind(
    'state',
    Acquaintance,
    () => ACQUAINTANCES,
    (v) => v.id,
  ),
  interviews: kind(
    'state',
    Interview,
    () => INTERVIEWS,
    (v) => v.id,
  ),
  rooms: kind(
    'state',
    Room,
    () => ROOMS,
    (v) => v.id,
  ),
  items: kind(
    'state',
    ItemRecord,
    (v) => municipal(v.municipality),
    (v) => `item-${v.item}`,
  ),
  kpis: kind(
    'state',
    KpiRecord,
    (v) => municipal(v.municipality),
    (v) => `kpi-${v.kpi}`,
  ),
  helpRequests: kind(
    'state',
    HelpRequest,
    (v) => municipal(v.municipality),
    (v) => v.id,
  ),
  digests: kind(
    'state',
    DigestRecord,
    () => PROGRAMME,
    (v) => `digest-${v.week}`,
  ),
  meetings: kind(
    'state',
    Meeting,
    () => PROGRAMME,
    (v) => v.id,
  ),
  meetingAnswers: kind(
    'state',
    MeetingAnswer,
    () => PROGRAMME,
    (v) => answerId(v.meeting, v.member),
  ),
  agendaTopics: kind(
    'state',
    AgendaTopic,
    () => PROGRAMME,
    (v) => v.id,
  ),
  minutes: kind(
    'state',
    Minutes,
    () => PROGRAMME,
    (v) => `minutes-${v.meeting}`,
  ),
  actionItems: kind(
    'state',
    ActionItem,
    (v) => (v.municipality ? municipal(v.municipality) : PROGRAMME),
    (v) => v.id,
  ),
  deliveries: kind('jobs', Delivery, (v) => (v.municipality ? municipal(v.municipality) : PROGRAMME), deliveryId),
  received: kind(
    'jobs',
    ReceivedEvent,
    () => RECEIVED,
    (v) => v.id,
  ),
  leases: kind(
    'jobs',
    Lease,
    () => LEASES,
    (v) => v.id,
  ),
  audit: kind('audit', AuditEntry, auditOf, (v) => v.id),
} as const;

type Kinds = typeof kinds;
export type CollectionName = keyof Kinds;
export type ValueOf<K extends CollectionName> = Kinds[K] extends Kind<infer T> ? T : never;

/** The store: a collection for each kind, and what the composition root needs to open and close it. */
export type Store = { readonly [K in CollectionName]: Collection<ValueOf<K>> };
export type OpenStore = {
  readonly store: Store;
  readonly ping: () => Promise<void>;
  /** After this, what was removed can no longer be read from where the store keeps its bytes, as far as that is ours. */
  readonly scrub: () => Promise<void>;
  readonly close: () => Promise<void>;
};
