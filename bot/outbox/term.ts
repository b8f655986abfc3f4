import { isHeld } from '../../programme/held.ts';
import { type Lease, LONGEST_IN_LEASES as LONGEST } from '../../programme/lease.ts';
import type { Store } from '../../storage/collections.ts';
import { type Clock, steadyOf } from './clock.ts';
import { giveUpLease, readLease, ring, takeLease } from './lease.ts';
import { isTimeAgain } from './time-again.ts';

/** What an instance is up to, which says how long it has to hold the lease for. */
export type Need = {
  /** Something is to be done now, for which it has to be held. */
  readonly busy: boolean;
  /** Everything is to be read first. */
  readonly cold: boolean;
  /** When something is due next, as far as is known; now, while something is. */
  readonly nextDue?: Date | undefined;
};

/**
 * Whether this instance is the one that plans and sends. The lease is held until something is due next, and while nothing
 * is it is only looked at now and then: whether somebody has rung. Whoever rings, as everybody does who starts, and gets
 * no answer takes it over, whatever it says: so a holder that has died is missed as soon as it matters.
 */
export type HolderTerm = {
  /** @returns undefined where another instance holds the lease */
  hold(now: Date, need: Need): Promise<Held | undefined>;
  /**
   * Whether the lease is in nobody else's hands, and was not since this term began. Asks the store each time: however long
   * ago it has run out, who takes it over changes it first.
   */
  isStill(fence: number): Promise<boolean>;
  /** People are about: whoever rings is to be heard at the next tick. */
  wake(): void;
  /** No other one was seen for so long that there is none. */
  isAlone(): boolean;
  giveUp(now: Date): Promise<void>;
};

/** `fence` is another one in each term; `bell` changes whenever a fresh look is asked for. */
type Held = Pick<Lease, 'fence' | 'bell'>;

export type TermSetup = {
  readonly store: Store;
  readonly owner: string;
  readonly clock: Clock;
  /** How long it is held while there is something to do, in ms; everything else goes by it. */
  readonly leaseMs: number;
};

/** As multiples of how long it is held while there is something to do, which is a minute and a half. */
const [COLD, LOOKED_AT, ANSWERED] = [7, 4 / 3, 5 / 3];
/**
 * An instance that has long seen no other one looks this rarely, and once after each turn of its own, which may have rung.
 * Whoever starts meanwhile and rings has taken over by then, which is safe and only has everything read anew.
 */
const [LOOKED_AT_ALONE, ALONE_AFTER_MS] = [20, 7 * 24 * 3_600_000];
/** So long after somebody has spoken others are likely to. */
const AWAKE_MS = 5 * 60_000;

type Ringing = { readonly until: string; readonly owner: string; readonly since: number };

