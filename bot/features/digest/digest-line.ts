import type { WaitingShown } from '../../../cards/digest/prefecture-waiting.ts';
import type { Programme } from '../../../programme/programme.ts';
import type { Store } from '../../../storage/collections.ts';

/** Of what a line of the digest speaks: everything as it stood at a moment. */
export type DigestMoment = { readonly store: Store; readonly programme: Programme; readonly until: Date };

/**
 * What another column adds to the digest of those who steer: what waits for the prefecture, which opens it, or one short
 * line; undefined where there is nothing to be said. Listed in bot/features/digest-lines.ts.
 */
export type DigestLine = (then: DigestMoment) => Promise<WaitingShown | string | undefined>;
