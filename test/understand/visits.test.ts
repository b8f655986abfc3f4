import { decide } from '../../bot/decide.ts';
import { commands } from '../../bot/features/index.ts';
import { understand } from '../../bot/understand/understand.ts';
import { type As, openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

async function read(text: string, as: As = 'expert') {
  const turn = world.turn(as);
  const { command, input, doubt } = await understand(text, commands, turn);
  return { command, input, doubt, decided: (await decide({ command, input }, commands, turn)).kind };
}
const town = { municipality: '203033' };

/** Tuesday, 8 October 2024: what is said of visits is understood, or at least the right thing is asked. */
describe('what is said of visits', () => {
  it.each([
    ['訪問記録 小海町 10/3', 'record-visit', { ...town, day: '2024-10-03' }],
    ['10/3に小海町を訪問しました', 'record-visit', { ...town, day: '2024-10-03' }],
    ['小海町の訪問記録を書きたい', 'record-visit', town],
    ['昨日の訪問の記録をお願いします', 'record-visit', { day: '2024-10-07' }],
    ['小海町さん10/3訪問済みです', 'record-visit', { ...town, day: '2024-10-03' }],
    [
      '10/3 小海町 訪問記録 13:30-16:00 対面 S1-3',
      'record-visit',
      { ...town, day: '2024-10-03', start: '13:30', end: '16:00', mode: 'in-person', items: 'S1-3' },
    ],
    ['小海町 訪問予定 10/17', 'plan-visit', { ...town, day: '2024-10-17' }],
    ['10/17に小海町を訪問する予定です', 'plan-visit', { ...town, day: '2024-10-17' }],
    ['来週木曜13時半から小海町に訪問します', 'plan-visit', { ...town, day: '2024-10-17', start: '13:30' }],
    ['10/3の小海町訪問は中止で', 'cancel-visit', { ...town, day: '2024-10-03' }],
    ['明日の訪問キャンセルで', 'cancel-visit', { day: '2024-10-09' }],
    ['小海町への訪問、大雪で中止にします', 'cancel-visit', town],
    ['訪問中止 小海町 10/17 大雪のため', 'cancel-visit', { ...town, day: '2024-10-17', reason: '大雪のため' }],
  ])('%s', async (text, command, input) => {
    const found = await read(text);
    expect(found).toMatchObject({ command, input, doubt: undefined });
    expect(found.decided).not.toBe('ready');
  });

  it('with everything that is needed it is done at once', async () => {
    expect(await read('訪問予定 小海町 10/17 13:30-16:00 対面')).toMatchObject({
      ...{ command: 'plan-visit', decided: 'ready', doubt: undefined },
      input: { ...town, day: '2024-10-17', start: '13:30', end: '16:00', mode: 'in-person' },
    });
  });

  it.each([
    ['小海町の訪問はいつですか', 'town'],
    ['小海町の訪問予定を教えて', 'town'],
    ['訪問記録を見せて', 'pref'],
    ['訪問一覧 小海町', 'office'],
    ['訪問できませんでした', 'expert'],
    ['訪問していません', 'expert'],
  ] as const)('%s only shows', async (text, as) => {
    expect(await read(text, as)).toMatchObject({ command: 'show-visits' });
  });

  it.each(['訪問したらS1-3を完了にします', '訪問記録ってどう書くの', '訪問予定を変更したい', '訪問記録を取り消して'])(
    '%s writes nothing',
    async (text) => {
      expect((await read(text)).decided).not.toBe('ready');
    },
  );
});
