import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { judgedAll, type Sentence } from '../judge.ts';
import { isWrong, tallyOf, wrongOne } from '../tally.ts';
import { openSets } from './sets-world.ts';

/**
 * Scores a set: `tsx test/understand/sets/score.ts FILE [--wrong] [--slow] [--kind KIND]`. With `--wrong` each sentence that was
 * not read as it is meant is shown, with `--slow` each clear one that was not done at once. What is held back is never shown: only its figures are.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    wrong: { type: 'boolean', default: false },
    slow: { type: 'boolean', default: false },
    kind: { type: 'string' },
  },
});
const [file = 'test/understand/sets/development.json'] = positionals;
process.exitCode = (values.wrong || values.slow) && basename(file).startsWith('held-back') ? refused() : await scored();

function refused(): number {
  console.error('What is held back is only counted: leave --wrong and --slow out.');
  return 2;
}

async function scored(): Promise<number> {
  const sentences = JSON.parse(readFileSync(file, 'utf8')) as readonly Sentence[];
  const world = await openSets();
  const all = await judgedAll(
    sentences.filter(({ kind }) => values.kind === undefined || kind === values.kind),
    world,
  );
  if (values.wrong) for (const each of all.filter(isWrong)) console.log(wrongOne(each));
  const slow = all.filter((each) => each.clear && !(each.acts && each.right));
  if (values.slow) for (const each of slow) console.log(`${each.heldBy}\n${wrongOne(each)}`);
  console.log(tallyOf(all));
  await world.close();
  return 0;
}
