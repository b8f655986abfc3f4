import { Refusal } from '../programme/refusal.ts';
import { NewerDocument, OutcomeUnknown, StoreUnavailable } from '../storage/store.ts';

/** What a person is told when the store is the trouble; undefined for any other error. */
export function storeRefusal(error: unknown): Refusal | undefined {
  if (error instanceof NewerDocument) return Refusal.because('newer-program');
  if (error instanceof StoreUnavailable || error instanceof OutcomeUnknown) return Refusal.because('store-unavailable');
  return undefined;
}
