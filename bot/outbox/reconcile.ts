import {
  type Delivery,
  type DeliveryReason,
  deliveryId,
  doubtful,
  isLapsed,
  planned,
  putOff,
  replanned,
  takenBack,
  withdrawn,
} from '../../programme/delivery.ts';
import type { Programme } from '../../programme/programme.ts';
import { readiness } from '../../programme/schedule.ts';
import type { Job } from '../job.ts';
import { type Expansion, seenKey } from './expand.ts';
import type { Calendars } from './world.ts';

/** What planning knows when it compares what should be with what is. */
export type Around = {
  readonly expansion: Expansion;
  readonly calendars: Calendars;
  readonly jobs: readonly Job[];
  readonly now: Date;
  readonly restored: Programme['restored'];
};

/**
 * What is expected by `horizon` and not there. A slot that was missed altogether is made too, so that it shows as too
 * late; but not the slots from before the job ran for the first time.
 */
export function missing(existing: ReadonlyMap<string, Delivery>, around: Around, horizon: Date): Delivery[] {
  const began = new Map<string, string>();
  for (const { job, slot } of existing.values()) if (slot < (began.get(job) ?? '~')) began.set(job, slot);
  const soon = [...around.expansion.expected].filter(
    ([id, { dueAt }]) => !existing.has(id) && new Date(dueAt) <= horizon,
  );
  return soon.flatMap(([, plan]) => {
    const fresh = planned(plan);
    const inDoubt = perhapsSent(fresh, around);
    const hadBegun = (began.get(plan.job) ?? '~') < plan.slot;
    if (!isTooLate(fresh, around)) return [inDoubt ?? fresh];
    const late = hadBegun || isAfterCopy(fresh, around) ? (inDoubt ?? withdrawn(fresh, told('too-late'))) : undefined;
    return late ? [late] : [];
  });
}

/** What becomes of a delivery that is already there; undefined to leave it alone. */
export function corrected(delivery: Delivery, around: Around): Delivery | undefined {
  const next = correctedAsPlanned(delivery, around);
  if (next?.state === 'withdrawn' && next.reason !== told('too-late')) return next;
  return perhapsSent(delivery, around) ?? (next && perhapsSent(next, around)) ?? next;
}

/**
 * What was due before the store was brought back from a copy may have been sent after the copy was made. Nobody knows,
 * so it is not sent, and somebody is asked.
 */
function perhapsSent(delivery: Delivery, { restored }: Around): Delivery | undefined {
  const isOpen = delivery.state === 'waiting' || delivery.state === 'sending';
  if (!restored || !isOpen || delivery.replaces || Date.parse(delivery.dueAt) > Date.parse(restored.at))
    return undefined;
  return doubtful(delivery, told('restored'));
}

/** A copy from before the job ran for the first time does not know that it did. */
function isAfterCopy({ dueAt }: Delivery, { restored }: Around): boolean {
  const due = Date.parse(dueAt);
  return restored !== undefined && due > Date.parse(restored.copiedAt) && due <= Date.parse(restored.at);
}

function correctedAsPlanned(delivery: Delivery, around: Around): Delivery | undefined {
  if (delivery.state === 'sending' && isLapsed(delivery, around.now)) return lapsed(delivery, around.now);
  if (delivery.state === 'waiting') return correctedWhileWaiting(delivery, around);
  // What was too late by its own time stays so, whatever time the plan would give it now.
  if (delivery.state !== 'withdrawn' || isTooLate(delivery, around)) return undefined;
  const back = isOfPlan(delivery) ? asPlanned(delivery, around) : takenBack(delivery);
  return back && !isTooLate(back, around) ? back : undefined;
}

function correctedWhileWaiting(delivery: Delivery, around: Around): Delivery | undefined {
  const updated = asPlanned(delivery, around);
  if (isTooLate(updated ?? delivery, around)) return withdrawn(delivery, told('too-late'));
  if (updated) return updated;
  if (!around.jobs.some(({ name }) => name === delivery.job)) return withdrawn(delivery, told('no-such-job'));
  return isWanted(delivery, around.expansion) ? undefined : withdrawn(delivery, told('not-due'));
}

/** Nobody knows whether it went out; one that takes the place of another may do so again. */
function lapsed(delivery: Delivery, now: Date): Delivery | undefined {
  const reason = told('lapsed');
  if (!delivery.replaces) return doubtful(delivery, reason);
  return putOff(delivery, { ...(delivery.owner && { by: delivery.owner }), reason, notBefore: now });
}

function asPlanned(delivery: Delivery, { expansion }: Around): Delivery | undefined {
  const plan = delivery.byHand ? undefined : expansion.expected.get(deliveryId(delivery));
  return plan && replanned(delivery, plan);
}

const isOfPlan = ({ byHand, round }: Delivery): boolean => !byHand && round === 1;

/** Only what the clock had planned, in a slot that was looked at, is dropped: what was asked for by hand stays. */
function isWanted(delivery: Delivery, { expected, seen }: Expansion): boolean {
  if (!isOfPlan(delivery) || !seen.has(seenKey(delivery.job, delivery.slot))) return true;
  return expected.has(deliveryId(delivery));
}

function isTooLate(delivery: Delivery, { calendars, now }: Around): boolean {
  return readiness(delivery, now, calendars(delivery.municipality)) === 'too-late';
}

const told = (reason: DeliveryReason): string => reason;
