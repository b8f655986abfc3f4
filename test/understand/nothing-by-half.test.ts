import { commands } from '../../bot/features/index.ts';
import { registryOf } from '../../bot/registry.ts';
import { understand } from '../../bot/understand/understand.ts';
import { type Verdict, verdictOn } from '../../bot/understand/verdict.ts';
import { type As, openWorld, type World } from './world.ts';

const { writes } = registryOf(commands);

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

async function read(as: As, text: string): Promise<Verdict & { readonly notes: readonly string[] }> {
  const turn = world.turn(as);
  const reading = await understand(text, commands, turn);
  return { ...(await verdictOn(reading, commands, turn)), notes: reading.notes };
}

/** It is Tuesday, 8 October 2024; there is one meeting, on Thursday, 17 October. */
describe.each<[As, string, Partial<Verdict>]>([
  // What was labelled is text.
  ['town', '報告 S1-1 実施中 根拠 課長ヒアリング記録0917', report('S1-1', 'inProgress', '課長ヒアリング記録0917')],
  ['town', 'S1-1 実施中 根拠は議事録1007です', report('S1-1', 'inProgress', '議事録1007')],
  ['town', '報告 S2-1 決定 根拠 任命通知', report('S2-1', 'decided', '任命通知')],
  ['town', 'S1-1 完了 根拠は議事録です', report('S1-1', 'done', '議事録')],
  ['town', 'S1-3 決定 根拠：12/3庁議 資料2（K1-03 73/96）', report('S1-3', 'decided', '12/3庁議 資料2（K1-03 73/96）')],
  ['town', 'S2-1 決定 根拠は第3回の議事録です。よろしくお願いします。', report('S2-1', 'decided', '第3回の議事録')],
  [
    'town',
    'K0-03 12/40 メモ 3回目は11/5、残り28人',
    acts('report-kpi', { kpi: 'K0-03', numerator: 12, denominator: 40, note: '3回目は11/5、残り28人' }),
  ],
  [
    'town',
    '訂正 S1-3 検討中 理由 まだ決まっていません',
    acts('correct', { item: 'S1-3', stage: 'considering', reason: 'まだ決まっていません' }),
  ],
  ['town', '相談 予算が、つきません。　どうすれば', acts('ask-help', { text: '予算が、つきません。　どうすれば' })],
  ['town', '議題 電子申請、共同調達　について', acts('add-agenda', { text: '電子申請、共同調達　について' })],
  ['town', '議題 10/17 Ａ案、Ｂ案', acts('add-agenda', { meeting: '2024-10-17', text: 'Ａ案、Ｂ案' })],
  ['town', '相談：S1-3のこと、①予算\n②人', acts('ask-help', { text: 'S1-3のこと、①予算\n②人' })],
  // Left-over words are no reason.
  ['office', '小海町の9/30の週のK0-03を27/32に訂正', asks('correct', ['reason'])],
  ['town', 'K1-03の先週分は73/96の間違いでした', asks('correct', ['reason'])],
  ['town', '先週のK1-03は73/96に修正します、お手数ですが', asks('correct', ['reason'])],
  ['town', '訂正します、K0-03は27/32の誤りでした', asks('correct', ['reason'])],
  ['town', '訂正 K0-03 27/32 町長より', asks('correct', ['reason'])],
  // What was read is used, or said.
  ['office', '先週のダイジェスト', acts('show-digest', { week: '2024-09-30' })],
  ['pref', 'ダイジェスト 9/25', acts('show-digest', { week: '2024-09-23' })],
  ['pref', '先々週のまとめを見せて', acts('show-digest', { week: '2024-09-23' })],
  ['town', '設定 土 10:00', asks('settings', ['day'])],
  ['town', '設定 火 25:00', asks('settings', ['time'])],
  ['town', '設定 毎日 9:00', asks('settings', ['day'])],
  ['town', '日曜の10:00に設定して', asks('settings', ['day'])],
  ['town', '先週は変更なし', acts('carry-over', { week: '2024-09-30' })],
  ['town', '先週から変更ありません', acts('carry-over', {})],
  ['town', '休み 来週', acts('take-leave', { from: '2024-10-14', until: '2024-10-18' })],
  ['town', '欠席 10/17 議会のため', acts('decline', { meeting: '2024-10-17' })],
  ['town', '出席 メモ 少し遅れます', acts('attend', {})],
  ['town', '設定 月 9:00', acts('settings', { day: '1', time: '09:00' })],
  ['town', 'S1-1 根拠は？', acts('show-item', { item: 'S1-1' })],
  ['town', 'S1-1 実施中 根拠は何ですか', acts('show-item', { item: 'S1-1' })],
  ['town', '根拠 議事録', asks('report-item', ['item', 'stage'])],
  ['town', '報告 https://www.town.example.jp/a', asks('report-item', ['item', 'stage'])],
  // What there is not.
  ['town', 'K9-99 5', { sure: false }],
  ['town', 'S2-1 80', { command: 'report-item', input: { item: 'S2-1' }, sure: false, ask: ['stage'] }],
  ['town', '代理 佐藤', acts('attend', { substitute: '佐藤', proxy: 'yes' })],
  ['town', '代理', asks('attend', ['substitute'])],
  // Whoever is named comes, on the roster or not.
  ['town', '代理で鈴木が出ます', acts('attend', { substitute: '鈴木', proxy: 'yes' })],
  ['town', '代理で課の者が出ます', asks('attend', ['substitute'])],
  [
    'town',
    '困っています、予算がつきません',
    { command: 'ask-help', input: { text: '困っています、予算がつきません' }, sure: false },
  ],
  // Signs nobody sees.
  ['town', 'K0-03\u200b 27/32', acts('report-kpi', { kpi: 'K0-03', numerator: 27, denominator: 32 })],
  ['town', 'S1-\u00ad3 \u2060完了', acts('report-item', { item: 'S1-3', stage: 'done' })],
  ['town', '出\u200b席 10/17', acts('attend', { meeting: '2024-10-17' })],
  // Money is counted in thousands of yen, and said in yen.
  ['town', 'IT経費の削減見込額は1,200万です', acts('report-kpi', { kpi: 'K3-804', value: 12_000 })],
])('as %s: %s', (as, text, verdict) => {
  it('is read as it is meant', async () => {
    expect(await read(as, text)).toMatchObject(verdict);
  });
});

