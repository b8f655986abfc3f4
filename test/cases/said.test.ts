import { commands } from '../../bot/features/index.ts';
import { understand } from '../../bot/understand/understand.ts';
import { type As, openWorld, type World } from '../understand/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

async function read(text: string, as: As = 'town') {
  const { command, input, doubt } = await understand(text, commands, world.turn(as));
  return { command, input: JSON.parse(JSON.stringify(input)), doubt };
}

describe('who asks for cases', () => {
  it.each<readonly [string, Record<string, unknown>]>([
    ['事例', {}],
    ['事例を見せて', {}],
    ['事例 フロントヤード', { text: 'フロントヤード' }],
    ['窓口の事例ありますか', { text: '窓口' }],
    ['フロントヤードの成功例', { item: 'S3-1' }],
    ['他の町の事例を見たい', {}],
    ['事例 書かない', { text: '書かない' }],
    ['事例 村', { size: 'village' }],
    ['小海町の電子申請の事例', { municipality: '203033', text: '電子申請' }],
    ['小海町の事例', { municipality: '203033' }],
    ['テレワークの取組例を教えてください', { item: 'S3-7' }],
    ['事例 見せて', {}],
  ])('%s', async (text, input) => {
    expect(await read(text)).toEqual({ command: 'find-cases', input, doubt: undefined });
  });

  it.each(['フロントヤード', 'フロントヤードの状況', 'S3-1'])('%s alone is the item', async (text) => {
    expect((await read(text)).command).toBe('show-item');
  });
});

describe('who writes cases', () => {
  it.each<readonly [string, string, Record<string, unknown>]>([
    ['事例作成 小海町 S1-3', 'draft-case', { municipality: '203033', item: 'S1-3' }],
    ['事例作って', 'draft-case', {}],
    ['小海町のS1-3を事例にして', 'draft-case', { municipality: '203033', item: 'S1-3' }],
    ['事例候補', 'show-case-candidates', {}],
    ['事例の候補を見せて', 'show-case-candidates', {}],
    ['事例編集', 'edit-case', {}],
    ['小海町の事例を直したい', 'edit-case', { municipality: '203033' }],
    ['事例の質問', 'show-case-questions', {}],
  ])('%s', async (text, command, input) => {
    expect(await read(text, 'office')).toMatchObject({ command, input });
  });

  it('小海町のS1-3を事例に推薦します', async () => {
    expect(await read('小海町のS1-3を事例に推薦します', 'expert')).toMatchObject({
      command: 'nominate-case',
      input: { municipality: '203033', item: 'S1-3' },
    });
  });
});

describe('what only speaks of cases', () => {
  it.each([
    ['ほかの市町村の事例を参考に全体方針を検討しています', 'report-item'],
    ['事例の集め方について相談したい', 'ask-help'],
  ])('%s', async (text, command) => {
    expect((await read(text)).command).toBe(command);
  });
});
