import { createRate } from './rate.ts';

const MINUTE = 60_000;

function clockwork() {
  let at = Date.parse('2026-12-07T00:00:00Z');
  const paused: number[] = [];
  const pause = async (ms: number) => {
    paused.push(ms);
    at += ms;
  };
  return { paused, pause, now: () => new Date(at), pass: (ms: number) => (at += ms) };
}

const told = (headers: Record<string, string>) => new Headers(headers);

it('lets 240 through in a minute, and the next one when the first is a minute old', async () => {
  const clock = clockwork();
  const rate = createRate(clock);
  for (let i = 0; i < 240; i++) {
    await rate.admit(1, 0);
    clock.pass(10);
  }
  await expect(rate.admit(1, 3_000)).rejects.toMatchObject({ status: 429, retryAfter: MINUTE - 2_400 + 80 });
  clock.pass(MINUTE - 2_400 - 2_000);
  await rate.admit(1, 3_000);
  expect(clock.paused).toEqual([2_080]);
});

it('admits what belongs together as a whole or not at all', async () => {
  const clock = clockwork();
  const rate = createRate(clock);
  await rate.admit(238, 0);
  await expect(rate.admit(3, 0)).rejects.toThrow('429');
  await rate.admit(2, 0);
  await expect(rate.admit(1, 0)).rejects.toThrow('429');
});

it('keeps to what the product says is left, whatever the case of its headers', async () => {
  const clock = clockwork();
  const rate = createRate(clock);
  rate.heard(told({ 'RATELIMIT-REMAINING': '2', 'ratelimit-reset': '37' }));
  await rate.admit(2, 0);
  await expect(rate.admit(1, 3_000)).rejects.toMatchObject({ retryAfter: 37_000 });
  clock.pass(35_000);
  await rate.admit(1, 3_000);
  expect(clock.paused).toEqual([2_000]);
});

it('after a refusal waits as long as told, and longer each time where nothing is told', async () => {
  const clock = clockwork();
  const rate = createRate(clock);
  expect(rate.refused(told({ 'rateLimit-reset': '7' }))).toBe(7_000);
  await expect(rate.admit(1, 0)).rejects.toMatchObject({ retryAfter: 7_000 });
  const waits = Array.from({ length: 10 }, () => rate.refused(told({})));
  expect(waits[1]).toBeGreaterThan(waits[0] ?? 0);
  expect(Math.max(...waits)).toBeLessThanOrEqual(75_000);
  rate.heard(told({}));
  expect(rate.refused(told({}))).toBeLessThanOrEqual(1_250);
});

it.each(['', 'soon', '-1', '1e9', '99999'])('a reset of %p says nothing', (reset) => {
  expect(createRate(clockwork()).refused(told({ 'rateLimit-reset': reset }))).toBeLessThanOrEqual(1_250);
});

it('looks a few times only, also when the clock stands still', async () => {
  const { now } = clockwork();
  const rate = createRate({ now, pause: async () => undefined });
  rate.refused(told({ 'rateLimit-reset': '2' }));
  await expect(rate.admit(1, 3_000)).rejects.toMatchObject({ retryAfter: 2_000 });
});
