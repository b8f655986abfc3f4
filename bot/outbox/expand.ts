import { deliveryId, type Planned } from '../../programme/delivery.ts';
import type { Member } from '../../programme/member.ts';
import { dueAt } from '../../programme/schedule.ts';
import { type DueItem, days, type Job, type Planning, type Slot } from '../job.ts';
import { momentIn, slotsOf } from './slots.ts';
import { type Calendars, calendarsOf } from './world.ts';

/** No office is closed for longer, so nothing is moved back further. */
const LONGEST_CLOSURE = days(14);

export type Expansion = {
  /** By delivery id. */
  readonly expected: ReadonlyMap<string, Planned>;
  /** `job|slot` of everything that was looked at: what is not expected of it is not wanted. */
  readonly seen: ReadonlySet<string>;
};

export type TimeSpan = { readonly from: Date; readonly until: Date };

export const seenKey = (job: string, slot: string): string => `${job}|${slot}`;

/** Everything that should be due between two moments, and perhaps some that lies beyond. Reads, and writes nothing. */
export async function expand(
  jobs: readonly Job[],
  planning: Planning,
  span: TimeSpan,
  onFault: (job: Job, error: unknown) => void,
): Promise<Expansion> {
  const expansion = { expected: new Map<string, Planned>(), seen: new Set<string>() };
  const calendars = calendarsOf(planning.programme);
  const members = new Map(planning.members.map((member) => [member.id, member]));
  for (const job of jobs) {
    try {
      await expandJob(job, { planning, span, calendars, members }, expansion);
    } catch (error) {
      onFault(job, error);
    }
  }
  return expansion;
}

async function expandJob(
  job: Job,
  around: Around,
  { expected, seen }: { readonly expected: Map<string, Planned>; readonly seen: Set<string> },
): Promise<void> {
  for (const slot of slotsIn(job, around)) {
    for (const item of await job.due(slot, around.planning)) {
      const plan = planOf(job, slot, item, around);
      if (plan) expected.set(deliveryId(plan), plan);
    }
    seen.add(seenKey(job.name, slot.start.toISOString()));
  }
}

function slotsIn(job: Job, { planning, span: { from, until } }: Around): Slot[] {
  const schedule = job.schedule(planning.programme);
  if (!schedule) return [];
  const back = schedule.rule === 'previous-open' ? LONGEST_CLOSURE : 0;
  return slotsOf(schedule, new Date(from.getTime() - job.within), new Date(until.getTime() + job.ahead + back));
}

type Around = {
  readonly planning: Planning;
  readonly span: TimeSpan;
  readonly members: ReadonlyMap<string, Member>;
  readonly calendars: Calendars;
};

function planOf(job: Job, slot: Slot, due: DueItem, { planning, members, calendars }: Around): Planned | undefined {
  const who = due.recipient.kind === 'member' ? members.get(due.recipient.id) : undefined;
  // What somebody was shown is taken from their chat also when they have left.
  if (due.recipient.kind === 'member' && !who && !due.replaces) return undefined;
  const moment = momentOf(job, slot, due, who, { planning, calendars });
  if (!moment) return undefined;
  const { at, rule } = moment;
  const { recipient, municipality, about, via, replaces } = due;
  return {
    job: job.name,
    slot: slot.start.toISOString(),
    recipient,
    ...(about === undefined ? {} : { about }),
    ...(municipality === undefined ? {} : { municipality }),
    dueAt: at.toISOString(),
    until: new Date(at.getTime() + job.within).toISOString(),
    hours: rule === 'as-is' ? 'any' : 'office',
    item: due.item as Planned['item'],
    ...(via === undefined ? {} : { via }),
    ...(replaces === undefined ? {} : { replaces }),
  };
}

/** When it is to go out, and by which rule; undefined where it is for no moment of this slot. */
function momentOf(
  job: Job,
  slot: Slot,
  due: DueItem,
  who: Member | undefined,
  { planning, calendars }: Pick<Around, 'planning' | 'calendars'>,
) {
  const schedule = job.schedule(planning.programme, who);
  const meant = schedule && (due.at ?? momentIn(schedule, slot));
  const rule = job.atAnyHour ? 'as-is' : schedule?.rule;
  const at = rule && meant && dueAt(meant, rule, calendars(due.municipality), slot);
  return at && { at, rule };
}
