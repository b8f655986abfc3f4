import { commands } from '../../../bot/features/index.ts';
import { understand } from '../../../bot/understand/understand.ts';
import { type Verdict, verdictOn } from '../../../bot/understand/verdict.ts';
import { openSets } from './sets-world.ts';

/** Wednesday, 25 November 2026, 10:00 in Japan. */
const NOW = '2026-11-25T10:00:00+09:00';

/** Opens the programme of the sets for the tests of a file, and reads a sentence in it: what would be done, and whether at once. */
export function readingInSets(): (text: string, as?: string) => Promise<Verdict> {
  let world: Awaited<ReturnType<typeof openSets>>;
  beforeAll(async () => {
    world = await openSets();
  }, 300_000);
  afterAll(() => world.close());
  return async (text, as = 'municipal:203033') => {
    const turn = world.turnOf(as, NOW);
    return verdictOn(await understand(text, commands, turn), commands, turn);
  };
}
