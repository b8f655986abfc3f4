import { isHeld } from '../../programme/held.ts';
import { type Lease, rung } from '../../programme/lease.ts';
import { LEASES, type Store } from '../../storage/collections.ts';
import { change } from '../../storage/store.ts';

const AT = { partition: LEASES, id: 'dispatcher' } as const;

export async function readLease(store: Store): Promise<Lease | undefined> {
  return (await store.leases.get(AT.partition, AT.id))?.value;
}

export type Claimant = {
  readonly owner: string;
  readonly now: Date;
  /** Until when it is to be held. */
  readonly until: Date;
  /** The longest anybody holds it, in ms. */
  readonly longestMs: number;
  /** The lease as it stood while somebody rang in vain: it holds no longer. */
  readonly silent?: Pick<Lease, 'owner' | 'until'> | undefined;
};

/** Takes the lease when it is free or has run out, keeps it alive when it is ours. @returns it as it then is */
export async function takeLease(store: Store, { owner, now, until, longestMs, silent }: Claimant): Promise<Lease> {
  const { value } = await change(store.leases, AT, (found): { readonly value: Lease } => {
    const isSilent = found?.owner === silent?.owner && found?.until === silent?.until;
    if (found && found.owner !== owner && !isSilent && isHeld(found.until, longestMs, now)) return { value: found };
    const fence = (found?.fence ?? 0) + (found?.owner === owner ? 0 : 1);
    const bell = found?.bell ?? 0;
    // Whoever has rung sees an answer by its being another moment.
    const moment = new Date(until.getTime() + (bell % 1_000));
    return { value: { id: 'dispatcher', owner, until: moment.toISOString(), fence, bell } };
  });
  return value;
}

/** Asks the holder to show that it is there. @returns the lease as it then is */
export async function ring(store: Store): Promise<Lease> {
  return (await change(store.leases, AT, (found) => ({ value: rung(found) }))).value;
}

/** Gives the lease back, so that the next holder need not wait for it to run out. */
export async function giveUpLease(store: Store, { owner, now }: Pick<Claimant, 'owner' | 'now'>): Promise<void> {
  const found = await store.leases.get(AT.partition, AT.id);
  if (found?.value.owner !== owner) return;
  await store.leases.put({ ...found.value, until: new Date(now.getTime() - 1).toISOString() }, found.etag);
}
