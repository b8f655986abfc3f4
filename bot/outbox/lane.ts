import type { ChannelLimits, Limit } from '../channels/channel.ts';
import { type Clock, steadyOf } from './clock.ts';

/** Requests that leave in time may still arrive closer together by this much. */
const SLACK_MS = 80;
/** A delivery is claimed this long before its turn: as long as claiming takes, so that a crash leaves few in doubt. */
const NEAR_MS = 50;
/** Beyond so many, conversations that have been quiet are forgotten. */
const REMEMBERED = 10_000;

/** What has passed within some limits, and when the next one may. */
export type Window = {
  /** What lies ahead of `now` counts no more: it was noted before the clock was set back. */
  freeAt(now?: number): number;
  take(at: number): void;
  pause(from: number, ms: number): void;
  /** As in `freeAt`. */
  pausedUntil(now: number): number;
  /** Whether nothing that has passed matters any more. */
  isQuiet(now: number): boolean;
};

export function createWindow(limits: readonly Limit[]): Window {
  const longest = Math.max(0, ...limits.map(({ count }) => count));
  const widest = Math.max(0, ...limits.map(({ ms }) => ms));
  const taken: number[] = [];
  let paused = { from: 0, until: 0 };
  const pausedUntil = (now: number): number => (paused.from > now ? 0 : paused.until);
  return {
    freeAt(now = Number.POSITIVE_INFINITY) {
      if ((taken.at(-1) ?? 0) > now) taken.length = 0;
      return limits.reduce((latest, { count, ms }) => {
        const last = taken.at(-count);
        return last === undefined || taken.length < count ? latest : Math.max(latest, last + ms + SLACK_MS);
      }, pausedUntil(now));
    },
    take(at) {
      taken.push(at);
      if (taken.length > longest) taken.shift();
    },
    pause(from, ms) {
      if (from + ms > pausedUntil(from)) paused = { from, until: from + ms };
    },
    pausedUntil,
    isQuiet: (now) => Math.max(pausedUntil(now), (taken.at(-1) ?? 0) + widest + SLACK_MS) <= now,
  };
}

/** The way out to one chat product. */
export type Lane = {
  /** How long the conversation is not to be written to, in ms, as it stands now. */
  heldFor(conversation: string): number;
  /** Waits until the conversation's own limits allow one more and nothing holds the channel back. Whoever sends to it must do so one at a time. */
  ready(conversation: string, signal: AbortSignal): Promise<void>;
  /** Waits until the next free place is so near that it is time to claim. */
  near(signal: AbortSignal): Promise<void>;
  /** Waits in line for the next free place, and takes as many as the sending needs requests: what is sent must be sent at once. False when it was called off. */
  pass(conversation: string, signal: AbortSignal, requests?: number): Promise<boolean>;
  /** The product has said that this is too much. */
  holdBack(conversation: string, ms: number): void;
};

export function createLane(limits: ChannelLimits, clock: Clock): Lane {
  const overall = createWindow(limits.pace ? [...limits.overall, limits.pace] : limits.overall);
  const conversations = new Map<string, Window>();
  let line: Promise<unknown> = Promise.resolve();
  const now = () => steadyOf(clock);

  const windowOf = (conversation: string): Window => {
    const known = conversations.get(conversation);
    if (known) return known;
    const fresh = createWindow(limits.conversation);
    if (conversations.size >= REMEMBERED) forgetQuiet();
    conversations.set(conversation, fresh);
    return fresh;
  };
  const forgetQuiet = (): void => {
    for (const [name, window] of conversations) if (window.isQuiet(now())) conversations.delete(name);
  };
  const until = async (freeAt: () => number, signal: AbortSignal): Promise<void> => {
    while (!signal.aborted && freeAt() > now()) await clock.sleep(Math.ceil(freeAt() - now()), signal);
  };

  const freeFor = (conversation: string): number =>
    Math.max(windowOf(conversation).freeAt(now()), overall.pausedUntil(now()));

  return {
    heldFor: (conversation) => Math.max(0, freeFor(conversation) - now()),
    ready: (conversation, signal) => until(() => freeFor(conversation), signal),
    near: (signal) => until(() => overall.freeAt(now()) - NEAR_MS, signal),
    pass(conversation, signal, requests = 1) {
      const turn = line.then(async () => {
        await until(() => overall.freeAt(now()), signal);
        if (signal.aborted) return false;
        for (let taken = 0; taken < requests; taken++) overall.take(now());
        windowOf(conversation).take(now());
        return true;
      });
      line = turn;
      return turn;
    },
    holdBack(conversation, ms) {
      const window = limits.pauses === 'channel' ? overall : windowOf(conversation);
      window.pause(now(), ms);
    },
  };
}

/** Lets so many in at once; the others wait in line. The answer is the way out. */
export type Gate = () => Promise<() => void>;

export function createGate(places: number): Gate {
  const waiting: (() => void)[] = [];
  let free = places;
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else free++;
  };
  return async () => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    return leave;
  };
}
