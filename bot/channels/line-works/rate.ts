import type { Deps } from './deps.ts';
import { TooMany } from './failure.ts';

/** Documented for a paid plan, for each API. What goes on for long is held to half of it by who plans it. */
const COUNT = 240;
const SPAN_MS = 60_000;
/** Requests that leave in time may still arrive closer together by this much. */
const SLACK_MS = 80;
const MOST_LOOKS = 5;
/** Where the product does not say when to come again. */
const FIRST_BACK_OFF_MS = 1_000;
const LONGEST_BACK_OFF_MS = 60_000;
/** Documented in seconds, of a limit per minute: what is much longer means something else. */
const LONGEST_RESET_S = 600;

export type Rate = {
  /** Takes so many places, waiting for them no longer than this. @throws TooMany */
  admit(count: number, patienceMs: number): Promise<void>;
  /** What the product says about its own count. */
  heard(headers: Headers): void;
  /** The product has refused one request as too many. @returns when to come again, in ms */
  refused(headers: Headers): number;
};

/** How often one of the product's APIs may be called. */
export function createRate({ now, pause }: Pick<Deps, 'now' | 'pause'>): Rate {
  const taken: number[] = [];
  /** The product's own count, until it starts anew. */
  let left = { count: Number.POSITIVE_INFINITY, until: 0 };
  let pausedUntil = 0;
  let refusals = 0;
  const clock = () => now().getTime();

  /** What lies further ahead than it can was noted before the clock was set back. */
  const forgetTheFuture = (): void => {
    const at = clock();
    if ((taken.at(-1) ?? 0) > at) taken.length = 0;
    if (left.until > at + LONGEST_RESET_S * 1_000) left = { count: Number.POSITIVE_INFINITY, until: 0 };
    if (pausedUntil > at + LONGEST_RESET_S * 1_000) pausedUntil = 0;
  };
  const freeAt = (count: number): number => {
    forgetTheFuture();
    // The place that has to be free again: the oldest of the last so many.
    const last = taken.at(count - 1 - COUNT);
    const ours = last === undefined ? 0 : last + SPAN_MS + SLACK_MS;
    return Math.max(ours, pausedUntil, left.count < count ? left.until : 0);
  };
  const take = (count: number): void => {
    taken.push(...Array.from({ length: count }, clock));
    taken.splice(0, taken.length - COUNT);
    left = { ...left, count: left.count - count };
  };

  return {
    async admit(count, patienceMs) {
      const until = clock() + patienceMs;
      for (let look = 0; look < MOST_LOOKS; look++) {
        const at = freeAt(count);
        if (at <= clock()) return take(count);
        if (at > until) break;
        await pause(at - clock());
      }
      throw new TooMany(Math.max(freeAt(count) - clock(), SLACK_MS), 'OWN_LIMIT');
    },
    heard(headers) {
      refusals = 0;
      const [count, reset] = [numberIn(headers, 'rateLimit-remaining'), resetIn(headers)];
      if (count !== undefined && reset !== undefined) left = { count, until: clock() + reset };
    },
    refused(headers) {
      const backOff = Math.min(LONGEST_BACK_OFF_MS, FIRST_BACK_OFF_MS * 2 ** refusals++) * (1 + Math.random() / 4);
      const wait = Math.max(resetIn(headers) ?? backOff, SLACK_MS);
      pausedUntil = Math.max(pausedUntil, clock() + wait);
      return wait;
    },
  };
}

function resetIn(headers: Headers): number | undefined {
  const seconds = numberIn(headers, 'rateLimit-reset');
  return seconds === undefined || seconds > LONGEST_RESET_S ? undefined : seconds * 1_000;
}

function numberIn(headers: Headers, name: string): number | undefined {
  const text = headers.get(name)?.trim();
  return text !== undefined && /^\d{1,15}(\.\d+)?$/.test(text) ? Number(text) : undefined;
}
