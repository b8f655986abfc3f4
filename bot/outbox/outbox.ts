import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { CLAIM_MS, type DeliveryState, deliveryId } from '../../programme/delivery.ts';
import { LEASE_MS } from '../../programme/lease.ts';
import type { Programme } from '../../programme/programme.ts';
import { type KnownKinds, PROGRAMME, type Store } from '../../storage/collections.ts';
import type { Channel, ChannelLimits } from '../channels/channel.ts';
import type { Job } from '../job.ts';
import { usable } from '../upkeep/store-expected.ts';
import type { Admission } from '../who/admission.ts';
import { createMemory, createTally, dueNow, forgetPlan, keepPlan, type Memory, needOf, ripens } from './agenda.ts';
import { type Clock, steadyOf } from './clock.ts';
import { readDirectory } from './directory.ts';
import { createDispatcher } from './dispatcher.ts';
import { createKnown, type Known, type KnownSetup } from './known.ts';
import type { OwnWrites } from './own-writes.ts';
import { type Plan, plan } from './plan.ts';
import { createSweep } from './sweep.ts';
import { createTerm, type HolderTerm, passThrough, type TermSetup } from './term.ts';
import { isTimeAgain } from './time-again.ts';
import { createTrust } from './trust.ts';

export type OutboxSetup = {
  readonly store: Store;
  /** Who of the roster has access: nobody else is planned for, or sent to. */
  readonly admission: Admission;
  readonly jobs: readonly Job[];
  /** The kinds whose leftovers it carries out, where they are not the program's own. */
  readonly kinds?: KnownKinds;
  /** What a crash may have left beside them; looked for as rarely, and so in few reads. @returns whether there was any */
  readonly finish?: (store: Store) => Promise<boolean>;
  readonly channels: readonly Channel[];
  readonly clock: Clock;
  readonly log: Pick<Logger, 'info' | 'error'>;
  /** Without a lease it works beside any holder: just as safe, with more lost races. */
  readonly lease: boolean;
  /** By channel, where it is not as the products document it; who is not named has none. */
  readonly limits?: Readonly<Record<string, ChannelLimits>>;
  /** How long a claim holds; what is then not finished is in doubt. */
  readonly claimMs?: number;
  /** How long the lease is held while there is something to do. */
  readonly leaseMs?: number;
  /** What the whole process writes; without it, it may always have. */
  readonly ownWrites?: Pick<OwnWrites, 'take'> | undefined;
  /** How many RU looking may cost in a second, as estimated; without it, as many as it takes. */
  readonly ruPerSecond?: number;
  /** Planning comes round this often, and before anything newly due is sent. */
  readonly planEveryMs?: number;
  /** Where looking for what a crash has left begins, as a share of all places; if it is not said, anywhere. */
  readonly sweepFrom?: number;
};

const PLAN_EVERY_MS = 600_000;
/** With more notes than these of what is known already, they are taken away before it is time to plan. */
const MANY_NOTES = 40;
/**
 * Where there is no other instance and this one has written nothing, as many plannings go by what is known before the store
 * is asked what an operator has changed.
 */
const ASKED_EVERY = 3;

type Ticked = {
  /** False where another instance holds the lease, or the date cannot be believed. */
  readonly working: boolean;
  readonly planned?: Plan['counts'];
  readonly relayed: number;
  readonly offered: number;
};

type Outcomes = Readonly<Partial<Record<DeliveryState, number>>>;

export type Outbox = {
  /** Plans if it is time to, and begins to send what is due. Does not wait for the sending. */
  tick(): Promise<Ticked>;
  /** The store for a turn that begins now, which asks it for no more than has changed where this instance plans. */
  asOfNow(): Promise<Store>;
  /** Somebody has spoken: what they set off is looked for at the next tick. */
  wake(): void;
  /** Until everything begun is settled, or put off for longer than a minute. */
  idle(): Promise<void>;
  /** How many ended up where, since the start. */
  outcomes(): Outcomes;
  /** Begins nothing more, finishes what is being sent, and lets another instance take over. */
  drain(): Promise<void>;
};

