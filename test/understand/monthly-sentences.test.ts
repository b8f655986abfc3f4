import { commands } from '../../bot/features/index.ts';
import { registryOf } from '../../bot/registry.ts';
import { understand } from '../../bot/understand/understand.ts';
import { verdictOn } from '../../bot/understand/verdict.ts';
import { monthlySentences } from './monthly-sentences.ts';
import { type As, openWorld, type World } from './world.ts';

const everybody: readonly As[] = ['town', 'expert', 'office', 'pref'];
const { writes } = registryOf(commands);

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

async function heard(text: string, as: As) {
  const turn = world.turn(as);
  const reading = await understand(text, commands, turn);
  return verdictOn(reading, commands, turn);
}

it.each(monthlySentences)('$text is read as what it may mean', async ({ text, as, accept }) => {
  expect(accept).toContain((await heard(text, as)).command);
});

it('write nothing that was not meant, whoever says them', async () => {
  const wrong: string[] = [];
  for (const sentence of monthlySentences)
    for (const as of everybody) {
      const { command, sure, input } = await heard(sentence.text, as);
      const writesAt = sure && command !== undefined && writes(command, input);
      // What is shown before it is done writes nothing yet.
      const isShown = command === 'submit-monthly-report';
      if (writesAt && !isShown && !sentence.writes?.includes(command)) wrong.push(`${as} ${sentence.text}: ${command}`);
    }
  expect(wrong).toEqual([]);
});
