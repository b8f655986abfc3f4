import { decide } from '../../bot/decide.ts';
import { commands } from '../../bot/features/index.ts';
import { understand } from '../../bot/understand/understand.ts';
import { type As, openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

async function read(text: string, as: As = 'town') {
  const turn = world.turn(as);
  const { command, input, doubt } = await understand(text, commands, turn);
  return { command, input, doubt, decided: (await decide({ command, input }, commands, turn)).kind };
}
const town = { municipality: '203033' };

describe('what is said of 工程表 and 簡易計画', () => {
  it.each<readonly [string, As]>([
    ['工程表', 'town'],
    ['工程表を見せて', 'town'],
    ['工程表を見たい', 'office'],
    ['工程表を教えてください', 'town'],
    ['小海町の工程表', 'office'],
    ['小海町の工程表を見せて', 'pref'],
    ['工程表 小海町', 'pref'],
    ['今の工程表はどうなっていますか', 'town'],
    ['ロードマップを見せて', 'town'],
  ])('「%s」 is the roadmap and no item', async (text, as) => {
    expect(await read(text, as)).toMatchObject({ command: 'show-initiatives' });
  });

  it.each<readonly [string, string, Readonly<Record<string, unknown>>, As]>([
    ['工程表 2', 'show-initiatives', { initiative: '2' }, 'town'],
    ['工程表 書かない窓口', 'show-initiatives', { initiative: '書かない窓口' }, 'town'],
    ['工程表 Excel', 'roadmap-file', {}, 'town'],
    ['工程表Excel', 'roadmap-file', {}, 'town'],
    ['工程表をエクセルで', 'roadmap-file', {}, 'town'],
    ['工程表のExcelをください', 'roadmap-file', {}, 'town'],
    ['小海町の工程表 Excel', 'roadmap-file', town, 'office'],
    ['工程表 決定', 'decide-initiatives', {}, 'town'],
    ['工程表決定 11/20 庁議', 'decide-initiatives', { title: '庁議' }, 'town'],
    ['工程表追加', 'add-initiative', {}, 'town'],
    ['工程表に取組を加えたい', 'add-initiative', {}, 'town'],
    ['工程表変更 2 初期 120万円', 'change-initiative', { initiative: '2', cost: '120万円' }, 'town'],
    ['工程表変更 2 主担当 住民課', 'change-initiative', { initiative: '2', department: '住民課' }, 'town'],
    ['工程表を直したい', 'change-initiative', {}, 'town'],
    ['工程表から外したい', 'remove-initiative', {}, 'town'],
    ['簡易計画', 'show-simple-plan', {}, 'town'],
    ['小海町の簡易計画を見せて', 'show-simple-plan', town, 'pref'],
    ['簡易計画 小規模', 'start-simple-plan', { size: 'small' }, 'town'],
    ['小海町の簡易計画 町', 'start-simple-plan', { ...town, size: 'town' }, 'office'],
    ['簡易計画作成 村', 'start-simple-plan', { size: 'small' }, 'town'],
    ['簡易計画 決定', 'decide-simple-plan', {}, 'town'],
    ['簡易計画 Word', 'simple-plan-file', {}, 'town'],
    ['簡易計画編集 現状と課題', 'edit-simple-plan', { section: 'current' }, 'town'],
  ])('「%s」 is %s', async (text, command, input, as) => {
    expect(await read(text, as)).toMatchObject({ command, input });
  });

  it.each([
    ['S1-4', 'show-item', { item: 'S1-4' }],
    ['項目 S1-4', 'show-item', { item: 'S1-4' }],
    ['工程表の作成 S1-4 検討中', 'report-item', { item: 'S1-4' }],
    ['報告 S1-4 検討中', 'report-item', { item: 'S1-4' }],
  ])('「%s」 still is the item', async (text, command, input) => {
    expect(await read(text)).toMatchObject({ command, input });
  });

  it.each(['工程表', '工程表を見せて', '工程表 決定', '工程表から外したい', '工程表追加', '簡易計画 決定'])(
    '「%s」 writes nothing at once',
    async (text) => {
      const { command, decided } = await read(text);
      expect(decided === 'ready' && !['show-initiatives', 'show-simple-plan'].includes(command)).toBe(false);
    },
  );
});
