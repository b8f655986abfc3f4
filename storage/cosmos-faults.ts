import { setTimeout as pause } from 'node:timers/promises';
import { StoreUnavailable } from './store.ts';

export const ATTEMPTS = 8;
/** A person is waiting for the answer; with this an operation ends whatever the network does. */
const PATIENCE = 15_000;

export const NOT_FOUND = 404;
export const CONFLICT = 409;
export const PRECONDITION_FAILED = 412;
const [REQUEST_TIMEOUT, RETRY_WITH] = [408, 449];
const [UNAUTHORISED, FORBIDDEN, THROTTLED] = [401, 403, 429];

export function statusOf(error: unknown): number | undefined {
  const code = error instanceof Object && 'code' in error ? error.code : undefined;
  return typeof code === 'number' ? code : undefined;
}

/** The store answered, and the answer says that nothing was done. Everything else may have been applied. */
export function isDefinite(error: unknown): boolean {
  const status = statusOf(error);
  return status !== undefined && status < 500 && status !== REQUEST_TIMEOUT && status !== RETRY_WITH;
}

/** The write's condition did not hold, or no longer held when it was repeated. */
export function isRefused(error: unknown, was: string): boolean {
  const status = statusOf(error);
  return status === CONFLICT || status === PRECONDITION_FAILED || (status === NOT_FOUND && was !== 'absent');
}

export function patience(): AbortSignal {
  return AbortSignal.timeout(PATIENCE);
}

/** For what may be repeated freely: reads, and deletes of one version. The SDK repeats only some of the faults a read can meet. */
export async function retrying<T>(read: (signal: AbortSignal) => Promise<T>, signal = patience()): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await read(signal);
    } catch (error) {
      if (isDefinite(error) || signal.aborted || attempt === ATTEMPTS) throw error;
      await pause(Math.random() * 2 ** (attempt + 3));
    }
  }
}

/** @throws StoreUnavailable where the account could not be reached, or does not let us in */
export async function answered<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const why = whyUnavailable(error);
    throw why ? new StoreUnavailable(why, error) : error;
  }
}

function whyUnavailable(error: unknown): StoreUnavailable['why'] | undefined {
  const status = statusOf(error);
  if (status === THROTTLED) return 'throttled';
  // A document that is not there is an answer, and nothing is thrown for it; this is its container or database.
  if (status === NOT_FOUND) return 'missing';
  if (status === UNAUTHORISED || status === FORBIDDEN) return 'forbidden';
  if (status !== undefined) return isDefinite(error) ? undefined : 'no-answer';
  if (isWithoutIdentity(error)) return 'forbidden';
  return isNetworkFault(error) ? 'no-answer' : undefined;
}

/** The machine has no managed identity, or not the one that is named: nobody was asked yet. */
function isWithoutIdentity(error: unknown): boolean {
  return (
    error instanceof Error &&
    /^(CredentialUnavailable|Authentication(Required)?|AggregateAuthentication)Error$/.test(error.name)
  );
}

/** What Node and the SDK throw when no answer came; a mistake of our own is none of these. */
function isNetworkFault(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code = '', name = '' } = error as { readonly code?: unknown; readonly name?: unknown };
  return (
    /^(E[A-Z]{3,}|REQUEST_SEND_ERROR)/.test(String(code)) || /^(Timeout|Abort|Rest|Fetch)Error$/.test(String(name))
  );
}
