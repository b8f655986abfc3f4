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
  ['フロントヤード改革は火曜から試行中です。窓口に看板も立てました', { item: 'S3-1', stage: 'inProgress' }],
  ['S2-6は、補正予算が可決されましたので完了です', { item: 'S2-6', stage: 'done' }],
  ['課題の整理ですが、先週で集約まで終わりました。完了です', { item: 'S1-1', stage: 'done' }],
  ['S3-5、点検も済んで完了です', { item: 'S3-5', stage: 'done' }],
  ['財政課と金額を突き合わせまして、S3-8は完了です', { item: 'S3-8', stage: 'done' }],
  ['S3-9 検討中という扱いでお願いします', { item: 'S3-9', stage: 'considering' }],
  ['外出中です。S3-5 実施中で！', { item: 'S3-5', stage: 'inProgress' }],
  ['フロントヤード改革の推進については、10月から実施中です', { item: 'S3-1', stage: 'inProgress' }],
])('does at once what is reported beside how it came about: %s', async (said, input) => {
  expect(await read(said)).toEqual({ command: 'report-item', input, sure: true, ask: [] });
});

it.each([
  ['DX推進会議の開催回数、今日のを入れて4回', { kpi: 'K2-04', value: 4 }],
  ['K3-503 全14課中10課で自己点検を実施', { kpi: 'K3-503', numerator: 10, denominator: 14 }],
  ['テレワーク規程の整備は「有」です', { kpi: 'K3-702', value: 1 }],
  ['eLTAX対応準備の進捗は「改修見積・予算要求」まで来ました', { kpi: 'K3-302', value: 50 }],
  ['業務改善提案件数は、先週の2件を足して合計9件です', { kpi: 'K0-07', value: 9 }],
  ['情報セキュリティ研修受講率です。対象90人のうち受講81人', { kpi: 'K3-502', numerator: 81, denominator: 90 }],
  ['公金種別数は3…いや4種別でした', { kpi: 'K3-301', value: 4 }],
  ['昼前にひとつだけ K3-502 88/90', { kpi: 'K3-502', numerator: 88, denominator: 90 }],
  ['標的型メール訓練の報告率は百人中の七十人です', { kpi: 'K3-504', numerator: 70, denominator: 100 }],
  ['K0-07は8件…いや待って、9件です', { kpi: 'K0-07', value: 9 }],
  ['カード利用サービス数、図書館の貸出が増えて6件です', { kpi: 'K3-402', value: 6 }],
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
  'S3-8 完了しました。課長が取り消しました',
  'S3-8 完了しました。やり直すことになりました',
  'S3-8は来年にまわして完了',
  'K3-402 6件増えました',
  'S3-8 完了しました。一部は残しています',
  'K0-02 7/',
  'K3-503 /14',
  'S3-8 完了しました。議会でひっくり返されました',
  'S3-8 完了しました。担当が勝手に送っていました',
  'K0-07は8件でした。確かめています',
  '問題なければS3-5完了です',
  '27木 休み',
  'Teamsで連絡お願いします',
  'お知らせがTeamsに届くようになりました',
  'K3-502 対象90人のうち未受講9人',
  'K0-07は13件、やっぱり増えました',
  '12/15・16の打合せは欠席',
])('writes nothing where what stands beside a report may speak against it: %s', async (said) => {
  const { command, input, sure } = await read(said);
  expect(sure && writes(command, input)).toBe(false);
});

it.each([['K3-702 有、K3-701 8/40'], ['K3-701 8/40、K3-702 有'], ['1 K3-702 有\n2 K3-701 8/40']])(
  'reads a yes beside another value, in a list or in a sentence: %s',
  async (said) => {
    expect(await read(said)).toMatchObject({
      command: 'check-in',
      input: { answers: { 'K3-702': { value: '1' }, 'K3-701': { numerator: '8', denominator: '40' } } },
      sure: false,
    });
  },
);

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

it.each(['12/11の打合せは代わりに鈴木が出られないので欠席です', '12/11の打合せ、代わりの人もいないので欠席します'])(
  'names nobody who cannot come instead: %s',
  async (said) => {
    const { input } = await read(said);
    expect(input).toEqual({ meeting: '2026-12-11' });
  },
);

it('asks what an instruction is about where it only says by when', async () => {
  const { input, ask } = await read('臨時報告、来週の金曜までによろしく', 'prefecture');
  expect(input).toEqual({ by: '2026-12-04' });
  expect(ask).toContain('text');
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
  ['届け先をTeamsにして', OFFICER, { command: 'settings', input: { channel: 'teams' } }],
  ['今度からチームズの方に通知ください', OFFICER, { command: 'settings', input: { channel: 'teams' } }],
  [
    'メールだと見落とすので、お知らせはTeamsに届くように変えてください',
    OFFICER,
    { command: 'settings', input: { channel: 'teams' } },
  ],
  [
    '週次報告のカードは水曜の午前10時に届くように変えてください',
    OFFICER,
    { command: 'settings', input: { day: '3', time: '10:00' } },
  ],
  ['あすから三日間おやすみします', OFFICER, { command: 'take-leave', input: { until: '2026-11-28' } }],
  ['12/15・16 私用で休み', OFFICER, { command: 'take-leave', input: { from: '2026-12-15', until: '2026-12-16' } }],
  ['12/8の研修は通院のため欠席します', OFFICER, { command: 'decline', input: { meeting: '2026-12-08' } }],
  [
    '小海町打合せ、私の代わりに鈴木一郎が行きます',
    OFFICER,
    { command: 'attend', input: { meeting: '小海町打合せ', substitute: '鈴木一郎' } },
  ],
  ['予定より早く戻りました。復帰でお願いします', OFFICER, { command: 'return' }],
  ['12/22 都合つかず欠席', OFFICER, { command: 'decline', input: { meeting: '2026-12-22' } }],
  ['12月22日の会議には、予定どおり出席いたします。', OFFICER, { command: 'attend' }],
  [
    'お知らせは朝だと埋もれるので、14時半に届くようお願いします',
    OFFICER,
    { command: 'settings', input: { time: '14:30' } },
  ],
  [
    '小海町の主担当、きょうから山田太郎さんに変えてください',
    'secretariat',
    { command: 'assign-lead', input: { municipality: '203033', member: '山田太郎' } },
  ],
  [
    '12/11の小海町打合せの場所を小海町公民館に変更してください',
    'secretariat',
    { command: 'change-meeting', input: { meeting: '2026-12-11 小海町打合せ', place: '小海町公民館' } },
  ],
  ['満足度 3、やっぱり5で', OFFICER, { command: 'rate-visit', input: { score: '5' } }],
  ['月次報告 9月の分を開いて', 'secretariat', { command: 'monthly-report', input: { month: '09' } }],
  ['決定済みの提出一覧', 'prefecture', { command: 'show-waiting' }],
  ['業務報告書でまだ足りてないとこ出して', 'secretariat', { command: 'final-report-gaps' }],
  [
    'K2-05の数え方は「嘱託も1人と数える」でお願いします',
    OFFICER,
    { command: 'set-counting', input: { kpi: 'K2-05', counting: '嘱託も1人と数える' } },
  ],
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
