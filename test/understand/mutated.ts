import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { judgedAll, type Sentence } from './judge.ts';
import { openSets } from './sets/sets-world.ts';

/** Clear sentences with one slip: `tsx test/understand/mutated.ts SEED COUNT` shows what is then written wrongly. */
const [seed = '1', count = '3000'] = process.argv.slice(2);
const all = ['development', 'second'].flatMap(
  (set) => JSON.parse(readFileSync(`test/understand/sets/${set}.json`, 'utf8')) as readonly Sentence[],
);
const clear = all.filter(({ expect: { then } }) => then === 'acts');
const slips: readonly ((signs: readonly string[], at: number) => readonly string[])[] = [
  (signs, at) => signs.toSpliced(at, 1),
  (signs, at) => signs.toSpliced(at, 0, signs[at] ?? ''),
  (signs, at) => signs.toSpliced(at, 2, signs[at + 1] ?? '', signs[at] ?? ''),
  (signs, at) => signs.toSpliced(at, 0, '😅'),
  (signs, at) =>
    signs.with(
      at,
      (signs[at] ?? '').replace(/[!-~]/, (s) => String.fromCharCode(s.charCodeAt(0) + 0xfee0)),
    ),
  (signs, at) =>
    signs.with(
      at,
      (signs[at] ?? '').replace(/[ァ-ン]/, (s) => String.fromCharCode(s.charCodeAt(0) - 0x60)),
    ),
];
const slipped = fc
  .tuple(fc.constantFrom(...clear), fc.constantFrom(...slips), fc.double({ min: 0, max: 0.999, noNaN: true }))
  .map(([sentence, slip, where]) => {
    const signs = [...sentence.text];
    return { ...sentence, text: slip(signs, Math.floor(where * signs.length)).join('') };
  });
const world = await openSets();
const judged = await judgedAll(fc.sample(slipped, { seed: Number(seed), numRuns: Number(count) }), world);
const wrong = judged.filter(({ wrongWrite }) => wrongWrite);
for (const { id, text, got } of wrong) process.stdout.write(`${id} ${text} ${JSON.stringify(got.input)}\n`);
process.stdout.write(`seed ${seed}: ${wrong.length} wrong writes of ${judged.length}\n`);
await world.close();
