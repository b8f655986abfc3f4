import { calendarOf } from '../calendar.ts';
import { type Day, dayOf, instantOf } from '../day.ts';
import type { DeclaredJob } from '../declared-job.ts';
import { byHand, type Delivery } from '../delivery.ts';
import type { Member } from '../member.ts';
import type { Municipality } from '../municipality.ts';
import { askedOf } from '../people/asking.ts';
import type { Programme } from '../programme.ts';
import type { KpiRecord } from '../progress/kpi-record.ts';
import { lackingIn } from '../progress/silence.ts';
import { nextOfficeTime } from '../schedule.ts';
import { type Week, weekOf } from '../week.ts';

export type ChaseFacts = {
  readonly municipality: Municipality;
  readonly members: readonly Member[];
  readonly programme: Programme;
  readonly now: Date;
  /** What the municipality is asked for every week. */
  readonly weekly: readonly KpiRecord[];
  /** Somebody has put in what it answered this week. */
  readonly isEnteredFor: boolean;
  /** The job whose card it is. */
  readonly job: Pick<DeclaredJob, 'name'>;
  /** Of this municipality. */
  readonly deliveries: readonly Delivery[];
  /** Whether somebody can be written to anywhere. */
  readonly hasAddress: (member: Member) => boolean;
};

export type Chase =
  | { readonly so: 'due'; readonly who: Member; readonly delivery: Delivery }
  | { readonly so: 'chased'; readonly at: Date; readonly isSent: boolean }
  | {
      readonly so:
        | 'answered'
        | 'entered-for'
        | 'nothing-asked'
        | 'on-leave'
        | 'switched-off'
        | 'nobody'
        | 'no-address'
        | 'not-running';
    };

/** The 催促 somebody may ask for now, or why there is none to be sent. */
export function chaseOf(facts: ChaseFacts): Chase {
  const { municipality, members, programme, now, weekly } = facts;
  const [week, today] = [weekOf(now), dayOf(now)];
  if (today < programme.start || today > programme.end) return { so: 'not-running' };
  if (weekly.length === 0) return { so: 'nothing-asked' };
  if (lackingIn(weekly, week) === 0) return { so: 'answered' };
  if (facts.isEnteredFor) return { so: 'entered-for' };
  const before = facts.deliveries.find((delivery) => isToday(delivery, week, today, facts.job));
  if (before) return chasedBy(before);
  const asked = askedOf(municipality.code, members, today);
  if (!asked.who) return { so: asked.why };
  if (!facts.hasAddress(asked.who)) return { so: 'no-address' };
  return { so: 'due', who: asked.who, delivery: chaseDelivery(asked.who, week, facts) };
}

function chaseDelivery(who: Member, week: Week, facts: ChaseFacts): Delivery {
  const { municipality, programme, now, job } = facts;
  const { code } = municipality;
  const plan = {
    job: job.name,
    slot: instantOf(week).toISOString(),
    recipient: { kind: 'member', id: who.id },
    // Somebody may answer for two municipalities.
    about: `by-hand-${dayOf(now)}-${code}`,
    municipality: code,
    item: { municipality: code, week },
    ...(who.preference?.channel ? { via: who.preference.channel } : {}),
  } as const;
  return byHand(plan, facts.deliveries, { now, sending: nextOfficeTime(now, calendarOf(programme.closures, code)) });
}

/** A 催促 that reaches, or has reached, somebody today. One that failed may be followed by another. */
function isToday(delivery: Delivery, week: Week, today: Day, { name }: ChaseFacts['job']): boolean {
  const { job, item, state } = delivery;
  if (job !== name || item['week'] !== week || state === 'withdrawn' || state === 'failed') return false;
  return dayOf(momentOf(delivery)) === today;
}

/** What is told of a 催促 that is already there. */
export function chasedBy(delivery: Delivery): Extract<Chase, { so: 'chased' }> {
  return { so: 'chased', at: momentOf(delivery), isSent: delivery.state === 'sent' };
}

const momentOf = ({ sentAt, dueAt }: Delivery) => new Date(sentAt ?? dueAt);
