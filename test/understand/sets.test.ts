import { readFileSync } from 'node:fs';
import { type Judged, judgedAll, type Sentence } from './judge.ts';
import { openSets } from './sets/sets-world.ts';

const FILE = 'test/understand/sets/development.json';
/** What has been reached; only ever raised. */
const RIGHT = 0.97;
const AT_ONCE = 0.67;
const CERTAIN = 0.88;

let all: readonly Judged[];
beforeAll(async () => {
  const world = await openSets();
  all = await judgedAll(JSON.parse(readFileSync(FILE, 'utf8')) as readonly Sentence[], world);
  await world.close();
}, 300_000);

it('writes nothing wrong', () => {
  expect(all.filter(({ wrongWrite }) => wrongWrite).map(({ id }) => id)).toEqual([]);
});

it('reads as many as it did', () => {
  const right = all.filter((each) => each.right);
  expect(right.length / all.length).toBeGreaterThanOrEqual(RIGHT);
});

it('does as many of the clear ones at once as it did, and doubts no more of them', () => {
  const clear = all.filter((each) => each.clear);
  const atOnce = clear.filter((each) => each.acts && each.right);
  const certain = clear.filter((each) => each.certain && each.right);
  expect(atOnce.length / clear.length).toBeGreaterThanOrEqual(AT_ONCE);
  expect(certain.length / clear.length).toBeGreaterThanOrEqual(CERTAIN);
});
