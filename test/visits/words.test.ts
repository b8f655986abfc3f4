import { commands } from '../../bot/features/index.ts';
import { registryOf } from '../../bot/registry.ts';
import { understand } from '../../bot/understand/understand.ts';
import { verdictOn } from '../../bot/understand/verdict.ts';
import { openWorld, type World } from '../understand/world.ts';
import { confirmed, recorded } from './planted.ts';

const TOWN = '203033';
let world: World;
beforeAll(async () => {
  world = await openWorld();
  await plant('2024-10-03');
});
afterAll(() => world.close());

async function plant(day: string): Promise<void> {
  const record = await recorded(world.store, { municipality: TOWN, day, at: '2024-10-04T10:00:00+09:00' });
  await confirmed(world.store, record, '2024-10-07T10:00:00+09:00');
}

async function meaning(text: string, as: 'town' | 'expert' | 'office' = 'town') {
  const turn = world.turn(as);
  const { command, input, sure } = await verdictOn(await understand(text, commands, turn), commands, turn);
  return { command, input, isWritten: sure && registryOf(commands).writes(command, input) };
}

/** 満足度 of the one visit of which it is asked. */
const scores: readonly (readonly [said: string, input: object])[] = [
  ...['満足度 4', '満足度4', '満足度は4です', '満足度は４です。', '満足度は4点でした', '満足度 4点', '満足度 四'].map(
    (said) => [said, { score: '4' }] as const,
  ),
  ...['訪問の満足度は4です', '今回の訪問の満足度は4です', '満足度は4でお願いします'].map(
    (said) => [said, { score: '4' }] as const,
  ),
  ['満足度 4 交代を希望', { score: '4', wish: 'replace' }],
  ['満足度 4 ひとこと 資料が先にほしい', { score: '4', note: '資料が先にほしい' }],
  ['満足度 4 メモ 資料が先にほしい', { score: '4', note: '資料が先にほしい' }],
];

/** Of something else, of another time, of another place, or not certain. */
const others = [
  ...['満足度は4くらい', '満足度は4だと思う', '満足度は4ですか', '満足度は4じゃない', '満足度を4にしたい'],
  ...['満足度は3か4', '満足度は3または4です', '満足度 3と4', '満足度4名', '満足度4%', '満足度 4割', '満足度は4件'],
  ...['満足度 6', '満足度 0', '満足度 3.5', '満足度は4.2', '満足度は高いです', '満足度は十分です'],
  ...['窓口の満足度は4', '窓口満足度 4点', '窓口利用者満足度 4.2', '支援満足度 4', '利用者満足度は4です'],
  ...['住民満足度 4', '住民の満足度は4です', '職員満足度4', '研修の満足度は4です', 'アンケートの満足度は4です'],
  ...['満足度調査 4', '満足度アンケートは4件', '前回の満足度は4です', '隣の満足度は4です', '満足度 4 窓口'],
  ...['川上村の満足度は4です', '満足度 4 川上村', '満足度は5段階で4です', '満足度の目標は4', '満足度 4 ではない'],
  ...['交代を希望します', '交代してほしい', '訪問記録を確認しました', '訪問記録の確認はまだですか'],
  ...[
    '訪問記録の確認をお願いします',
    '訪問を確認',
    '訪問記録を直してほしい',
    '続けられそうです',
    '初期評価をお願いします',
  ],
];

it.each(scores)('「%s」 is 満足度 of the only visit of which it is asked', async (said, input) => {
  expect(await meaning(said)).toEqual({ command: 'rate-visit', input, isWritten: true });
});

it.each(others)('「%s」 writes nothing', async (said) => {
  expect((await meaning(said)).isWritten).toBe(false);
});

it.each(['窓口満足度 4点', '窓口利用者満足度 4.2', 'K3-108 4'])('「%s」 is the KPI', async (said) => {
  expect(await meaning(said)).toMatchObject({ command: 'report-kpi', input: { kpi: 'K3-108' } });
});

it.each([
  '訪問記録の確認',
  '訪問記録を確認しました',
  '訪問記録を直してほしい',
  '確認',
  '確認しました',
  'まとめて確認します',
  '直してほしい',
])('「%s」 opens what waits', async (said) => {
  expect(await meaning(said)).toMatchObject({ command: 'confirm-visit', input: {} });
});

it('a plain number means nothing where two visits are open, and an expert rates none', async () => {
  expect((await meaning('満足度 4', 'expert')).isWritten).toBe(false);
  expect(await meaning('自分の満足度', 'expert')).toMatchObject({ command: 'show-own-rating' });
  await plant('2024-10-02');
  for (const [said] of scores) expect((await meaning(said)).isWritten).toBe(false);
});
