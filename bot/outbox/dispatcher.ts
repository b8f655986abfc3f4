import { setMaxListeners } from 'node:events';
import { type Delivery, type DeliveryReason, deliveryId, failed, withdrawn } from '../../programme/delivery.ts';
import type { Programme } from '../../programme/programme.ts';
import type { Store } from '../../storage/collections.ts';
import type { ChannelLimits } from '../channels/channel.ts';
import type { Job } from '../job.ts';
import type { Admission } from '../who/admission.ts';
import { type AttemptParts, attemptDelivery } from './attempt.ts';
import type { Clock } from './clock.ts';
import { type Directory, hasOther, type Target } from './directory.ts';
import { createGate, createLane } from './lane.ts';
import { moveDelivery } from './move-delivery.ts';
import { WAITS_MS } from './pause.ts';

export type DispatcherParts = {
  readonly store: Store;
  readonly admission: Admission;
  readonly jobs: readonly Job[];
  readonly clock: Clock;
  /** By channel, where it is not as the products document it; who is not named has none. */
  readonly limits?: Readonly<Record<string, ChannelLimits>> | undefined;
  /** Who claims; another one for every process and start. */
  readonly instance: string;
  /** How long a claim holds; longer than any sending may take. */
  readonly claimMs: number;
  readonly onFault: (what: string, error: unknown) => void;
};

/** Cards of one channel that are drawn at once, and deliveries that are claimed: no more than a crash may put in doubt. */
const DRAWING = 16;
const CLAIMING = 4;

export type Dispatcher = {
  /** Begins to send; each at most once at a time, and what goes to one conversation one after the other. */
  offer(due: readonly Delivery[], directory: Directory, programme: Programme): void;
  has(id: string): boolean;
  /** Until nothing that was offered is under way. */
  idle(): Promise<void>;
  /** Begins nothing more; what is being sent is finished. */
  drain(): Promise<void>;
};

type Order = { readonly directory: Directory; readonly programme: Programme };

/** @param settled told where a delivery is after each try; undefined when somebody else has it */
export function createDispatcher(
  parts: DispatcherParts,
  settled: (id: string, after: Delivery | undefined) => void,
): Dispatcher {
  const underway = new Map<string, Promise<void>>();
  const stop = new AbortController();
  // Everybody who waits listens.
  setMaxListeners(0, stop.signal);
  const ways = createWays(parts);

  const desk = createGate(8);
  const aside = async <T>(work: () => Promise<T>): Promise<T> => {
    const leave = await desk();
    return work().finally(leave);
  };

  const inLine = createLines();

  /** @returns the delivery where it has to go another way now */
  const deliver = async (delivery: Delivery, target: Target, order: Order): Promise<Delivery | undefined> => {
    const { directory, programme } = order;
    const way = { ...ways(target), target, programme, signal: stop.signal };
    const hasOtherWay = (now: Delivery) => hasOther(directory, now, target.channel.name);
    for (let now: Delivery | undefined = delivery; now && !stop.signal.aborted; ) {
      const after: Delivery | undefined = await attemptDelivery(now, { ...parts, ...way, hasOther: hasOtherWay });
      settled(deliveryId(delivery), after);
      if (after?.state === 'waiting' && after.tried?.includes(target.channel.name)) return after;
      now = await worthWaitingFor(after, parts.clock, stop.signal);
    }
    return undefined;
  };

  const carry = async (delivery: Delivery, order: Order): Promise<void> => {
    const target = order.directory(delivery);
    if (typeof target === 'string') {
      settled(deliveryId(delivery), await aside(() => unreachable(parts.store, delivery, target)));
      return;
    }
    const elsewhere = await inLine(target.conversation, () => deliver(delivery, target, order));
    if (elsewhere) await carry(elsewhere, order);
  };

  const begin = (delivery: Delivery, order: Order): void => {
    const id = deliveryId(delivery);
    if (underway.has(id) || stop.signal.aborted) return;
    underway.set(
      id,
      carry(delivery, order)
        .catch(tell)
        .finally(() => underway.delete(id)),
    );
  };
  const tell = (error: unknown): void => parts.onFault('a delivery could not be carried out', error);

  const idle = async (): Promise<void> => {
    while (underway.size > 0) await Promise.all(underway.values());
  };
  return {
    offer: (due, directory, programme) => {
      for (const delivery of due) begin(delivery, { directory, programme });
    },
    has: (id) => underway.has(id),
    idle,
    drain: () => {
      stop.abort();
      return idle();
    },
  };
}

/** What goes to one conversation waits for what went before; others do not. */
function createLines(): <T>(conversation: string, work: () => Promise<T>) => Promise<T> {
  const tails = new Map<string, Promise<unknown>>();
  return (conversation, work) => {
    const turn = (tails.get(conversation) ?? Promise.resolve()).then(work);
    const tail = turn.catch(() => undefined);
    tails.set(conversation, tail);
    return turn.finally(() => {
      if (tails.get(conversation) === tail) tails.delete(conversation);
    });
  };
}

const NO_LIMITS: ChannelLimits = { conversation: [], overall: [], pauses: 'conversation' };

type Way = Pick<AttemptParts, 'lane' | 'enter'>;

/** Each chat product has its own lane and its own places, so that a slow one holds up nobody else. */
function createWays({ limits, clock }: DispatcherParts): (target: Target) => Way {
  const ways = new Map<string, Way>();
  return ({ channel: { name, limits: documented } }) => {
    const known = ways.get(name);
    if (known) return known;
    const its = limits ? (limits[name] ?? NO_LIMITS) : documented;
    const enter = { drawing: createGate(DRAWING), claiming: createGate(CLAIMING) };
    const way = { lane: createLane(its, clock), enter };
    ways.set(name, way);
    return way;
  };
}

async function worthWaitingFor(
  after: Delivery | undefined,
  clock: Clock,
  signal: AbortSignal,
): Promise<Delivery | undefined> {
  if (after?.state !== 'waiting' || after.notBefore === undefined) return undefined;
  const wait = Date.parse(after.notBefore) - clock.now().getTime();
  if (wait > WAITS_MS) return undefined;
  await clock.sleep(wait, signal);
  return after;
}

/** Somebody who left is not asked any more; somebody who cannot be written to is shown. */
function unreachable(store: Store, delivery: Delivery, reason: DeliveryReason): Promise<Delivery | undefined> {
  const isGone = reason === 'removed' || reason === 'room-gone';
  return moveDelivery(store, delivery, (now) => (isGone ? withdrawn(now, reason) : failed(now, { reason })));
}
