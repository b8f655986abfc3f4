export type CrowdLimits = {
  /** So many are worked on at once. */
  readonly atOnce: number;
  /** So many wait for a place. */
  readonly waiting: number;
  /** For no longer than this, in ms: who would be answered too late is better told at once. */
  readonly patienceMs: number;
};

/**
 * A turn takes some 10 ms of the processor, so the last of these is answered within two seconds. The rest of a turn is
 * waiting for the chat service, which needs places and no processor.
 */
export const TURNS: CrowdLimits = { atOnce: 50, waiting: 100, patienceMs: 1_000 };

/** Of what is kept anyway, everybody's turn comes; whoever has waited so long is left to whoever looks next. */
export const KEPT: CrowdLimits = { atOnce: 50, waiting: Number.POSITIVE_INFINITY, patienceMs: 10 * 60_000 };

/** A way in for a bounded crowd. */
export type Crowd = {
  /** At the door, before anything is spent on somebody: undefined when as many are there as may wait. The answer ends it. */
  arrive(): (() => void) | undefined;
  /** Waits for a place; the answer gives it back. Undefined: there is none in time. */
  enter(): Promise<(() => void) | undefined>;
};

type Waiter = { readonly admit: (leave: (() => void) | undefined) => void; readonly timer: NodeJS.Timeout };

/** First come, first served; beyond the limits nobody is served late instead. */
export function createCrowd({ atOnce, waiting, patienceMs }: CrowdLimits): Crowd {
  const line = new Set<Waiter>();
  let inside = 0;
  const placeFor = (): (() => void) => {
    inside++;
    let isLeft = false;
    return () => {
      if (isLeft) return;
      isLeft = true;
      inside--;
      const [next] = line;
      if (next) admit(next);
    };
  };
  const admit = (waiter: Waiter): void => {
    line.delete(waiter);
    clearTimeout(waiter.timer);
    waiter.admit(placeFor());
  };
  let present = 0;
  return {
    arrive() {
      if (present >= atOnce + waiting) return undefined;
      present++;
      return () => {
        present--;
      };
    },
    async enter() {
      if (inside < atOnce) return placeFor();
      if (line.size >= waiting) return undefined;
      return new Promise((resolve) => {
        const giveUp = (): void => {
          line.delete(waiter);
          resolve(undefined);
        };
        const waiter: Waiter = { admit: resolve, timer: setTimeout(giveUp, patienceMs) };
        line.add(waiter);
      });
    },
  };
}
