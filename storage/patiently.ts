import { setTimeout as pause } from 'node:timers/promises';
import { StoreUnavailable } from './store.ts';

const LONGEST_PAUSE_MS = 250;

/**
 * Tries again, and lets everything else go on meanwhile, for as long as another program holds the store: an engine that
 * waits by itself stops the whole process. `work` must have done nothing when it throws `locked`.
 */
export async function patiently<R>(work: () => R, patienceMs: number): Promise<R> {
  const until = performance.now() + patienceMs;
  for (let attempt = 0; ; attempt++) {
    try {
      return work();
    } catch (error) {
      const isLocked = error instanceof StoreUnavailable && error.why === 'locked';
      if (!isLocked || performance.now() >= until) throw error;
    }
    await pause(Math.min(LONGEST_PAUSE_MS, 4 * 2 ** attempt) * (0.5 + Math.random()));
  }
}
