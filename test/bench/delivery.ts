import { teamsLimits } from '../../bot/channels/teams/limits.ts';
import { instantOf } from '../../programme/day.ts';
import { dice, fakeConnector } from '../outbox/fake-connector.ts';
import { allDeliveries, checkIn, fakeChannel, memberOf, openMemory, outboxOf, settle } from '../outbox/house.ts';
import { virtualClock } from '../outbox/virtual-clock.ts';

/**
 * Time to deliver one card each to so many conversations, against a connector that enforces Teams' documented limits at
 * arrival (10–50 ms each way), on a virtual clock. The floor is arithmetic: the requests that are needed, refused ones
 * once more, at 30 a second. Small rooms stay below it at 0 % because the limit lets the first 30 go at once.
 */
const SIZES = [25, 150, 1_000, 5_000];
const BUSY = [0, 0.02, 0.1];
const AIM = (busy: number): number => (busy >= 0.1 ? 1.5 : 1.15);

type Row = Readonly<Record<string, string | number>>;

async function deliverTo(size: number, busy: number, seed: number) {
  const start = instantOf('2024-10-07', '09:00');
  const clock = virtualClock(start);
  const { store, close } = openMemory();
  await settle(
    store,
    Array.from({ length: size }, (_, i) => memberOf(i)),
  );
  const connector = fakeConnector(clock, teamsLimits, { busy, random: dice(seed) });
  const outbox = outboxOf({ store, clock, jobs: [checkIn()], channels: [fakeChannel(clock, connector.answer)] });
  const began = performance.now();
  await outbox.tick();
  await clock.runUntil(outbox.idle());
  const cpu = performance.now() - began;
  const sent = (await allDeliveries(store)).filter(({ state }) => state === 'sent').length;
  await close();
  const once = [...connector.delivered.values()].filter((count) => count === 1).length;
  return { seconds: (connector.seen.lastAt - start.getTime()) / 1_000, ...connector.seen, sent, once, cpu };
}

const floorOf = (size: number, busy: number): number => size / (1 - busy) / 30;

const rows: Row[] = [];
let ok = true;
for (const busy of BUSY) {
  for (const size of SIZES) {
    const runs = [];
    for (let seed = 1; seed <= (size > 1_000 ? 1 : 9); seed++) runs.push(await deliverTo(size, busy, seed));
    const sorted = runs.toSorted((a, b) => a.seconds - b.seconds);
    const [median, worst] = [sorted[sorted.length >> 1], sorted.at(-1)];
    if (!median || !worst) continue;
    const floor = floorOf(size, busy);
    const over = runs.reduce((sum, run) => sum + run.over, 0);
    const complete = runs.every((run) => run.once === size && run.sent === size);
    const ratio = median.seconds / floor;
    const good = over === 0 && complete && ratio <= AIM(busy);
    ok &&= good;
    rows.push({
      conversations: size,
      '429 %': busy * 100,
      seconds: median.seconds.toFixed(2),
      worst: worst.seconds.toFixed(2),
      'floor s': floor.toFixed(2),
      ratio: ratio.toFixed(2),
      aim: AIM(busy),
      requests: median.requests,
      'over a limit': over,
      'each once': complete ? 'yes' : 'NO',
      'ms of CPU each': (median.cpu / size).toFixed(2),
    });
  }
}
console.table(rows);
if (!ok) process.exitCode = 1;
