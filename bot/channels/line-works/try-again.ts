import type { Deps } from './deps.ts';
import { type Failed, type SendingVerdict, verdictOf } from './verdict.ts';

/** How often, and how long anybody waits when asked to. */
export type Persistence = { readonly tries: number; readonly longestMs: number };

export type Done<T> = { readonly value: T } | { readonly failed: Failed };

const FIRST_PAUSE_MS = 300;

/** Does it again only where nothing can have been delivered and it may go well a moment later. */
export async function tryAgain<T>(
  work: () => Promise<T>,
  persistence: Persistence,
  { pause }: Pick<Deps, 'pause'>,
  judge: (error: unknown) => SendingVerdict = verdictOf,
): Promise<Done<T>> {
  for (let attempt = 1; ; attempt++) {
    try {
      return { value: await work() };
    } catch (error) {
      const verdict = judge(error);
      const wait = pauseBefore(attempt, verdict, persistence);
      if (wait === undefined) return { failed: verdict.result };
      await pause(wait);
    }
  }
}

function pauseBefore(attempt: number, { result, passing }: SendingVerdict, how: Persistence): number | undefined {
  if (!passing || result.outcome !== 'failed' || attempt >= how.tries) return undefined;
  const asked = result.retryAfter ?? 0;
  if (asked > how.longestMs) return undefined;
  return asked + FIRST_PAUSE_MS * 2 ** (attempt - 1) * (0.5 + Math.random());
}