export function createTerm({ store, owner, clock, leaseMs }: TermSetup): HolderTerm {
  const longestMs = LONGEST * leaseMs;
  const passed = () => steadyOf(clock);
  let seen: { readonly lease: Lease | undefined; readonly at: number } | undefined;
  let ringing: Ringing | undefined;
  const about = createAbout(passed);
  const isMine = (lease: Lease | undefined): boolean => lease?.owner === owner;
  const see = (lease: Lease | undefined): Lease | undefined => {
    seen = { lease, at: passed() };
    about.looked(lease !== undefined && lease.owner !== '' && !isMine(lease));
    return lease;
  };

  const mustLook = (now: Date, { busy }: Need): boolean => {
    if (!seen || ringing || about.isAwake()) return true;
    if (isTimeAgain(seen.at, (about.isAlone() ? LOOKED_AT_ALONE : LOOKED_AT) * leaseMs, passed())) return true;
    if (!isHeld(seen.lease?.until, longestMs, now)) return true;
    return isMine(seen.lease) && (busy || left(seen.lease, now) <= leaseMs / 2);
  };

  const take = async (now: Date, need: Need, silent?: Ringing): Promise<Lease | undefined> => {
    const until = new Date(now.getTime() + holdsFor(now, need, leaseMs));
    return see(await takeLease(store, { owner, now, until, longestMs, silent }));
  };

  const keep = (lease: Lease, before: Lease | undefined, now: Date, need: Need): Promise<Lease | undefined> => {
    const isRung = lease.bell !== before?.bell;
    return isRung || isOfAnotherLength(lease, now, need, leaseMs) ? take(now, need) : Promise.resolve(see(lease));
  };

  /** Since when somebody rings whom the holder has not answered; an answer is a lease that was written anew. */
  const listen = (lease: Lease, before: Lease | undefined): Ringing | undefined => {
    if (ringing && (lease.until !== ringing.until || lease.owner !== ringing.owner)) ringing = undefined;
    const isRung = seen === undefined || (before?.until === lease.until && before.bell !== lease.bell);
    if (isRung) ringing ??= { until: lease.until, owner: lease.owner, since: passed() };
    return ringing;
  };

  const stand = async (lease: Lease, before: Lease | undefined, now: Date, need: Need): Promise<Lease | undefined> => {
    const isNew = seen === undefined;
    const unanswered = listen(lease, before);
    if (isNew) return see(await ring(store));
    if (!unanswered || passed() - unanswered.since < ANSWERED * leaseMs) return see(lease);
    ringing = undefined;
    return take(now, need, unanswered);
  };

  const look = async (now: Date, need: Need): Promise<Lease | undefined> => {
    const [before, found] = [seen?.lease, await readLease(store)];
    // Somebody else has had it meanwhile, though it may have run out by now.
    if (isMine(before) && !isMine(found)) see(found);
    if (!found || !isHeld(found.until, longestMs, now)) return take(now, need);
    return isMine(found) ? keep(found, before, now, need) : stand(found, before, now, need);
  };

  return {
    async hold(now, need) {
      const lease = mustLook(now, need) ? await look(now, need) : seen?.lease;
      return lease && isMine(lease) ? lease : undefined;
    },
    async isStill(fence) {
      const lease = await readLease(store);
      return isMine(lease) && lease?.fence === fence;
    },
    isAlone: about.isAlone,
    wake: about.turned,
    giveUp: (now) => giveUpLease(store, { owner, now }),
  };
}

/** It is about to run out, or reaches well beyond what is due next. */
function isOfAnotherLength(lease: Lease, now: Date, need: Need, leaseMs: number): boolean {
  const ms = left(lease, now);
  return ms <= leaseMs / 2 || ms > holdsFor(now, need, leaseMs) + leaseMs;
}

const left = (lease: Lease | undefined, now: Date): number => Date.parse(lease?.until ?? '') - now.getTime();

/** Which other instances there are, and whether people are about: how often the lease is worth looking at. */
function createAbout(passed: () => number) {
  let awakeUntil = Number.NEGATIVE_INFINITY;
  let hasTurned = false;
  let otherAt = Number.NEGATIVE_INFINITY;
  const isAlone = (): boolean => isTimeAgain(otherAt, ALONE_AFTER_MS, passed());
  return {
    /** @param isOthers in whose hands it was */
    looked(isOthers: boolean): void {
      hasTurned = false;
      if (isOthers) otherAt = passed();
    },
    turned(): void {
      hasTurned = true;
      if (!isAlone()) awakeUntil = passed() + AWAKE_MS;
    },
    isAwake: (): boolean => hasTurned || passed() < awakeUntil,
    isAlone,
  };
}

/**
 * For whoever plans without the lease: takes it for no time where nobody holds it. Whoever had it last sees that somebody
 * else was at work. @returns whether nobody holds it
 */
export async function passThrough({ store, owner, clock, leaseMs }: TermSetup): Promise<boolean> {
  const now = clock.now();
  const lease = await takeLease(store, { owner, now, until: now, longestMs: LONGEST * leaseMs });
  return lease.owner === owner;
}

function holdsFor(now: Date, { cold, nextDue }: Need, leaseMs: number): number {
  if (cold) return COLD * leaseMs;
  const ahead = nextDue ? nextDue.getTime() - now.getTime() : Number.POSITIVE_INFINITY;
  return Math.min(LONGEST * leaseMs, Math.max(leaseMs, ahead));
}
