import fc from 'fast-check';
import { commands } from '../../bot/features/index.ts';
import { registryOf } from '../../bot/registry.ts';
import type { TurnStart } from '../../bot/turn.ts';
import { understand } from '../../bot/understand/understand.ts';
import { openSets } from './sets/sets-world.ts';

const { reports, isMeantBy } = registryOf(commands);
let turn: TurnStart;
let close: () => Promise<void>;
beforeAll(async () => {
  const world = await openSets();
  close = world.close;
  turn = world.turnOf('municipal:203033', '2026-11-25T10:00:00+09:00');
}, 120_000);
afterAll(() => close());
const read = (text: string) => understand(text, commands, turn);

const what = fc.constantFrom('お知らせ', 'リマインド', '通知', '週報のお願い', '週次報告の依頼');
const when = fc.constantFrom(
  ['15時に', { time: '15:00' }],
  ['火曜の朝9時に', { day: '2', time: '09:00' }],
  ['Teamsに', { channel: 'teams' }],
  ['LINEのほうに', { channel: 'line-works' }],
  ['木曜に', { day: '4' }],
);
const wish = fc.constantFrom(
  'してください',
  '変えてもらえますか',
  'お願いします',
  '届くようにしてほしいです',
  '変更をお願いします',
);

it('reads when and where reminders are to come in any of these words', async () => {
  await fc.assert(
    fc.asyncProperty(what, fc.constantFrom('は', 'を', '、'), when, wish, async (of, to, [said, input], ask) => {
      expect(await read(`${of}${to}${said}${ask}`)).toMatchObject({ command: 'settings', input });
    }),
    { numRuns: 300 },
  );
});

const frames = [
  'コードは#です',
  '招待コード「#」です、登録を',
  '# で登録してください',
  '登録お願いします #',
  'コードが届きました。#です',
];
it.each(frames)('finds the code in %s, and no value of a KPI', async (frame) => {
  for (const code of ['KMNP2345', 'KMNP-2345', 'kmnp2345', 'KMNP 2345', 'ＫＭＮＰ２３４５']) {
    const { command, input } = await read(frame.replace('#', code));
    expect([command, String(input['code']).toUpperCase()]).toEqual(['register', 'KMNP2345']);
  }
});

const attributes = [
  '対象外です',
  '対象外にしてください',
  '来年度以降',
  '令和9年度から取り組みます',
  '翌年度に回します',
  '今年度はやらないことにしました',
];
it.each(attributes)('takes %s for no stage', async (said) => {
  for (const item of ['S1-3', 'S2-1', 'テレワークの推進'])
    for (const between of ['は', ' ']) {
      const { command, unknown } = await read(`${item}${between}${said}`);
      expect(unknown).toBe(true);
      expect(reports(command) || isMeantBy(command, 'item')).toBe(false);
    }
});