export function createOutbox(setup: OutboxSetup): Outbox {
  const { store, admission, jobs, channels, clock, leaseMs = LEASE_MS, planEveryMs = PLAN_EVERY_MS } = setup;
  const instance = randomUUID();
  const onFault = (what: string, error: unknown): void => setup.log.error({ err: error }, what);
  const memory = createMemory();
  const holder = { store, owner: instance, clock, leaseMs };
  const term = createTerm(holder);
  const { known, learn } = createView(setup, { holder, term, onFault });
  const { counted, settled } = createTally(memory, known, setup.log);
  const { limits, claimMs = CLAIM_MS } = setup;
  const dispatcher = createDispatcher(
    { store: known.own, admission, jobs, clock, instance, onFault, limits, claimMs },
    settled,
  );
  const sweep = createSweep({ ...setup, pace: known.pace, onFault });

  const asking = createAsking(setup, term);
  const look = async (now: Date, isDue: boolean): Promise<Looked> => {
    const relayed = await asking(isDue, learn);
    const everything = memory.plan === undefined;
    const fresh = await plan({ known, admission, jobs, now, everything, onFault });
    keepPlan(memory, fresh, { now, passed: steadyOf(clock) });
    return { relayed, ...(fresh ? { planned: fresh.counts } : {}) };
  };
  const offer = async (now: Date, isFresh: boolean): Promise<number> => {
    const due = dueNow(memory, now).filter((delivery) => !dispatcher.has(deliveryId(delivery)));
    // Turns read all the notes there are.
    if (!isFresh && (due.length > 0 || known.settled() > MANY_NOTES)) await learn();
    if (due.length === 0) return 0;
    dispatcher.offer(due, await readDirectory(known.store, channels), await programmeOf(known.store));
    return due.length;
  };
  const holds = createHolding(setup, { memory, known, term });

  return {
    async tick() {
      const now = clock.now();
      const isTime = isTimeAgain(memory.plannedAt, planEveryMs, steadyOf(clock)) || ripens(memory, now);
      const seen = await holds(now, isTime);
      if (seen === undefined) {
        forgetPlan(memory);
        known.forget();
        return { working: false, relayed: 0, offered: 0 };
      }
      const isDue = seen !== memory.seen || ripens(memory, now) || dueNow(memory, now).length > 0;
      const looked = isTime || seen !== memory.seen ? await look(now, isDue) : undefined;
      memory.seen = seen;
      const offered = await offer(now, looked !== undefined);
      const swept = await sweep(memory.plan?.municipalities ?? []);
      // Other people and municipalities ask for another plan.
      if (swept.isFinished) memory.plannedAt = undefined;
      return { working: true, offered, ...looked, relayed: swept.relayed + (looked?.relayed ?? 0) };
    },
    asOfNow: known.asOfNow,
    wake: term.wake,
    idle: dispatcher.idle,
    outcomes: () => counted,
    async drain() {
      await dispatcher.drain();
      if (setup.lease) await term.giveUp(clock.now());
    },
  };
}

/** Asks what has changed, or leaves it where nothing is due, nobody here has written, and nobody else is there to. */
function createAsking({ clock, ownWrites, planEveryMs = PLAN_EVERY_MS }: OutboxSetup, term: HolderTerm) {
  let askedAt: number | undefined;
  return async (isDue: boolean, learn: (isQuiet: boolean) => Promise<number>): Promise<number> => {
    const hasWritten = ownWrites?.take() ?? true;
    const isTime = isTimeAgain(askedAt, ASKED_EVERY * planEveryMs, steadyOf(clock));
    if (!isDue && !hasWritten && !isTime && term.isAlone()) return learn(true);
    // Until it is known, it is asked again.
    askedAt = undefined;
    const relayed = await learn(false);
    askedAt = steadyOf(clock);
    return relayed;
  };
}

type Looked = { readonly relayed: number; readonly planned?: Plan['counts'] };

/** Undefined where another instance holds the lease, or the date is not to be believed. A new term, or somebody's bell, asks for a fresh look. */
function createHolding(
  { clock, log, lease }: OutboxSetup,
  { memory, known, term }: { readonly memory: Memory; readonly known: Known; readonly term: HolderTerm },
): (now: Date, isTime: boolean) => Promise<string | undefined> {
  const isBelieved = createTrust(clock, log);
  return async (now, isTime) => {
    if (!isBelieved()) return undefined;
    if (!lease) return 'none';
    // Planning is safe beside anybody; where there may be somebody, it is left to the holder.
    const held = await term.hold(now, needOf(memory, now, isTime && !term.isAlone()));
    if (held) known.begin(held.fence);
    return held && `${held.fence}.${held.bell}`;
  };
}

type Around = {
  readonly holder: TermSetup;
  readonly term: HolderTerm;
  readonly onFault: KnownSetup['onFault'];
};

/** What is known of the store, and how it learns what has changed. */
function createView(setup: OutboxSetup, { holder, term, onFault }: Around) {
  const { store, lease, log } = setup;
  // An older program's, or from outside: what follows from it was planned late.
  const onUnnoted = (documents: number) => log.info({ documents }, 'documents had changed without a note');
  // Beside a holder of the lease, what it goes by is left to it, and it is told what is written.
  const isOurs: KnownSetup['isOurs'] = async (fence) =>
    lease ? fence !== undefined && term.isStill(fence) : passThrough(holder);
  const known = createKnown({ ...setup, isOurs, onFault, onUnnoted });
  if (lease) return { known, learn: known.refresh };
  const learn = (): Promise<number> => {
    known.forget();
    return known.refresh();
  };
  return { known: { ...known, own: store }, learn };
}

async function programmeOf(store: Store): Promise<Programme> {
  const found = await store.programmes.get(PROGRAMME, 'programme');
  if (!found) throw new Error('the programme has gone');
  return usable(found.value);
}
