import { aboutYou } from '../../bot/features/guide/about-you.ts';
import { commands } from '../../bot/features/index.ts';
import { understand } from '../../bot/understand/understand.ts';
import { openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

it.each(['town', 'expert'] as const)(
  'every example that help shows to %s is read as what it is an example of',
  async (as) => {
    const turn = world.turn(as);
    const { own } = await aboutYou(turn);
    const examples = commands.flatMap(({ name, ownExample }) => {
      const example = own && ownExample?.of(own);
      return example === undefined ? [] : [[name, example] as const];
    });
    expect(examples.length).toBeGreaterThan(5);
    for (const [command, example] of examples)
      expect({ example, ...(await understand(example, commands, turn)) }).toMatchObject({ example, command });
  },
);

it('every command’s own example is read as that command', async () => {
  for (const { name, example } of commands) {
    const { command } = await understand(example, commands, world.turn('office'));
    expect({ example, command }).toEqual({ example, command: name });
  }
});
