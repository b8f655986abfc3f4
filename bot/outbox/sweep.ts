import type { KnownKinds, Store } from '../../storage/collections.ts';
import { type Clock, steadyOf } from './clock.ts';
import { relayLeftovers, type SweptPart } from './leftovers.ts';
import { isTimeAgain } from './time-again.ts';

const SWEEP_EVERY_MS = 3_600_000;
/** Every place within a day of the start, as an older program keeps no notes; once more within a week, then within four. */
const [FIRST, SECOND, LATER] = [1 / 24, 1 / (7 * 24), 1 / (28 * 24)];

export type Swept = { readonly relayed: number; readonly isFinished: boolean };
const NOTHING: Swept = { relayed: 0, isFinished: false };

type Sweeping = {
  readonly store: Store;
  readonly kinds?: KnownKinds;
  readonly finish?: (store: Store) => Promise<boolean>;
  readonly clock: Clock;
  readonly pace: () => Promise<void>;
  readonly onFault: (what: string, error: unknown) => void;
  readonly sweepFrom?: number;
};

/**
 * Once an hour: finishes what was left unfinished, and looks through a part of the places for what a crash has left and
 * nobody noted. Where it begins differs from start to start, so that no place has to wait for a long life.
 */
export function createSweep({ store, kinds, finish, clock, pace, onFault, sweepFrom = Math.random() }: Sweeping) {
  let sweptAt: number | undefined;
  let [at, done] = [sweepFrom, 0];
  const nextParts = (): readonly SweptPart[] => {
    const from = at;
    const below = from + (done < 1 ? FIRST : done < 2 ? SECOND : LATER);
    done += below - from;
    at = below % 1;
    return below > 1
      ? [
          [from, 1],
          [0, below - 1],
        ]
      : [[from, below]];
  };
  return async (municipalities: readonly string[]): Promise<Swept> => {
    const now = steadyOf(clock);
    if (!isTimeAgain(sweptAt, SWEEP_EVERY_MS, now)) return NOTHING;
    sweptAt = now;
    const isFinished = await finish?.(store).catch((error: unknown) => {
      onFault('what was left unfinished could not be finished', error);
      return false;
    });
    let relayed = 0;
    for (const part of nextParts())
      relayed += await relayLeftovers(store, municipalities, onFault, { of: kinds, part, pace });
    return { relayed, isFinished: isFinished === true };
  };
}
