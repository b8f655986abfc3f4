import { isHeld } from '../../programme/held.ts';
import type { Lease } from '../../programme/lease.ts';
import { LEASES, type Store } from '../../storage/collections.ts';
import { change } from '../../storage/store.ts';

const AT = { partition: LEASES, id: 'dispatcher' } as const;

export type Claimant = { readonly owner: string; readonly now: Date; readonly holdsMs: number };

/** Takes the lease when it is free or has run out, keeps it alive when it is ours. @returns it as it then is */
export async function takeLease(store: Store, { owner, now, holdsMs }: Claimant): Promise<Lease> {
  const { value } = await change(store.leases, AT, (found): { readonly value: Lease } => {
    const isFresh = isHeld(found?.until, holdsMs, new Date(now.getTime() + holdsMs / 2));
    if (found && (found.owner === owner ? isFresh : isHeld(found.until, holdsMs, now))) return { value: found };
    const fence = (found?.fence ?? 0) + (found?.owner === owner ? 0 : 1);
    const until = new Date(now.getTime() + holdsMs).toISOString();
    return { value: { id: 'dispatcher', owner, until, fence, bell: found?.bell ?? 0 } };
  });
  return value;
}

/** Gives the lease back, so that the next holder need not wait for it to run out. */
export async function giveUpLease(store: Store, { owner, now }: Omit<Claimant, 'holdsMs'>): Promise<void> {
  const found = await store.leases.get(AT.partition, AT.id);
  if (found?.value.owner !== owner) return;
  await store.leases.put({ ...found.value, until: new Date(now.getTime() - 1).toISOString() }, found.etag);
}
