import { performance } from 'node:perf_hooks';
import { commands } from '../../bot/features/index.ts';
import { understand } from '../../bot/understand/understand.ts';
import { scoreOf } from '../understand/score.ts';
import { labelled, openWorld } from '../understand/world.ts';

/** How well, and how fast, sentences are read: both labelled sets, 77 municipalities, every KPI. */
const world = await openWorld();
for (const set of ['tuning', 'held-out'] as const) {
  const scored = await scoreOf(labelled(set), world);
  const right = scored.filter((each) => each.right).length;
  const wrongWrites = scored.filter((each) => each.wrongWrite).length;
  console.log(
    `${set}: ${right}/${scored.length} exact (${((right / scored.length) * 100).toFixed(1)}%), wrong writes ${wrongWrites}`,
  );
}
const times: number[] = [];
const best = new Map<string, number>();
for (let round = 0; round < 6; round++) {
  for (const { text, as } of labelled('tuning')) {
    const turn = world.turn(as);
    const began = performance.now();
    await understand(text, commands, turn);
    const took = performance.now() - began;
    best.set(text, Math.min(best.get(text) ?? took, took));
    if (round > 0) times.push(took);
  }
}
times.sort((a, b) => a - b);
const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(2);
console.log(`reading: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms (${times.length} readings)`);
console.log(`reading: the slowest sentence, at its best of six, ${Math.max(...best.values()).toFixed(2)} ms`);
await world.close();
