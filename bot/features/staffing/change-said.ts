import type { ChangeFormField } from '../../../cards/staffing/change-form.ts';
import type { InputOf } from '../../../programme/asks.ts';
import { addDays, type Day, dayOf } from '../../../programme/day.ts';
import { currentFiling } from '../../../programme/filing.ts';
import type { Member } from '../../../programme/member.ts';
import type { Municipality } from '../../../programme/municipality.ts';
import { onlyKnown } from '../../../programme/only-known.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { type ChangeSaid, changeTroubles } from '../../../programme/staffing/change-rules.ts';
import { type ContractorPerson, isThisPerson } from '../../../programme/staffing/contractor-person.ts';
import { peopleDrawn } from '../../../programme/staffing/drawn-chart.ts';
import type { ChartPerson } from '../../../programme/staffing/organization-chart.ts';
import { organizationOn } from '../../../programme/staffing/organization-on.ts';
import type { ChangeContent, ChangeKind, StaffingChange } from '../../../programme/staffing/staffing-change.ts';
import type { Staffing } from '../../../programme/staffing/tenure.ts';
import { servedOn } from '../../../programme/term.ts';
import type { MemberStart } from '../../turn.ts';
import { municipalityCodesIn } from '../roster/roster.ts';
import { afterMeant, beforeMeant, onlyHolder, type PersonMeant } from './people-meant.ts';

type Wanted = InputOf<'change-staffing'>;
type Kinded = Wanted & { readonly kind: ChangeKind };

export type ChangeWorld = {
  readonly staffing: Staffing;
  readonly members: readonly Member[];
  readonly towns: readonly Municipality[];
  readonly known: StaffingChange | undefined;
  readonly turn: Pick<MemberStart, 'now' | 'programme'>;
};

type Errors = Partial<Record<ChangeFormField, string>>;
export type ChangeRead = {
  readonly said: ChangeSaid;
  readonly errors: Errors;
  readonly people: readonly ChartPerson[];
};

/** What a 体制変更 would say: what was said now, over what stands in its draft. */
export function changeRead(input: Kinded, world: ChangeWorld): ChangeRead {
  const { staffing, members, known, turn } = world;
  const was: Partial<ChangeContent> = known ? currentFiling(known).content : {};
  const { kind } = input;
  const today = dayOf(turn.now);
  const day = input.day ?? was.day;
  const people = peopleOn(day === undefined || day < today ? today : day, staffing, members);
  const before = kind === 'addition' ? {} : beforeIn(input, was, { people, members });
  const after = kind === 'end' ? {} : afterIn(input, was, members);
  const towns = townsMeant(input.municipalities, world);
  const { reason = was.reason, handover = was.handover, late = was.late, career = was.career } = input;
  const municipalities = towns.codes ?? was.municipalities ?? servedBy(before.person, members, day);
  const said: ChangeSaid = {
    ...onlyKnown({ before: before.person, after: after.person, day, reason, handover, career, late }),
    kind,
    municipalities: [...municipalities],
    ...(stays(input, was, { before: before.person, members, day, municipalities }) ? { stays: true as const } : {}),
  };
  const others = staffing.changes.filter(({ id }) => id !== known?.id);
  const troubles = changeTroubles(said, { today, programme: turn.programme, others });
  const wrong = { before: before.error, after: after.error, municipalities: towns.error };
  return { said, errors: { ...troubles, ...onlyKnown(wrong) }, people };
}

/** Who could be changed on a day: who holds a post by what is approved; before anything is, by the roster. */
const peopleOn = (day: Day, staffing: Staffing, members: readonly Member[]): readonly ChartPerson[] =>
  organizationOn(staffing, members, day)?.people ?? peopleDrawn(members);

function beforeIn(
  { before, kind }: Kinded,
  was: Partial<ChangeContent>,
  among: { readonly people: readonly ChartPerson[]; readonly members: readonly Member[] },
): PersonMeant {
  if (before !== undefined) return beforeMeant(before, kind, among);
  return { person: was.before ?? onlyHolder(kind, among.people) };
}

const afterIn = ({ after }: Kinded, was: Partial<ChangeContent>, members: readonly Member[]): PersonMeant =>
  after === undefined ? { person: was.after } : afterMeant(after, members);

function townsMeant(said: string | undefined, { towns }: ChangeWorld): { codes?: readonly string[]; error?: string } {
  if (said === undefined) return {};
  if (/^(なし|無し|ありません)$/.test(said.trim())) return { codes: [] };
  try {
    return { codes: municipalityCodesIn(said, towns) };
  } catch (error) {
    if (error instanceof Refusal) return { error: error.message };
    throw error;
  }
}

/** Those that who goes serves then. */
function servedBy(person: ContractorPerson | undefined, members: readonly Member[], day: Day | undefined) {
  const member = person && members.find((each) => isThisPerson(each, person));
  return member && day ? servedOn(member, day) : [];
}

type Beside = {
  readonly before: ContractorPerson | undefined;
  readonly members: readonly Member[];
  readonly day: Day | undefined;
  readonly municipalities: readonly string[];
};

/** A contact gives up a post and stays; an expert stays who goes on in other municipalities. */
function stays(input: Wanted, was: Partial<ChangeContent>, { before, members, day, municipalities }: Beside): boolean {
  if (before === undefined) return false;
  if (input.stays !== undefined) return input.stays === 'yes';
  const isSame = was.before?.name === before.name && was.kind === input.kind && input.municipalities === undefined;
  if (isSame) return was.stays === true;
  if (input.kind === 'contact') return true;
  if (input.kind !== 'expert' || day === undefined) return false;
  return servedBy(before, members, addDays(day, 1)).some((code) => !municipalities.includes(code));
}
