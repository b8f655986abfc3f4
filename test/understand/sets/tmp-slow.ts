import { readFileSync } from 'node:fs';
import { judgedAll, type Sentence } from '../judge.ts';
import { openSets } from './sets-world.ts';
const world = await openSets();
for (const f of process.argv.slice(2)) {
  const all = await judgedAll(JSON.parse(readFileSync(f, 'utf8')) as Sentence[], world);
  for (const j of all) if (j.clear && !(j.acts && j.right)) console.log(`${j.id} [${j.right ? '' : 'WRONG '}${j.heldBy}] ${j.text}\n      ${JSON.stringify(j.expect)}\n      ${JSON.stringify(j.got)}`);
}
await world.close();