it.each<[As, string, string]>([
  ['office', '小海町 休み 12/1', '小海町'],
  ['office', '小海町は12/1休みます', '小海町'],
  ['town', '休み 12/1 14:00', '14:00'],
  ['town', '10/17と10/22の会議を欠席します', '10/22'],
  ['office', '松川町の10/17の会議に出席します', '松川町'],
  ['town', '設定 火 10:00 メール', 'メール'],
  ['town', '取消 K0-03', 'k0-03'],
  ['town', 'S1-3は変更なし', 'S1-3'],
  ['town', 'K0-03とK1-03は変更なしです', 'K1-03'],
  ['town', '昨日の報告を取消', '昨日'],
  ['office', '催促 小海町 松川町', '松川町'],
])('as %s: %s is not done without “%s”', async (as, text, unused) => {
  const { sure, command, input, notes } = await read(as, text);
  expect(sure && writes(command, input)).toBe(false);
  expect(notes.join().toLowerCase()).toContain(unused.toLowerCase());
});

it.each<[As, string]>([
  ['office', '返信 小海町 来週伺います'],
  ['expert', '松川町へ：来週参加します、と伝えて'],
])('as %s: %s is said to somebody, and answers no invitation', async (as, text) => {
  expect((await read(as, text)).command).not.toBe('attend');
});

it.each([
  'K0-03 62%以上',
  'K0-03は62以上です',
  'K2-04 あと3回',
  'K2-04 残り3回です',
  '10/17の会議に出席しました',
  'S1-1 完了 根拠は何ですか',
  'S1-1 完了 根拠はありません',
  'S1-1 完了 根拠 議事録？',
  'S1-1 実施中\n根拠：議事録\nS2-1 完了\n根拠：任命通知',
  'K0-03 28/32 根拠なし',
  'K0-03 28/32 根拠は来週出します',
  'S2-2 実施中 根拠はまだです',
  'K0-03 28/32 根拠 名簿 K1-03 70/96 根拠 棚卸表',
  'S1-1 完了、S1-2 完了 根拠 議事録',
  'S1-1 根拠 議事録 完了',
  '資料：S1-3 完了',
  'お疲れ様です。資料：S1-3 完了',
  'メモ K0-03 62',
  '備考はK0-03 12/40です',
])('%s writes nothing before it was asked about', async (text) => {
  const { sure, command, input } = await read('town', text);
  expect(sure && writes(command, input)).toBe(false);
});

function acts(command: string, input: Record<string, unknown>): Partial<Verdict> {
  return { command, input, sure: true, ask: [] } as Partial<Verdict>;
}

function asks(command: string, ask: readonly string[]): Partial<Verdict> {
  return { command, sure: false, ask } as Partial<Verdict>;
}

function report(item: string, stage: string, evidence: string): Partial<Verdict> {
  return acts('report-item', { item, stage, evidence });
}

it.each(Object.getOwnPropertyNames(Object.prototype))(
  '「%s」 is a word like any other, and no table knows it',
  async (word) => {
    for (const said of [`休み ${word}`, `ダイジェスト ${word}`, `設定 ${word}`, `KPI報告 K0-03 ${word}`, word])
      for (const as of ['town', 'office'] as const) expect((await read(as, said)).command).toEqual(expect.any(String));
  },
);
