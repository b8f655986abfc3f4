import { commands } from '../../bot/features/index.ts';
import { registryOf } from '../../bot/registry.ts';
import { readingInSets } from './sets/reading-sets.ts';

const { writes } = registryOf(commands);
const OFFICER = 'municipal:203033';
const EXPERT = 'expert:203033,203611';

const read = readingInSets();

it.each([
  ['S3-7、試行に入りました', { item: 'S3-7', stage: 'inProgress' }],
  [
    'うちは小さい役場なので時間がかかりましたが、S3-8 完了しました。副町長が兼ねています。',
    { item: 'S3-8', stage: 'done' },
  ],
  ['えーと、S3-8なんですけど、あの、完了でお願いします', { item: 'S3-8', stage: 'done' }],
  ['セキュリティ対策、全部済みました。完了で報告します', { item: 'S3-5', stage: 'done' }],
])('does at once what is reported beside how it came about: %s', async (said, input) => {
  expect(await read(said)).toEqual({ command: 'report-item', input, sure: true, ask: [] });
});

it.each([
  ['DX推進会議の開催回数、今日のを入れて4回', { kpi: 'K2-04', value: 4 }],
  ['K3-503 全14課中10課で自己点検を実施', { kpi: 'K3-503', numerator: 10, denominator: 14 }],
  ['テレワーク規程の整備は「有」です', { kpi: 'K3-702', value: 1 }],
  ['eLTAX対応準備の進捗は「改修見積・予算要求」まで来ました', { kpi: 'K3-302', value: 50 }],
  ['オンライン申請可能手続数 41件→すみません打ち間違い、47件が正です', { kpi: 'K3-101', value: 47 }],
])('reads the value that is meant: %s', async (said, input) => {
  expect(await read(said)).toMatchObject({ command: 'report-kpi', input, sure: true });
});

it.each([
  'S3-8 完了しました。と町長が説明していました',
  'S3-8 完了の報告を確認しました',
  'S3-8 完了しました。半分だけですが',
  'S3-8が終わったので次に進みます。来月完了です',
  'S3-8、来月終わるので完了で',
  'K2-04 4回。数えたら報告します',
  '担当が別の町と間違えたので、S3-8 完了',
])('writes nothing where what stands beside a report may speak against it: %s', async (said) => {
  const { command, input, sure } = await read(said);
  expect(sure && writes(command, input)).toBe(false);
});

it('takes 先週のまま for no week, and two days with と for a leave of both', async () => {
  expect(await read('今週は特に動きなしです。全部先週のままで。')).toMatchObject({
    command: 'carry-over',
    input: {},
    sure: true,
  });
  expect((await read('今週は特に動きなしです。全部先週のままで。')).input).not.toHaveProperty('week');
  expect(await read('12/3と12/4お休みをいただきます')).toMatchObject({
    command: 'take-leave',
    input: { from: '2026-12-03', until: '2026-12-04' },
    sure: true,
  });
  expect((await read('12/3と12/7お休みをいただきます')).sure).toBe(false);
});

it.each([
  ['臨時報告 全団体の研修の実施状況を来週の火曜まで', '2026-12-01'],
  ['臨時報告 セキュリティ研修の受講状況 12/8までで', '2026-12-08'],
  ['臨時報告をお願いします。書かない窓口の導入状況について、12月4日までにください。', '2026-12-04'],
])('keeps the deadline of an instruction: %s', async (said, by) => {
  expect((await read(said, 'prefecture')).input).toMatchObject({ by });
});

it('looks an instruction over where its deadline was cut short', async () => {
  expect((await read('臨時報告 セキュリティ研修の受講状況 12/8ま', 'prefecture')).sure).toBe(false);
});

it('takes a roadmap that was decided for no stage of the item of that name', async () => {
  expect(await read('工程表、11月24日の庁議で決定しました')).toMatchObject({
    command: 'decide-initiatives',
    input: { day: '2026-11-24', title: '庁議' },
  });
});

it.each([
  ['12月10日の下諏訪町打合せは中止にします', 'secretariat', { command: 'cancel-meeting' }],
  [
    '12/11の小海町打合せの開始を13時、終わりを14時に変えて',
    'secretariat',
    { command: 'change-meeting', input: { start: '13:00', end: '14:00' } },
  ],
  [
    '12/9の下諏訪町訪問、雪の予報なので中止します',
    EXPERT,
    { command: 'cancel-visit', input: { day: '2026-12-09', municipality: '203611' } },
  ],
  [
    '週次報告、木曜の午後1時半に届くように変えてもらえますか',
    OFFICER,
    { command: 'settings', input: { day: '4', time: '13:30' } },
  ],
  ['10月1日と11月20日でどう変わったか比べて', 'secretariat', { command: 'compare-days' }],
])('reads what is asked for in so many words: %s', async (said, as, meant) => {
  expect(await read(said, as)).toMatchObject(meant);
});

it.each([
  ...['夕方にすみません。', 'ご依頼の件、', 'とりあえず、', '改めまして、', '忘れないうちに。', '議会が終わり、'].map(
    (before) => [before, ''],
  ),
  ...[
    '。取り急ぎご報告まで',
    'のでお知らせします',
    '。課長にも伝えてあります',
    '。不明な点があればお知らせください',
  ].map((behind) => ['', behind]),
])('a greeting, a frame or a closing changes nothing: %s…%s', async (before = '', behind = '') => {
  for (const said of ['S3-9 検討中です', '12/28に休みます', '12/11の打合せは出席します']) {
    const plain = await read(said);
    expect(plain.sure).toBe(true);
    expect(await read(before + said + behind)).toEqual(plain);
  }
});
