import { leaveOn } from '../absence.ts';
import { addOpenDays, type Calendar, calendarOf } from '../calendar.ts';
import { type Day, dayOf, instantOf } from '../day.ts';
import type { DeclaredJob } from '../declared-job.ts';
import { byHand, type Delivery } from '../delivery.ts';
import type { Member } from '../member.ts';
import type { Programme } from '../programme.ts';
import { nextOfficeTime } from '../schedule.ts';
import { type ActionItem, isOpenAction, mayHold, ownerOn } from './action-item.ts';

/** Open days before 宿題 are due on which their owner hears of them. */
const OPEN_DAYS_BEFORE = 2;

/** The days on which the owner hears of it, once each: shortly before it is due, and as soon as it is late. */
export function actionRemindedOn({ due }: Pick<ActionItem, 'due'>, calendar: Calendar): readonly Day[] {
  return [addOpenDays(due, -OPEN_DAYS_BEFORE, calendar), addOpenDays(due, 1, calendar)];
}

export type RemindFacts = {
  readonly action: ActionItem;
  /** Everybody of the roster, as it is kept. */
  readonly members: ReadonlyMap<string, Member>;
  readonly programme: Programme;
  readonly now: Date;
  /** The job whose card it is. */
  readonly job: Pick<DeclaredJob, 'name'>;
  /** Where the 宿題 is kept, from the beginning of the day. */
  readonly deliveries: readonly Delivery[];
  /** Whether somebody can be written to anywhere. */
  readonly hasAddress: (member: Member) => boolean;
};

export type Remind =
  | { readonly so: 'due'; readonly who: Member; readonly delivery: Delivery; readonly at: Date }
  | { readonly so: 'reminded'; readonly at: Date; readonly isSent: boolean }
  | { readonly so: 'on-leave'; readonly until: Day }
  | { readonly so: 'closed' | 'nobody' | 'switched-off' | 'no-address' };

/** The reminder that may be sent by hand now, or why there is none to be sent. */
export function remindOf(facts: RemindFacts): Remind {
  const { action, members, programme, now } = facts;
  if (!isOpenAction(action)) return { so: 'closed' };
  const owner = ownerOn(action, members, dayOf(now));
  if (!owner) return { so: 'nobody' };
  const at = nextOfficeTime(now, calendarOf(programme.closures, action.municipality));
  const leave = leaveOn(owner.leave, dayOf(at));
  const who = leave ? standIn(leave.substitute, dayOf(at), facts) : owner;
  if (leave && !who) return { so: 'on-leave', until: leave.until };
  if (!who || who.preference?.off) return { so: 'switched-off' };
  const before = facts.deliveries.find((delivery) => reaches(delivery, who, facts));
  if (before) return remindedBy(before);
  return facts.hasAddress(who) ? { so: 'due', who, at, delivery: reminder(who, at, facts) } : { so: 'no-address' };
}

function standIn(id: string | undefined, day: Day, { members, action }: RemindFacts): Member | undefined {
  const found = id === undefined ? undefined : members.get(id);
  return found && mayHold(found, action) && !leaveOn(found.leave, day) ? found : undefined;
}

function reminder(who: Member, sending: Date, { action, now, job, deliveries }: RemindFacts): Delivery {
  const { municipality } = action;
  const kept = municipality === undefined ? {} : { municipality };
  const plan = {
    job: job.name,
    slot: instantOf(dayOf(now)).toISOString(),
    recipient: { kind: 'member' as const, id: who.id },
    about: `by-hand-${action.id}`,
    item: { ...kept, actions: [action.id] },
    ...kept,
    ...(who.preference?.channel ? { via: who.preference.channel } : {}),
  };
  return byHand(plan, deliveries, { now, sending });
}

/** One that reaches, or has reached, this person today, by the clock or by hand. One that failed may be followed by another. */
function reaches({ job, item, state, recipient }: Delivery, who: Member, facts: RemindFacts): boolean {
  const actions: unknown = item['actions'];
  if (job !== facts.job.name || recipient.id !== who.id || state === 'withdrawn' || state === 'failed') return false;
  return Array.isArray(actions) && actions.includes(facts.action.id);
}

/** What is told of a reminder that is already there. */
export function remindedBy({ sentAt, dueAt, state }: Delivery): Extract<Remind, { so: 'reminded' }> {
  return { so: 'reminded', at: new Date(sentAt ?? dueAt), isSent: state === 'sent' };
}
