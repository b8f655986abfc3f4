import { readFileSync } from 'node:fs';
import { type Judged, judgedAll, type Sentence } from './judge.ts';
import { openSets } from './sets/sets-world.ts';

/** What has been reached, in the order of the sets; only ever raised. */
const REACHED = [
  ['development', { right: 0.99, atOnce: 0.98, areCertain: 0.98 }],
  ['second', { right: 0.99, atOnce: 0.98, areCertain: 0.98 }],
  ['third', { right: 0.97, atOnce: 0.87, areCertain: 0.91 }],
  ['fourth', { right: 0.97, atOnce: 0.9, areCertain: 0.92 }],
  ['opened', { right: 0.96, atOnce: 0.82, areCertain: 0.82 }],
  ['fifth', { right: 0.98, atOnce: 0.83, areCertain: 0.83 }],
  ['sixth', { right: 0.91, atOnce: 0.69, areCertain: 0.7 }],
  ['seventh', { right: 0.91, atOnce: 0.69, areCertain: 0.7 }],
] as const;

describe.each(REACHED)('the %s set', (set, { right: least, atOnce: leastAtOnce, areCertain: leastCertain }) => {
  let all: readonly Judged[];
  beforeAll(async () => {
    const world = await openSets();
    const file = `test/understand/sets/${set}.json`;
    all = await judgedAll(JSON.parse(readFileSync(file, 'utf8')) as readonly Sentence[], world);
    await world.close();
  }, 300_000);

  it('writes nothing wrong', () => {
    expect(all.filter(({ wrongWrite }) => wrongWrite).map(({ id }) => id)).toEqual([]);
  });

  it('reads as many as it did', () => {
    const right = all.filter((each) => each.right);
    expect(right.length / all.length).toBeGreaterThanOrEqual(least);
  });

  it('does as many of the clear ones at once as it did, and doubts no more of them', () => {
    const clear = all.filter((each) => each.clear);
    const atOnce = clear.filter((each) => each.acts && each.right);
    const certain = clear.filter((each) => each.certain && each.right);
    expect(atOnce.length / clear.length).toBeGreaterThanOrEqual(leastAtOnce);
    expect(certain.length / clear.length).toBeGreaterThanOrEqual(leastCertain);
  });
});
