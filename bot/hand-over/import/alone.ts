import { randomUUID } from 'node:crypto';
import { shortMoment } from '../../../programme/day.ts';
import type { Lease } from '../../../programme/lease.ts';
import { LEASES, type Store } from '../../../storage/collections.ts';
import type { Stored } from '../../../storage/store.ts';

/** An import that is still alive says so well before this; one that died keeps nobody waiting longer. */
const HOLDS_MS = 2 * 60_000;
const RENEWED_AFTER_MS = 30_000;

/** Somebody else is importing. What this says can be shown. */
export class ImportBusy extends Error {}

type Claimant = {
  /** Whom others are told of. */
  readonly who: string;
  readonly now: Date;
  /** Milliseconds on a clock that never jumps. */
  readonly elapsed: () => number;
};

/**
 * Does the work while nobody else imports: two workbooks at once would leave the people of the one with the targets of
 * the other. `keep` holds the lease while the work goes on, and throws when it has gone to somebody else.
 * @throws ImportBusy before the work, when somebody else holds the lease
 */
export async function importAlone<T>(
  store: Store,
  claimant: Claimant,
  work: (keep: () => Promise<void>) => Promise<T>,
): Promise<T> {
  const began = claimant.elapsed();
  const passed = () => claimant.elapsed() - began;
  const lease: Lease = {
    id: 'import',
    owner: `${claimant.who} ${randomUUID()}`,
    since: claimant.now.toISOString(),
    until: later(claimant.now, HOLDS_MS),
    fence: 0,
    bell: 0,
  };
  const found = await current(store);
  if (found && isHeld(found.value, claimant.now)) throw new ImportBusy(busyText(found.value));
  const put = await store.leases.put(lease, found?.etag ?? 'absent');
  if (put.outcome === 'changed-meanwhile') throw new ImportBusy(busyText((await current(store))?.value));
  let kept = 0;
  const keep = async () => {
    if (passed() - kept < RENEWED_AFTER_MS) return;
    await renew(store, { ...lease, until: later(claimant.now, passed() + HOLDS_MS) });
    kept = passed();
  };
  try {
    return await work(keep);
  } finally {
    await giveUp(store, lease).catch(() => undefined);
  }
}

const later = (now: Date, ms: number): string => new Date(now.getTime() + ms).toISOString();
const current = (store: Store): Promise<Stored<Lease> | undefined> => store.leases.get(LEASES, 'import');

/** A lease that reaches further than any import would ask for was written by a clock that was wrong. */
function isHeld({ until }: Lease, now: Date): boolean {
  const left = Date.parse(until) - now.getTime();
  return left > 0 && left <= HOLDS_MS;
}

async function renew(store: Store, lease: Lease): Promise<void> {
  const found = await current(store);
  const isOurs = found?.value.owner === lease.owner;
  const put = isOurs ? await store.leases.put(lease, found.etag) : undefined;
  if (put?.outcome === 'written') return;
  throw new ImportBusy(
    '時間がかかっている間に、ほかの方の取り込みが始まりました。終わってから、もう一度取り込んでください。',
  );
}

async function giveUp(store: Store, { owner }: Lease): Promise<void> {
  const found = await current(store);
  if (found?.value.owner === owner) await store.leases.remove(LEASES, 'import', found.etag);
}

function busyText(lease: Lease | undefined): string {
  if (!lease) return 'ほかの取り込みが終わったところです。もう一度取り込んでください。';
  const who = lease.owner.slice(0, lease.owner.lastIndexOf(' '));
  const since = shortMoment(new Date(lease.since ?? lease.until));
  return [
    `${who} さんが ${since} から取り込んでいます。何も変えていません。`,
    `終わってから、もう一度取り込んでください（途中で止まったときは ${shortMoment(new Date(lease.until))} から取り込めます）。`,
  ].join('\n');
}
