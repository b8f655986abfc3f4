import { commands } from '../../bot/features/index.ts';
import { registryOf } from '../../bot/registry.ts';
import { readingInSets } from './sets/reading-sets.ts';

const { writes } = registryOf(commands);

const read = readingInSets();

it.each([
  ['S1-4は住民への周知も済んで完了です', { item: 'S1-4', stage: 'done' }],
  ['S2-3ですが、先週で係長の研修が終わったので完了にしておいてください', { item: 'S2-3', stage: 'done' }],
  ['S3-9 完了にしておいて', { item: 'S3-9', stage: 'done' }],
  ['標準化・共通化のBPR、検討中です', { item: 'S3-2', stage: 'considering' }],
  ['セキュリティ対策の自己点検は完了しました', { item: 'S3-5', stage: 'done' }],
  ['S3-8 検討中にしてくださj', { item: 'S3-8', stage: 'considering' }],
])('does at once what is said of one item: %s', async (said, input) => {
  expect(await read(said)).toEqual({ command: 'report-item', input, sure: true, ask: [] });
});

it.each([
  ['テレワーク規程、整備しました', { kpi: 'K3-702', value: 1 }],
  ['セキュリティポリシー、改定済みです', { kpi: 'K3-501', value: 1 }],
  ['AIガイドラインを策定しました', { kpi: 'K3-603', value: 1 }],
  ['K3-702 整備を終えました', { kpi: 'K3-702', value: 1 }],
  ['K2-06、14課のうち9課で指名が済みました', { kpi: 'K2-06', numerator: 9, denominator: 14 }],
  ['K3-105 窓口で扱っている手続は14件', { kpi: 'K3-105', value: 14 }],
  ['DX通信の6回目を発行しました。K0-06は6回です', { kpi: 'K0-06', value: 6 }],
  ['32手続は、実施している30件のうち12件です', { kpi: 'K3-102', numerator: 12, denominator: 30 }],
  ['年間IT経費の削減見込額、きちんと集計し直して85万円です', { kpi: 'K3-804', value: 850 }],
  ['S3-2のBPR実施率は12/20です', { kpi: 'K3-201', numerator: 12, denominator: 20 }],
])('does at once what is said of one KPI: %s', async (said, input) => {
  expect(await read(said)).toMatchObject({ command: 'report-kpi', input, sure: true });
});

const EACH = { 'S0-4': { stage: 'done' }, 'S1-1': { stage: 'done' } };
it.each([
  'S0-4とS1-1は完了しました',
  'S0-4もS1-1も完了です',
  'S0-4、S1-1、いずれも完了',
  'S0-4・S1-1の2つとも終わりました',
  'S0-4及びS1-1は全て完了しました',
])('looks over what is told of each of a list: %s', async (said) => {
  expect(await read(said)).toMatchObject({ command: 'check-in', input: { stages: EACH }, sure: false, ask: [] });
});

it.each(['本日の点検結果です。', 'お疲れ様です。', '今日の確認結果です: '])(
  'reads the places behind a heading: %s',
  async (heading) => {
    const said = `${heading}小海町はS3-8が完了、下諏訪町はS3-8が検討中です`;
    expect(await read(said, 'expert:203033,203611')).toMatchObject({
      command: 'report-places',
      input: { places: [{ municipality: '203033' }, { municipality: '203611' }] },
    });
  },
);

it.each([
  'S0-4とS1-1は完了していません',
  'S0-4とS1-1は完了しましたか',
  'S0-4とS1-1が完了したら知らせます',
  'S0-4とS1-1は来月どちらも完了の予定です',
  'AIガイドラインは策定しましたか？',
  'AIガイドラインは策定済みになる予定です',
  'AIガイドラインを策定したそうです',
  'AIガイドラインを策定したら報告します',
  'テレワーク規程、まだ整備していません',
  'テレワーク規程を整備しますか',
  'S1-4は住民への周知が済んでいません',
  'S1-4は住民への周知も済んで完了の見込みです',
  'S2-3は研修が終わったので来月完了にします',
  'S2-3を完了にしておいてくださいと言われました',
  '標準化・共通化のBPRは完了していません',
  'K0-06の6回目を来週発行します',
  // A sign that was lost may have been 先 or 来.
  '週のK2-04は2回でした',
  '週の木曜から2日間、出張で不在です',
])('writes nothing of what is not so, or not yet: %s', async (said) => {
  const { command, input, sure } = await read(said);
  expect(sure && writes(command, input)).toBe(false);
});

it.each(['S1-3の完了を取り消して', '完了を取り消したい', '報告の完了を取り消してください'])(
  'opens no 宿題 that nobody spoke of: %s',
  async (said) => {
    expect((await read(said)).command).not.toBe('reopen-action');
  },
);
