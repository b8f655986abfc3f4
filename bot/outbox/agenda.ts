import type { Logger } from 'pino';
import { type Delivery, type DeliveryState, deliveryId } from '../../programme/delivery.ts';
import { nextOfficeTime, readiness } from '../../programme/schedule.ts';
import type { Known } from './known.ts';
import type { Plan } from './plan.ts';
import type { Need } from './term.ts';

/** What an instance knows between ticks; all of it can be read again. */
export type Memory = {
  agenda: Map<string, Delivery>;
  plan?: Plan | undefined;
  /** When it was last planned, by the steady clock. */
  plannedAt?: number | undefined;
  /** The date of the last planning. */
  dueBy: number;
  seen?: string | undefined;
};

export const createMemory = (): Memory => ({ agenda: new Map(), dueBy: Number.NEGATIVE_INFINITY });

export function keepPlan(
  memory: Memory,
  plan: Plan | undefined,
  { now, passed }: { readonly now: Date; readonly passed: number },
): void {
  memory.plan = plan;
  memory.plannedAt = passed;
  memory.dueBy = now.getTime();
  memory.agenda = new Map(plan?.open.map((delivery) => [deliveryId(delivery), delivery]));
}

export function forgetPlan(memory: Memory): void {
  memory.agenda = new Map();
  memory.plan = undefined;
  memory.seen = undefined;
}

export function dueNow({ agenda, plan: latest }: Memory, now: Date): Delivery[] {
  if (!latest) return [];
  const due = [...agenda.values()].filter((d) => readiness(d, now, latest.calendars(d.municipality)) === 'now');
  return due.sort((a, b) => a.dueAt.localeCompare(b.dueAt));
}

/** How long the lease has to be held for: until what it may not be missing at. */
export function needOf(memory: Memory, now: Date, isTime: boolean): Need {
  const isDue = dueNow(memory, now).length > 0;
  const times = [...memory.agenda.values()].map((delivery) => {
    const at = new Date(Math.max(Date.parse(delivery.notBefore ?? delivery.dueAt), now.getTime()));
    const calendar = memory.plan?.calendars(delivery.municipality);
    return (calendar && delivery.hours === 'office' ? nextOfficeTime(at, calendar) : at).getTime();
  });
  const next = isDue ? now.getTime() : times.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  return {
    busy: isTime || isDue,
    cold: memory.plan === undefined,
    nextDue: Number.isFinite(next) ? new Date(next) : undefined,
  };
}

/** Something has become due, or too late, since the last planning: who answered meanwhile must not be asked. */
export function ripens({ agenda, plan: latest, dueBy }: Memory, now: Date): boolean {
  if (!latest) return true;
  return [...agenda.values()].some((delivery) => {
    const ready = readiness(delivery, now, latest.calendars(delivery.municipality));
    return ready === 'too-late' || (ready === 'now' && Date.parse(delivery.dueAt) > dueBy);
  });
}

/** Counts what has come of deliveries, and keeps those on the agenda that wait. */
export function createTally(memory: Memory, { touch }: Known, log: Pick<Logger, 'info'>) {
  const counted: Partial<Record<DeliveryState, number>> = {};
  const settled = (id: string, after: Delivery | undefined): void => {
    const before = memory.agenda.get(id);
    // Somebody else has moved it.
    if (!after && before) touch(before);
    if (after?.state === 'waiting') memory.agenda.set(id, after);
    else memory.agenda.delete(id);
    if (!after || after.state === 'waiting') return;
    const { state, job, channel, reason } = after;
    counted[state] = (counted[state] ?? 0) + 1;
    log.info({ state, job, channel, reason }, 'delivery');
  };
  return { counted, settled };
}
