import { z } from 'zod';

/** The stores there are, as the settings name them. */
export const StoreName = z.enum(['embedded', 'cosmos']);
export type StoreName = z.infer<typeof StoreName>;

/** What people call them. */
export const storeNames: Readonly<Record<StoreName, string>> = { embedded: 'SQLite', cosmos: 'Cosmos DB' };

/**
 * What a store says of a move of its records. One that is `leaving` or has `left`, and one whose records are still
 * `arriving`, is worked in by nobody: the records have one home at any time, or none. The other side of the same move
 * bears the same id, and keeps it: that is how moving back knows its own.
 */
export const StoreMove = z.object({
  id: z.string(),
  /** `stayed`: begun and given up. */
  state: z.enum(['leaving', 'left', 'arriving', 'arrived', 'stayed']),
  /** Where to, or where from. */
  other: StoreName,
  /** When the move began, or ended. */
  at: z.iso.datetime(),
});
export type StoreMove = z.infer<typeof StoreMove>;

/** Why nobody may work in a store, because of a move; undefined where they may. */
export function closedBy(move: StoreMove | undefined): 'leaving' | 'left' | 'arriving' | undefined {
  const state = move?.state;
  return state === 'arrived' || state === 'stayed' ? undefined : state;
}
