import { calendarOf } from '../../programme/calendar.ts';
import { addDays, dayOf, instantOf } from '../../programme/day.ts';
import { calledBy, type DeclaredJob, isConfidential } from '../../programme/declared-job.ts';
import { latestRounds } from '../../programme/deliveries/latest-rounds.ts';
import type { Delivery, Planned } from '../../programme/delivery.ts';
import { isHeld } from '../../programme/held.ts';
import { LONGEST_LEASE_MS } from '../../programme/lease.ts';
import { type NextSending, PUNCTUAL_MS, type ServiceStanding } from '../../programme/operations/standing.ts';
import type { Programme } from '../../programme/programme.ts';
import { readiness } from '../../programme/schedule.ts';
import { LEASES, type Store, UPKEEP } from '../../storage/collections.ts';
import { municipalitiesIn } from '../../storage/municipalities.ts';
import { deliveriesIn } from '../deliveries.ts';
import type { HouseFacts } from './house-facts.ts';

/** What did not arrive is looked for in the last week, today included. */
const DAYS_BACK = 6;
/** Deliveries are kept by the start of their period, at the most this long before they are due. */
const SLOTS_BACK = 45;
/** So many moments ahead are told. */
const NEXT = 5;

type Asked = {
  readonly store: Store;
  readonly programme: Pick<Programme, 'closures'>;
  readonly now: Date;
  readonly jobs: readonly DeclaredJob[];
  readonly facts: HouseFacts | undefined;
  /** Whether there may be somebody who must not learn of what is only the secretariat's. */
  readonly amongOthers: boolean;
  /** What is to come, where somebody has looked further than what is planned already. */
  readonly planned?: readonly Planned[];
};

/** How the service stands. Reads, and writes nothing. */
export async function readStanding(asked: Asked): Promise<ServiceStanding> {
  const { store, now, jobs, facts, amongOthers, planned } = asked;
  const codes = (await municipalitiesIn(store)).map(({ code }) => code);
  const from = instantOf(addDays(dayOf(now), -DAYS_BACK));
  const [found, leases, upkeep] = await Promise.all([
    deliveriesIn(store, codes, instantOf(addDays(dayOf(now), -DAYS_BACK - SLOTS_BACK))),
    store.leases.list(LEASES),
    store.upkeep.list(UPKEEP),
  ]);
  const told = amongOthers ? found.filter((one) => !isConfidential(jobs, one)) : found;
  const done = (id: string): Date | undefined => {
    const at = upkeep.find(({ value }) => value.id === id)?.value.at;
    return at === undefined ? undefined : new Date(at);
  };
  const lease = leases.find(({ value }) => value.id === 'dispatcher')?.value;
  // One that nobody ever held is only the bell's.
  const until = lease && lease.owner !== '' ? new Date(lease.until) : undefined;
  const isHeldNow = isHeld(lease?.until, LONGEST_LEASE_MS, now);
  const waiting = told.filter(({ state }) => state === 'waiting');
  return {
    version: facts?.version,
    store: facts && { name: facts.store, bytes: facts.storeBytes() },
    clock: {
      inside: facts?.clockInside,
      ...(isHeldNow ? { heldUntil: until } : {}),
      lastAt: latest([isHeldNow ? undefined : until, done('tick')]),
    },
    channels: (facts?.channels ?? []).map((channel) => ({ ...channel, lastSentAt: lastSent(found, channel.name) })),
    next: nextOf(planned ?? waiting, jobs, now),
    counts: countsOf(latestRounds(told), from, asked),
    backupAt: done('backup'),
  };
}

const latest = (all: readonly (Date | undefined)[]): Date | undefined =>
  all.flatMap((at) => at ?? []).toSorted((a, b) => b.getTime() - a.getTime())[0];

function lastSent(all: readonly Delivery[], name: string): Date | undefined {
  const own = all.filter(({ channel, sentAt }) => channel === name && sentAt !== undefined);
  return latest(own.map(({ sentAt = '' }) => new Date(sentAt)));
}

/** Whom the same thing reaches at the same moment are counted together. */
function nextOf(all: readonly Planned[], jobs: readonly DeclaredJob[], now: Date): readonly NextSending[] {
  const sendings = new Map<string, { readonly at: Date; readonly called: string; readonly people: Set<string> }>();
  for (const { dueAt, job, recipient } of all.toSorted((a, b) => a.dueAt.localeCompare(b.dueAt))) {
    if (new Date(dueAt) <= now) continue;
    const key = `${dueAt} ${job}`;
    const one = sendings.get(key) ?? { at: new Date(dueAt), called: calledBy(jobs, { job }), people: new Set() };
    one.people.add(recipient.id);
    sendings.set(key, one);
  }
  return [...sendings.values()].slice(0, NEXT).map((one) => ({ ...one, people: one.people.size }));
}

/** What waits and is sent, at any time; what went wrong, since `from`. */
function countsOf(all: readonly Delivery[], from: Date, { now, programme }: Pick<Asked, 'now' | 'programme'>) {
  const count = (is: (delivery: Delivery) => boolean): number => all.filter(is).length;
  const before = new Date(now.getTime() - PUNCTUAL_MS);
  // What waits for the office to open is not late.
  const isLate = (one: Delivery): boolean => {
    const calendar = calendarOf(programme.closures, one.municipality);
    return [before, now].every((at) => readiness(one, at, calendar) === 'now');
  };
  const since = (state: Delivery['state']) =>
    count((one) => one.state === state && Date.parse(one.dueAt) >= from.getTime());
  return {
    waiting: count(({ state }) => state === 'waiting'),
    overdue: count((one) => one.state === 'waiting' && isLate(one)),
    sending: count(({ state }) => state === 'sending'),
    failed: since('failed'),
    unknown: since('unknown'),
  };
}
