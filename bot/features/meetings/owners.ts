import type { Choice } from '../../../cards/card.ts';
import { dayOf } from '../../../programme/day.ts';
import { isInvited } from '../../../programme/meetings/audience.ts';
import type { Meeting } from '../../../programme/meetings/meeting.ts';
import { circleNames, isTown } from '../../../programme/meetings/party.ts';
import { type Member, memberOn, type Role, roleNames } from '../../../programme/member.ts';
import { plainName, shapelessName } from '../../../programme/person-name.ts';
import { MEMBERS } from '../../../storage/collections.ts';
import { municipalityNames } from '../../../storage/municipalities.ts';
import type { MemberStart } from '../../turn.ts';
import { withAccess } from '../../who/admission.ts';
import type { LookUpTurn } from './find.ts';

/** What the choices of all rows of one form may take of a card, drawn. */
const ROOM_FOR_CHOICES = 14_000;
const ROWS = 5;
/** What a choice takes beside its words. */
const FRAME = 24;

export type Owners = {
  readonly people: readonly Member[];
  readonly townOf: (code: string) => string;
};

/** Everybody who can be given something to do in this meeting, and has access. */
export async function ownersFor(
  meeting: Meeting,
  turn: Pick<LookUpTurn & MemberStart, 'store' | 'now' | 'admission'>,
): Promise<Owners> {
  const { store, now } = turn;
  const [members, townOf] = await Promise.all([store.members.list(MEMBERS), municipalityNames(store)]);
  const today = dayOf(now);
  const invited = members.map(({ value }) => memberOn(value, today)).filter((member) => isInvited(member, meeting));
  return { people: await withAccess(invited, turn), townOf };
}

/**
 * Whom a form offers and how many rows it has: people where they fit, else their offices, whose lead it then is; where
 * even those are too many, it is written.
 */
export function ownerChoices(owners: Owners): { readonly people: readonly Choice[]; readonly rows: number } {
  const people = peopleChoices(owners);
  if (rowsFor(people) >= ROWS) return { people, rows: ROWS };
  const offices = officeChoices(owners);
  const rows = rowsFor(offices);
  return rows === 0 ? { people: [], rows: ROWS } : { people: offices, rows: Math.min(rows, ROWS) };
}

function rowsFor(choices: readonly Choice[]): number {
  const size = choices.reduce((sum, { value, label }) => sum + FRAME + Buffer.byteLength(value + label), 0);
  return size === 0 ? 0 : Math.floor(ROOM_FOR_CHOICES / size);
}

const officeOf = ({ role, office, municipalities }: Member, townOf: Owners['townOf']) =>
  role === 'municipal' && municipalities[0] ? townOf(municipalities[0]) : role === 'expert' ? roleNames.expert : office;

function peopleChoices({ people, townOf }: Owners): Choice[] {
  return people
    .map((member) => ({ value: member.id, label: `${officeOf(member, townOf)} ${member.name}` }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'ja'));
}

function officeChoices({ people, townOf }: Owners): Choice[] {
  const codes = [
    ...new Set(people.flatMap(({ role, municipalities }) => (role === 'municipal' ? municipalities : []))),
  ];
  const steering = (['prefecture', 'secretariat'] as const).filter((role) => people.some((one) => one.role === role));
  return [
    ...steering.map((role) => ({ value: role, label: circleNames[role] })),
    ...codes.toSorted().map((code) => ({ value: code, label: townOf(code) })),
  ];
}

/** The person an office or a name stands for: of an office its lead. Undefined when that is nobody, or not clear. */
export function ownerOf(said: string, { people, townOf }: Owners): Member | undefined {
  const known = people.find(({ id }) => id === said);
  if (known) return known;
  const plain = squeezed(said);
  const role = (['prefecture', 'secretariat'] as const).find((one) => one === said || circleNames[one] === plain);
  const office = people.filter((member) => (role ? member.role === role : isOfTown(member, plain, townOf)));
  if (office.length > 0) return office.find(({ lead }) => lead) ?? office[0];
  const full = people.filter(({ name }) => squeezed(name) === plain);
  // Among those of a meeting a family name is enough, where only one of them has it.
  const named = full.length > 0 ? full : people.filter(({ name }) => squeezed(name.split(/\s/)[0] ?? '') === plain);
  return named.length === 1 ? named[0] : undefined;
}

/** Whom a keyboard without the right characters would write like this: to be asked about, and not written. */
export function perhapsOwner(said: string, { people }: Owners): Member | undefined {
  const near = people.filter(({ name }) => shapelessName(name) === shapelessName(said));
  return near.length === 1 ? near[0] : undefined;
}

function isOfTown({ role, municipalities }: Member, said: string, townOf: Owners['townOf']): boolean {
  return role === ('municipal' satisfies Role) && municipalities.some((code) => code === said || townOf(code) === said);
}

const squeezed = plainName;

/** The municipality an action belongs to: where its owner works, or the one an expert's meeting or visit was about. */
export function municipalityOfAction(
  { role, municipalities }: Member,
  { audience, kind }: Pick<Meeting, 'audience' | 'kind'>,
): string | undefined {
  if (role === 'municipal') return municipalities[0];
  // Whoever visited it goes on with it, also on the day after the last one served.
  const about = audience.filter((party) => municipalities.includes(party) || (kind === 'visit' && isTown(party)));
  return role === 'expert' && about.length === 1 ? about[0] : undefined;
}
