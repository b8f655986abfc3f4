import { z } from 'zod';
import { defineKind, inOne, ofNoYear } from './kind.ts';

/** Who plans and sends for everybody, which saves work and on which safety never depends; and who is importing. */
export const Lease = z.object({
  id: z.enum(['dispatcher', 'import']),
  owner: z.string(),
  /** Since when the import runs, however often its lease was kept alive. */
  since: z.iso.datetime().optional(),
  until: z.iso.datetime(),
  /** Grows with every change of hands. */
  fence: z.number().int(),
  /** Grows whenever somebody has put something into the outbox that should not wait for the next planning. */
  bell: z.number().int(),
});
export type Lease = z.infer<typeof Lease>;

/** How long the one who plans and sends holds it while there is something to do, in ms; and the longest anybody does. */
export const LEASE_MS = 90_000;
export const LONGEST_IN_LEASES = 80;
export const LONGEST_LEASE_MS = LONGEST_IN_LEASES * LEASE_MS;

/** Tells the holder to look into the outbox at its next tick. */
export function rung(lease: Lease | undefined): Lease {
  const nobody: Lease = { id: 'dispatcher', owner: '', until: new Date(0).toISOString(), fence: 0, bell: 0 };
  const { bell, ...rest } = lease ?? nobody;
  return { ...rest, bell: bell + 1 };
}

export const LEASES = '_leases';

export const leases = defineKind({
  name: 'leases',
  called: '実行中の印',
  container: 'jobs',
  schema: Lease,
  ...inOne(LEASES),
  id: ({ id }) => id,
  belongsTo: () => undefined,
  ofYear: ofNoYear,
  keptFor: { always: 'there are two, and the next holder writes over the last' },
  exported: { as: 'nothing', because: 'who is sending just now is no record of the programme' },
  takenBack: { never: 'nobody says anything in it, it runs out' },
  audited: false,
  ofTheChat: 'all',
  ofTheStore: 'all',
});
