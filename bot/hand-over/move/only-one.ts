import { isHeld } from '../../../programme/held.ts';
import { type Lease, LONGEST_LEASE_MS } from '../../../programme/lease.ts';
import { LEASES, type Store } from '../../../storage/collections.ts';
import { MoveRefused } from './move-refused.ts';

/** Records that are moved to two places at once would have two homes: who moves them holds what an import holds. */
const ID = 'import';
/** One that is still alive says so well before this. */
const HOLDS_MS = 2 * 60_000;
const RENEWED_AFTER_MS = 30_000;

export type MoveHold = {
  /** To be called often. */
  readonly keep: () => void;
  /** @throws MoveRefused where it has gone to somebody else */
  readonly kept: () => Promise<void>;
};
export type Mover = {
  /** The machine and the place on it: where the same goes on that was cut short, it need not wait for itself. */
  readonly who: string;
  /** Moves on while the work goes on. */
  readonly now: () => Date;
};

/** Whoever plans and sends, or imports, says so by a lease. @throws MoveRefused */
export async function mustBeIdle({ leases }: Store, now: Date, who: string): Promise<void> {
  const held = (await leases.list(LEASES))
    .map(({ value }) => value)
    .filter(({ until }) => isHeld(until, LONGEST_LEASE_MS, now));
  const others = held.filter(({ owner }) => owner !== ownerOf(who));
  if (others.some(({ owner }) => owner.startsWith(MOVING))) throw new MoveRefused('other-move');
  if (others.length > 0) throw new MoveRefused('in-use');
}

const MOVING = '移し替え ';
const ownerOf = (who: string): string => `${MOVING}${who}`;

/** Does the work while nobody else moves these records, or imports into them. @throws MoveRefused */
export async function moveAlone<T>(
  store: Store,
  { who, now }: Mover,
  work: (hold: MoveHold) => Promise<T>,
): Promise<T> {
  await mustBeIdle(store, now(), who);
  await hold(store, { who, now });
  let renewed = now().getTime();
  let renewing: Promise<void> = Promise.resolve();
  const keep = (): void => {
    if (now().getTime() - renewed < RENEWED_AFTER_MS) return;
    renewed = now().getTime();
    renewing = renewing.then(() => hold(store, { who, now }));
    // Told by `kept`.
    renewing.catch(() => undefined);
  };
  try {
    return await work({ keep, kept: () => renewing });
  } finally {
    await renewing.catch(() => undefined);
    await letGo(store, who).catch(() => undefined);
  }
}

async function hold({ leases }: Store, { who, now }: Mover): Promise<void> {
  const found = await leases.get(LEASES, ID);
  const isOthers = found?.value.owner !== ownerOf(who) && isHeld(found?.value.until, LONGEST_LEASE_MS, now());
  if (isOthers) throw new MoveRefused('other-move');
  const until = new Date(now().getTime() + HOLDS_MS).toISOString();
  const lease: Lease = { id: ID, owner: ownerOf(who), since: now().toISOString(), until, fence: 0, bell: 0 };
  const put = await leases.put(lease, found?.etag ?? 'absent');
  if (put.outcome === 'changed-meanwhile') throw new MoveRefused('other-move');
}

async function letGo({ leases }: Store, who: string): Promise<void> {
  const found = await leases.get(LEASES, ID);
  if (found?.value.owner === ownerOf(who)) await leases.remove(LEASES, ID, found.etag);
}
