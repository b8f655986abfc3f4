import type { Command, Own } from '../../bot/command.ts';
import { decide } from '../../bot/decide.ts';
import { aboutYou } from '../../bot/features/guide/about-you.ts';
import { commands } from '../../bot/features/index.ts';
import type { TurnStart } from '../../bot/turn.ts';
import { wordsOf } from '../../bot/understand/asks/typed.ts';
import { understand } from '../../bot/understand/understand.ts';
import { may } from '../../programme/may.ts';
import { openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** What a sentence is read as; what is only there where it is not certain is `undefined` where it is. */
async function read(text: string, turn: TurnStart) {
  const { command, input, doubt, options, which, none, unknown } = await understand(text, commands, turn);
  return { command, input: { ...input }, doubt, options, which, none, unknown };
}
const certain = { doubt: undefined, options: undefined, which: undefined, none: undefined, unknown: undefined };

describe.each(['town', 'expert'] as const)('every example that help shows to %s', (as) => {
  it('is read as what it is an example of, about what is theirs', async () => {
    const turn = world.turn(as);
    const { own } = await aboutYou(turn);
    const examples = commands.flatMap(({ name, ownExample }) => {
      const example = own && ownExample?.of(own);
      return own === undefined || example === undefined ? [] : [[name, example, own] as const];
    });
    expect(examples.length).toBeGreaterThan(5);
    for (const [command, example, own] of examples) {
      const meant = { ...certain, example, command, input: expect.objectContaining(theirs(example, own)) };
      expect({ example, ...(await read(example, turn)) }).toEqual(meant);
    }
  });
});

/** The municipality, the item and the KPI that an example names. */
function theirs(example: string, { of, item, kpi }: Own): Readonly<Record<string, unknown>> {
  return {
    ...(of !== '' && example.startsWith(of) ? { municipality: expect.any(String) } : {}),
    ...(item && (example.includes(item.id) || example.includes(item.short)) ? { item: item.id } : {}),
    ...(kpi && example.includes(kpi.id) ? { kpi: kpi.id } : {}),
  };
}

/** It is Tuesday, 8 October 2024. */
const meant: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  '変更なし K0-03': { kpi: 'K0-03' },
  '報告 S1-3 実施中': { item: 'S1-3', stage: 'inProgress' },
  'KPI報告 K0-03 124/200': { kpi: 'K0-03', numerator: 124, denominator: 200 },
  '訂正 S1-3': { item: 'S1-3' },
  '相談 例規の改正の進め方': { text: '例規の改正の進め方' },
  '相談区分 財源': { category: 'funding' },
  '回答 ひな形をお送りします': { answer: 'ひな形をお送りします' },
  受け持つ: { state: 'taken' },
  承諾: { verdict: 'approve' },
  '臨時報告 標準化の進み具合 10/18まで': { text: '標準化の進み具合', by: '2024-10-18' },
  臨時報告一覧: { direction: 'special' },
  '状況 ステップ1': { step: 'STEP1' },
  '項目 S1-3': { item: 'S1-3' },
  '履歴 S1-3': { item: 'S1-3' },
  '出席 代理 佐藤': { proxy: 'yes', substitute: '佐藤' },
  '欠席 12/17': { meeting: '2024-12-17' },
  '議題 電子申請の共同調達について': { text: '電子申請の共同調達について' },
  '会議作成 打合せ 12/10 14:00-15:00 オンライン 小海町': {
    ...{ title: '打合せ', day: '2024-12-10', start: '14:00', end: '15:00' },
    ...{ place: 'オンライン', audience: '203033' },
  },
  '会議変更 第4回': { meeting: '第4回' },
  '会議中止 第4回': { meeting: '第4回' },
  '議事録 第3回': { meeting: '第3回' },
  '催促 小海町': { municipality: '203033' },
  '部屋登録 県': { audience: 'prefecture' },
  '設定 火 10:00': { day: '2', time: '10:00' },
  '休み 10/7-10/11 代理 佐藤': { from: '2024-10-07', until: '2024-10-11', substitute: '佐藤' },
  '登録 ACDE-FGHJ': { code: 'ACDE-FGHJ' },
  承認: { verdict: 'approve' },
  'ヘルプ 報告': { topic: '報告' },
};

describe.each(commands.map((command) => [command.example, command] as const))('%s', (example, command) => {
  it('is read as its command and what stands beside its word, without a doubt', async () => {
    const input = meant[example] ?? (wordsOf(example).length > 1 ? expect.anything() : {});
    expect(await read(example, readerOf(command))).toEqual({ ...certain, command: command.name, input });
  });

  it('has no word beside its command’s that says nothing', async () => {
    const turn = readerOf(command);
    const whole = await read(example, turn);
    const words = example.split(' ');
    for (const [at, word] of words.entries()) {
      if (command.says.includes(word)) continue;
      const rest = await read(words.toSpliced(at, 1).join(' '), turn);
      expect({ word, isIdle: JSON.stringify(rest) === JSON.stringify(whole) }).toEqual({ word, isIdle: false });
    }
  });

  it('gives nothing that is asked for again', async () => {
    const turn = readerOf(command);
    const { input } = await read(example, turn);
    const decision = await decide({ command: command.name, input }, commands, turn);
    const asks = decision.kind === 'question' ? decision.asks : [];
    expect(asks.filter((name) => name in input)).toEqual([]);
  });
});

/** Somebody who may do it. */
function readerOf({ needs }: Command): TurnStart {
  const turns = (['town', 'office', 'pref', 'expert'] as const).map((as) => world.turn(as));
  const turn = turns.find(({ who }) => may(who, needs));
  if (!turn) throw new Error(`nobody may ${needs}`);
  return turn;
}
