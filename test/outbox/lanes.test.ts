import type { ChannelLimits } from '../../bot/channels/channel.ts';
import { lineWorksLimits } from '../../bot/channels/line-works/limits.ts';
import { teamsLimits } from '../../bot/channels/teams/limits.ts';
import { createLane, createWindow } from '../../bot/outbox/lane.ts';
import { instantOf } from '../../programme/day.ts';
import { dice, fakeConnector } from './fake-connector.ts';
import { virtualClock } from './virtual-clock.ts';

const limits = { teams: teamsLimits, 'line-works': lineWorksLimits };
const START = instantOf('2024-10-07', '09:00');
const never = new AbortController().signal;

/** Sends so many to each conversation as fast as the lane lets it. */
async function rush(its: ChannelLimits, conversations: number, each: number) {
  const clock = virtualClock(START);
  const lane = createLane(its, clock);
  const connector = fakeConnector(clock, its, { busy: 0, random: dice(7) });
  const one = async (name: string): Promise<void> => {
    for (let count = 0; count < each; count++) {
      await lane.ready(name, never);
      await lane.pass(name, never);
      await connector.answer({ channel: 'teams', id: name });
    }
  };
  await clock.runUntil(Promise.all(Array.from({ length: conversations }, (_, i) => one(`c-${i}`))));
  return { ...connector.seen, seconds: (connector.seen.lastAt - START.getTime()) / 1_000 };
}

describe('a lane', () => {
  it.each([
    ['one Teams conversation', 'teams', 1, 300, 125],
    ['forty Teams conversations', 'teams', 40, 10, 13],
    ['one Teams conversation for more than an hour', 'teams', 1, 1_900, 3_600],
    ['LINE WORKS', 'line-works', 30, 10, 120],
  ] as const)('keeps %s within every limit', async (_what, channel, conversations, each, atLeast) => {
    const { over, requests, seconds } = await rush(limits[channel], conversations, each);
    expect({ over, requests }).toEqual({ over: 0, requests: conversations * each });
    expect(seconds).toBeGreaterThan(atLeast);
    expect(seconds).toBeLessThan(atLeast * 1.3);
  });

  it('holds back the conversation that was refused and no other; on LINE WORKS everybody', async () => {
    for (const [channel, held] of [
      ['teams', false],
      ['line-works', true],
    ] as const) {
      const clock = virtualClock(START);
      const lane = createLane(limits[channel], clock);
      lane.holdBack('a', 5_000);
      const readyAt = async (name: string) => {
        await lane.ready(name, never);
        return clock.now().getTime() - START.getTime();
      };
      const [a, b] = await clock.runUntil(Promise.all([readyAt('a'), readyAt('b')]));
      expect([a >= 5_000, b >= 5_000]).toEqual([true, held]);
    }
  });

  it('lets nobody pass once it is called off', async () => {
    const clock = virtualClock(START);
    const off = AbortSignal.abort();
    const lane = createLane(limits.teams, clock);
    await lane.ready('a', off);
    expect(await lane.pass('a', off)).toBe(false);
  });
});

describe('a window', () => {
  it('without limits is always free', () => {
    const window = createWindow([]);
    window.take(1);
    expect(window.freeAt()).toBe(0);
    expect(window.isQuiet(10_000)).toBe(true);
  });
});
