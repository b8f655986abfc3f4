import type { Logger } from 'pino';
import { type Clock, steadyOf } from './clock.ts';

/** A clock that is put right by more than this in one go has been wrong before, or is wrong now. */
const JUMP_MS = 10 * 60_000;
/** So long the date has to go on from where it has jumped to before anything is done on its word. */
const SETTLED_MS = 5 * 60_000;

/**
 * Compares the date with the time that has really passed. A date that jumps and comes back is never believed; one that
 * stays where it is, as after a machine has slept, is believed after a while. Without a steady clock every date is.
 * @returns whether the date may be believed now
 */
export function createTrust(clock: Clock, log: Pick<Logger, 'error'>): () => boolean {
  const offset = (): number => clock.now().getTime() - steadyOf(clock);
  let believed = offset();
  let doubted: { readonly offset: number; readonly since: number } | undefined;
  const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= JUMP_MS;
  return () => {
    const now = offset();
    if (!isNear(now, believed)) {
      if (!doubted || !isNear(now, doubted.offset)) doubted = { offset: now, since: steadyOf(clock) };
      if (steadyOf(clock) - doubted.since < SETTLED_MS) {
        log.error({ jumped: Math.round(now - believed) }, 'the clock has jumped: nothing is done on its word yet');
        return false;
      }
    }
    believed = now;
    doubted = undefined;
    return true;
  };
}
