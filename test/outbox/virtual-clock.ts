import type { Clock } from '../../bot/outbox/clock.ts';

export type VirtualClock = Clock & {
  steady(): number;
  /** Puts the date forward or back by so much; no time passes. */
  jump(ms: number): void;
  /** Goes there at once; who sleeps until earlier wakes on the way, in order. */
  advanceTo(at: Date): Promise<void>;
  /** Lets time run while anybody sleeps, until this is done. */
  runUntil<T>(done: Promise<T>): Promise<T>;
};

type Sleeper = { readonly at: number; readonly wake: () => void };

/** Time that passes only when nobody has anything else to do. */
export function virtualClock(start: Date): VirtualClock {
  let now = start.getTime();
  let wrong = 0;
  const sleepers = new Heap();
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return {
    now: () => new Date(now + wrong),
    steady: () => now - start.getTime(),
    jump(ms) {
      wrong += ms;
    },
    sleep(ms, signal) {
      if (signal?.aborted) return Promise.resolve();
      return new Promise((resolve) => {
        const wake = (): void => {
          signal?.removeEventListener('abort', abandon);
          resolve();
        };
        const sleeper = { at: now + Math.max(0, ms), wake };
        const abandon = (): void => {
          sleepers.drop(sleeper);
          resolve();
        };
        sleepers.push(sleeper);
        signal?.addEventListener('abort', abandon);
      });
    },
    async advanceTo(date) {
      const at = date.getTime() - wrong;
      await settle();
      for (let next = sleepers.first(); next && next.at <= at; next = sleepers.first()) {
        sleepers.pop();
        now = Math.max(now, next.at);
        next.wake();
        await settle();
      }
      now = at;
    },
    async runUntil(done) {
      let over = false;
      const end = (): void => {
        over = true;
      };
      done.then(end, end);
      for (await settle(); !over; await settle()) {
        const next = sleepers.pop();
        if (!next) continue;
        now = Math.max(now, next.at);
        next.wake();
      }
      return done;
    },
  };
}

/** Sleepers, the next to wake first. */
class Heap {
  private readonly all: Sleeper[] = [];
  private readonly dropped = new Set<Sleeper>();

  push(sleeper: Sleeper): void {
    let at = this.all.push(sleeper) - 1;
    for (let up = (at - 1) >> 1; at > 0 && this.at(up) > sleeper.at; at = up, up = (at - 1) >> 1) this.swap(at, up);
  }

  drop(sleeper: Sleeper): void {
    this.dropped.add(sleeper);
  }

  first(): Sleeper | undefined {
    while (this.all[0] && this.dropped.delete(this.all[0])) this.removeFirst();
    return this.all[0];
  }

  pop(): Sleeper | undefined {
    const first = this.first();
    if (first) this.removeFirst();
    return first;
  }

  private removeFirst(): void {
    const last = this.all.pop();
    if (!last || this.all.length === 0) return;
    this.all[0] = last;
    for (let at = 0; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      const down = this.at(right) < this.at(left) ? right : left;
      if (this.at(down) >= this.at(at)) return;
      this.swap(at, down);
      at = down;
    }
  }

  private at(index: number): number {
    return this.all[index]?.at ?? Number.POSITIVE_INFINITY;
  }

  private swap(a: number, b: number): void {
    const [x, y] = [this.all[a], this.all[b]];
    if (!x || !y) return;
    this.all[a] = y;
    this.all[b] = x;
  }
}
