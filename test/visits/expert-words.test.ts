import { commands } from '../../bot/features/index.ts';
import { understand } from '../../bot/understand/understand.ts';
import { openWorld, type World } from '../understand/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const town = { municipality: '203033' };

/** Tuesday, 8 October 2024: what an expert says in a hurry asks for the visit, and not for the progress of the place. */
it.each([
  [
    '小海町の訪問を10/17 14時から16時にオンラインで入れて',
    'plan-visit',
    { ...town, day: '2024-10-17', start: '14:00', end: '16:00', mode: 'online' },
  ],
  ['小海町への訪問を10/17に入れてください', 'plan-visit', { ...town, day: '2024-10-17' }],
  ['小海町の訪問を10/18に変更して', 'change-meeting', { title: '小海町', meeting: '2024-10-18' }],
  ['10/17の訪問を10/18にずらしたい', 'change-meeting', { meeting: '2024-10-17', day: '2024-10-18' }],
  ['小海町の訪問、明日行けなくなりました', 'cancel-visit', { ...town, day: '2024-10-09' }],
  ['訪問記録を取り消して', 'show-visits', {}],
  [
    '10/17の訪問を10/18の10時から12時に変更して',
    'change-meeting',
    { meeting: '2024-10-17', day: '2024-10-18', start: '10:00', end: '12:00' },
  ],
  ['小海町の訪問記録を取り消したい', 'show-visits', town],
])('%s', async (said, command, input) => {
  expect(await understand(said, commands, world.turn('expert'))).toMatchObject({ command, input });
});

it.each(['小海町 10/17と松川町 10/18に訪問予定', '小海町は10/17、松川町は10/18に訪問します'])(
  '「%s」: no day is taken for the wrong place',
  async (said) => {
    const { command, input, options } = await understand(said, commands, world.turn('expert'));
    expect(command).toBe('plan-visit');
    expect(options?.length).toBe(2);
    expect(input).not.toHaveProperty('day');
  },
);

it('a day for both is kept', async () => {
  const said = await understand('小海町と松川町に10/17に訪問予定', commands, world.turn('expert'));
  expect(said).toMatchObject({ command: 'plan-visit', input: { day: '2024-10-17' } });
});
