import type { Address, ChannelLimits, Limit, SendResult } from '../../bot/channels/channel.ts';
import type { Clock } from '../../bot/outbox/clock.ts';

export type ConnectorFaults = {
  /** Share of requests answered with "too many requests" although they are within the limits. */
  readonly busy: number;
  readonly random: () => number;
};

const ONE_WAY_MS = 10;
const ONE_WAY_JITTER_MS = 40;

/** A chat service across a network, which counts what arrives and refuses what is over its documented limits. */
export function fakeConnector(clock: Clock, limits: ChannelLimits, { busy, random }: ConnectorFaults) {
  const all: number[] = [];
  const byConversation = new Map<string, number[]>();
  const delivered = new Map<string, number>();
  const seen = { requests: 0, over: 0, lastAt: 0 };
  const travel = () => clock.sleep(Math.round(ONE_WAY_MS + random() * ONE_WAY_JITTER_MS));

  const arrive = (conversation: string): SendResult => {
    const now = clock.now().getTime();
    const own = byConversation.get(conversation) ?? [];
    byConversation.set(conversation, own);
    seen.requests++;
    all.push(now);
    own.push(now);
    if (isOver(all, limits.overall, now) || isOver(own, limits.conversation, now)) {
      seen.over++;
      return { outcome: 'failed', reason: '429 over the limit', retryAfter: 1_000 };
    }
    if (random() < busy) {
      return { outcome: 'failed', reason: '429 busy', ...(random() < 0.5 ? { retryAfter: 1_000 } : {}) };
    }
    delivered.set(conversation, (delivered.get(conversation) ?? 0) + 1);
    seen.lastAt = now;
    return { outcome: 'sent' };
  };

  return {
    seen,
    delivered,
    async answer({ id }: Address): Promise<SendResult> {
      await travel();
      const result = arrive(id);
      await travel();
      return result;
    },
  };
}

function isOver(arrivals: readonly number[], limits: readonly Limit[], now: number): boolean {
  return limits.some(({ count, ms }) => (arrivals.at(-count - 1) ?? Number.NEGATIVE_INFINITY) > now - ms);
}

/** mulberry32: the same luck on every run. */
export function dice(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
