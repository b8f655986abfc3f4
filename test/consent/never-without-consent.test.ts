import { dice } from '../../demo/people.ts';
import { History, type Step, stepBy, TOWNS } from './history.ts';

/**
 * Histories over versions, scopes, answers, 撤回, expiry, changes of the roster, showings that wait, messages that come
 * twice and restarts: after each step, what would be shown is what an oracle that knows nothing of the model lets be seen.
 */
const RUNS = 100_000;
const [SHORTEST, LONGER] = [2, 6];

it(`shows nothing without the consent of the municipality and, to third parties, of the prefecture: ${RUNS} histories`, () => {
  let shown = 0;
  for (let seed = 0; seed < RUNS; seed++) {
    const next = dice(seed);
    const roll = (below: number) => Math.floor(next() * below);
    const [town = ''] = TOWNS;
    const begin = (['write', 'ask', 'answer', 'decide'] as const).map((did) => ({
      did,
      town,
      a: roll(12),
      b: roll(12),
    }));
    const steps: Step[] = [...begin, ...Array.from({ length: SHORTEST + roll(LONGER) }, () => stepBy(roll))];
    const history = new History();
    try {
      for (const step of steps) history.take(step);
    } catch (error) {
      throw new Error(`history ${seed}: ${JSON.stringify(steps)}`, { cause: error });
    }
    shown += history.shown;
  }
  expect(shown).toBeGreaterThan(RUNS);
}, 60_000);
