import type { CollectionName, ValueOf } from '../../storage/collections.ts';
import type { Everything } from './everything.ts';

/**
 * What of a document belongs to one municipality. `own` is what it may take along, `rest` what stays for the others
 * when it leaves: the very same document, one without its part, or nothing.
 */
type Share<T> = { readonly own?: T; readonly rest?: T };

/** A municipality, its people, rooms and meetings, by which what belongs to it is recognised. */
export type Town = {
  readonly code: string;
  readonly members: ReadonlySet<string>;
  readonly rooms: ReadonlySet<string>;
  readonly meetings: ReadonlySet<string>;
  /** Audit entries before this moment need not be kept any longer. */
  readonly auditFrom: Date;
};

type Belonging<T> = (value: T, town: Town) => Share<T> | undefined;

/** All of it, when so. */
function wholly<T>(isOwn: (value: T, town: Town) => boolean): Belonging<T> {
  return (value, town) => (isOwn(value, town) ? { own: value } : undefined);
}

function ofCode<T extends { readonly municipality: string }>(value: T, { code }: Town): Share<T> | undefined {
  return value.municipality === code ? { own: value } : undefined;
}

/** Undefined for what does not concern it at all. A new kind has to say here whose its documents are. */
export const belongings: { readonly [K in CollectionName]: Belonging<ValueOf<K>> } = {
  programmes: (value, { code }) => {
    const [own, others] = parted(value.closures, ({ whom }) => whom === code);
    const rest = own.length === 0 ? value : { ...value, closures: others };
    return { own: { ...value, closures: own }, rest };
  },
  municipalities: wholly(({ code }, town) => code === town.code),
  members: (value, { code, members }) => {
    if (members.has(value.id)) return { own: value };
    if (!value.municipalities.includes(code)) return undefined;
    const rest = { ...value, municipalities: value.municipalities.filter((each) => each !== code) };
    return isOfficer(value) ? { own: { ...value, municipalities: [code] }, rest } : { rest };
  },
  invitations: wholly(({ member }, { members }) => members.has(member)),
  acquaintances: wholly(({ member, claim }, { members }) =>
    [member, claim?.member].some((id) => id !== undefined && members.has(id)),
  ),
  /** What a person is in the midst of is asked about one municipality at the most. */
  interviews: wholly(({ ask, options = [] }, { code }) =>
    [ask, ...options].some(({ input }) => input['municipality'] === code),
  ),
  rooms: wholly(({ audience }, { code }) => audience === code),
  items: ofCode,
  kpis: ofCode,
  helpRequests: ofCode,
  digests: (value, town) => {
    const [own, others] = parted(value.municipalities, ({ code }) => code === town.code);
    if (own.length === 0) return undefined;
    return { own: { ...value, municipalities: own }, rest: { ...value, municipalities: others } };
  },
  meetings: (value, { code, meetings }) => {
    if (meetings.has(value.id)) return { own: value };
    if (value.audience === 'all') return { own: value, rest: value };
    if (!Array.isArray(value.audience) || !value.audience.includes(code)) return undefined;
    const rest = { ...value, audience: value.audience.filter((each) => each !== code) };
    return { own: { ...value, audience: [code] }, rest };
  },
  meetingAnswers: wholly(({ member, meeting }, { members, meetings }) => members.has(member) || meetings.has(meeting)),
  agendaTopics: wholly((value, town) => value.municipality === town.code || town.meetings.has(value.meeting)),
  minutes: wholly(({ meeting }, { meetings }) => meetings.has(meeting)),
  actionItems: wholly((value, town) => value.municipality === town.code || town.meetings.has(value.meeting)),
  deliveries: wholly(({ municipality, recipient, item }, { code, members, rooms, meetings }) => {
    const about = [municipality, item['municipality']].includes(code) || meetings.has(String(item['meeting']));
    return about || members.has(recipient.id) || rooms.has(recipient.id);
  }),
  /** Worked off within moments, and nothing but a mark from then on. */
  received: () => undefined,
  leases: () => undefined,
  audit: (value, { code, auditFrom }) => {
    if (value.municipality !== code) return undefined;
    return new Date(value.at) < auditFrom ? { own: value } : { own: value, rest: value };
  },
};

const isOfficer = ({ role }: ValueOf<'members'>): boolean => role === 'municipal' || role === 'observer';

/** @param gone ids that were erased before, in a run that was cut short */
export function townOf(
  code: string,
  { members, rooms, meetings }: Pick<Everything, 'members' | 'rooms' | 'meetings'>,
  auditFrom: Date,
  gone: Partial<Record<CollectionName, readonly string[]>> = {},
): Town {
  const alone = (codes: readonly string[]) => codes.length === 1 && codes[0] === code;
  const own = members.filter(({ value }) => isOfficer(value) && alone(value.municipalities));
  const its = meetings.filter(({ value }) => Array.isArray(value.audience) && alone(value.audience));
  const idsOf = (held: readonly { readonly id: string }[], name: CollectionName) =>
    new Set([...held.map(({ id }) => id), ...(gone[name] ?? [])]);
  return {
    code,
    members: idsOf(own, 'members'),
    rooms: idsOf(
      rooms.filter(({ value }) => value.audience === code),
      'rooms',
    ),
    meetings: idsOf(its, 'meetings'),
    auditFrom,
  };
}

function parted<T>(all: readonly T[], isOwn: (one: T) => boolean): readonly [own: T[], others: T[]] {
  return [all.filter(isOwn), all.filter((one) => !isOwn(one))];
}
