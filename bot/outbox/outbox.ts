import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { CLAIM_MS, type Delivery, type DeliveryState, deliveryId } from '../../programme/delivery.ts';
import type { Programme } from '../../programme/programme.ts';
import { readiness } from '../../programme/schedule.ts';
import { type KnownKinds, PROGRAMME, type Store } from '../../storage/collections.ts';
import type { Admission } from '../admission.ts';
import type { Channel, ChannelLimits } from '../channels/channel.ts';
import type { Job } from '../job.ts';
import { type Clock, steadyOf } from './clock.ts';
import { readDirectory } from './directory.ts';
import { createDispatcher } from './dispatcher.ts';
import { giveUpLease, takeLease } from './lease.ts';
import { relayLeftovers } from './leftovers.ts';
import { type Plan, plan } from './plan.ts';
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
  readonly leaseMs?: number;
  /** Planning comes round this often, and before anything newly due is sent. */
  readonly planEveryMs?: number;
};

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
  /** Until everything begun is settled, or put off for longer than a minute. */
  idle(): Promise<void>;
  /** How many ended up where, since the start. */
  outcomes(): Outcomes;
  /** Begins nothing more, finishes what is being sent, and lets another instance take over. */
  drain(): Promise<void>;
};

export function createOutbox(setup: OutboxSetup): Outbox {
  const { store, admission, jobs, channels, clock, leaseMs = 90_000, planEveryMs = 600_000 } = setup;
  const instance = randomUUID();
  const onFault = (what: string, error: unknown): void => setup.log.error({ err: error }, what);
  const memory: Memory = { agenda: new Map(), dueBy: Number.NEGATIVE_INFINITY };
  const isBelieved = createTrust(clock, setup.log);
  const outcomes: Partial<Record<DeliveryState, number>> = {};
  const count = ({ state, job, channel, reason }: Delivery): void => {
    outcomes[state] = (outcomes[state] ?? 0) + 1;
    setup.log.info({ state, job, channel, reason }, 'delivery');
  };
  const settled = (id: string, after: Delivery | undefined): void => {
    if (after?.state === 'waiting') memory.agenda.set(id, after);
    else memory.agenda.delete(id);
    if (after && after.state !== 'waiting') count(after);
  };
  const parts = { store, admission, jobs, clock, instance, onFault };
  const { limits, claimMs = CLAIM_MS } = setup;
  const dispatcher = createDispatcher({ ...parts, limits, claimMs }, settled);

  /** Undefined where another instance holds the lease, or the date is not to be believed. A new term, or somebody's bell, asks for a fresh look. */
  const term = async (now: Date): Promise<string | undefined> => {
    if (!isBelieved()) return undefined;
    if (!setup.lease) return 'none';
    const lease = await takeLease(store, { owner: instance, now, holdsMs: leaseMs });
    return lease.owner === instance ? `${lease.fence}.${lease.bell}` : undefined;
  };

  const look = async (now: Date): Promise<Plan['counts'] | undefined> => {
    const fresh = await plan({ store, admission, jobs, now, everything: memory.plan === undefined, onFault });
    memory.plan = fresh;
    memory.plannedAt = steadyOf(clock);
    memory.dueBy = now.getTime();
    memory.agenda = new Map(fresh?.open.map((delivery) => [deliveryId(delivery), delivery]));
    return fresh?.counts;
  };

  return {
    async tick() {
      const now = clock.now();
      const seen = await term(now);
      if (seen === undefined) {
        forget(memory);
        return { working: false, relayed: 0, offered: 0 };
      }
      const isStale =
        seen !== memory.seen || isOver(memory.plannedAt, planEveryMs, steadyOf(clock)) || ripens(memory, now);
      const counts = isStale ? await look(now) : undefined;
      memory.seen = seen;
      const due = dueNow(memory, now).filter((delivery) => !dispatcher.has(deliveryId(delivery)));
      if (due.length > 0) dispatcher.offer(due, await readDirectory(store, channels), await programmeOf(store));
      const relayed = await sweep(memory, steadyOf(clock), setup, onFault);
      return { working: true, ...(counts ? { planned: counts } : {}), relayed, offered: due.length };
    },
    idle: dispatcher.idle,
    outcomes: () => outcomes,
    async drain() {
      await dispatcher.drain();
      if (setup.lease) await giveUpLease(store, { owner: instance, now: clock.now() });
    },
  };
}

const SWEEP_EVERY_MS = 3_600_000;

/** Leftovers come from crashes, so the one after a start is the one that matters. */
async function sweep(
  memory: Memory,
  now: number,
  { store, kinds, finish }: Pick<OutboxSetup, 'store' | 'kinds' | 'finish'>,
  onFault: (what: string, error: unknown) => void,
): Promise<number> {
  if (!isOver(memory.sweptAt, SWEEP_EVERY_MS, now)) return 0;
  memory.sweptAt = now;
  const isFinished = await finish?.(store).catch((error: unknown) => {
    onFault('what was left unfinished could not be finished', error);
    return false;
  });
  // Other people and municipalities ask for another plan.
  if (isFinished) memory.plannedAt = undefined;
  return relayLeftovers(store, memory.plan?.municipalities ?? [], onFault, kinds);
}

/** What an instance knows between ticks; all of it can be read again. */
type Memory = {
  agenda: Map<string, Delivery>;
  plan?: Plan | undefined;
  /** When it was last planned and swept, by the steady clock. */
  plannedAt?: number | undefined;
  sweptAt?: number;
  /** The date of the last planning. */
  dueBy: number;
  seen?: string | undefined;
};

/** Whether an interval is over; one that would begin only now or later was noted by a clock that was wrong. */
const isOver = (since: number | undefined, ms: number, now: number): boolean =>
  since === undefined || since > now || now - since >= ms;

function forget(memory: Memory): void {
  memory.agenda = new Map();
  memory.plan = undefined;
  memory.seen = undefined;
}

function dueNow({ agenda, plan: latest }: Memory, now: Date): Delivery[] {
  if (!latest) return [];
  const due = [...agenda.values()].filter((d) => readiness(d, now, latest.calendars(d.municipality)) === 'now');
  return due.sort((a, b) => a.dueAt.localeCompare(b.dueAt));
}

/** Something has become due, or too late, since the last planning: who answered meanwhile must not be asked. */
function ripens({ agenda, plan: latest, dueBy }: Memory, now: Date): boolean {
  if (!latest) return true;
  return [...agenda.values()].some((delivery) => {
    const ready = readiness(delivery, now, latest.calendars(delivery.municipality));
    return ready === 'too-late' || (ready === 'now' && Date.parse(delivery.dueAt) > dueBy);
  });
}

async function programmeOf(store: Store): Promise<Programme> {
  const found = await store.programmes.get(PROGRAMME, 'programme');
  if (!found) throw new Error('the programme has gone');
  return found.value;
}
