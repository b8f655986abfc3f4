import { commands } from '../../bot/features/index.ts';
import { registryOf } from '../../bot/registry.ts';
import { readingInSets } from './sets/reading-sets.ts';

const { writes } = registryOf(commands);
const OFFICER = 'municipal:203033';
const EXPERT = 'expert:203033,203611';
const OFFICE = 'secretariat';

const read = readingInSets();

it.each([
  [OFFICE, '小海町のS1-3はだれがいつ報告しましたか', 'show-history', { municipality: '203033', item: 'S1-3' }],
  [OFFICE, '設定をいつ誰が変えたのか確認したい', 'show-changes', {}],
  [OFFICE, '締めを誰が変えたか知りたい', 'show-changes', {}],
  [OFFICE, 'システムの稼働状態はどうですか', 'show-operations', {}],
  [OFFICE, '山田さんのチャットを見せて', 'show-accounts', { person: '山田' }],
  [OFFICER, '派遣人材はいつまでいてくれますか', 'show-dispatch', {}],
  ['prefecture', '十二月の派遣実績を見せて', 'show-support-figures', { month: '12' }],
  [EXPERT, '私の担当している団体を一覧で', 'show-charge', {}],
  [OFFICER, 'DX研修がうまくいっている村の例を知りたい', 'find-cases', {}],
  [OFFICER, '過疎債の上限はいくら？', 'show-funding-list', { funding: 'FN-20' }],
  [OFFICE, '企業版ふるさと納税の要件は？', 'show-funding-list', { funding: 'FN-14' }],
  [OFFICER, '未回答の相談はありますか', 'show-requests', {}],
  [OFFICE, '検索 共同調達 小海町', 'find-by-word', { query: '共同調達', municipality: '203033' }],
  ['prefecture', '報告が来ていないところを教えて', 'show-unreported', {}],
  ['prefecture', '共有範囲を見たい', 'show-shared', {}],
])('shows to %s: %s', async (as, said, command, input) => {
  expect(await read(said, as)).toMatchObject({ command, input, sure: true });
});

const DEADLINE = { municipality: '203033', item: 'S1-3', due: '2027-01-20', agreed: '2026-11-18' };
const VISIT = { municipality: '203611', day: '2026-12-09' };
it.each([
  [OFFICER, '工程表から3番の取組を外したい。県の共同利用に入るので', 'remove-initiative', { initiative: '3' }],
  [OFFICER, '工程表の2番目、初期費用を350万円に変更', 'change-initiative', { initiative: '2', cost: '350万円' }],
  [OFFICE, 'FN-09の率は1/2です。確認日は11/20です', 'change-funding-terms', { rate: '1/2', checked: '2026-11-20' }],
  [
    OFFICE,
    '小海町のS1-3の期限を1/20に変えて。理由は議会が延びたため、県と11/18に合意済み',
    'change-item-plan',
    DEADLINE,
  ],
  [OFFICE, '川上村は12月28日も休みにして', 'close-office', { day: '2026-12-28', municipality: '203041' }],
  [OFFICE, '閉庁日にした小海町の12/25は開けるので取り消して', 'open-office', { day: '2026-12-25' }],
  [OFFICER, '財源状態 FN-09 申請済みです', 'set-funding-state', { funding: 'FN-09', state: 'applied' }],
  [OFFICER, '住民票を別の方に渡してしまいました', 'report-incident', {}],
  [OFFICER, 'RPA導入業務数がまた増えました！', 'report-kpi', { kpi: 'K3-601' }],
  [
    OFFICER,
    '条件付き 町名を出さないなら',
    'answer-consent',
    { verdict: 'conditional', condition: '町名を出さないなら' },
  ],
  [OFFICE, '再委託の協議書を提出します', 'submit-subcontract', {}],
  [EXPERT, '下諏訪町の12/9の訪問、体調不良のため中止します', 'cancel-visit', { ...VISIT, reason: '体調不良のため' }],
  [EXPERT, '下諏訪町の12/9の訪問は中止します。先方の都合です', 'cancel-visit', VISIT],
  [EXPERT, '小海町のS0-3を事例に推薦します。職員が自分で教材を作りました', 'nominate-case', { item: 'S0-3' }],
  [EXPERT, '相談 小海町の議会説明資料の作り方', 'ask-help', { municipality: '203033' }],
  [OFFICER, '毎週金曜の16時に知らせてください', 'settings', { day: '5', time: '16:00' }],
  [OFFICER, '満足度は5、継続希望です', 'rate-visit', { score: '5', wish: 'continue' }],
])('reads for %s what is to be done: %s', async (as, said, command, input) => {
  expect(await read(said, as)).toMatchObject({ command, input });
});

it.each([
  ['S1-3は今月から試行中に変わりました', { item: 'S1-3', stage: 'inProgress' }],
  ['S3-7は職員説明会まで終わって、いま試行中です', { item: 'S3-7', stage: 'inProgress' }],
  ['S2-1、議会を通りました', { item: 'S2-1', stage: 'decided' }],
  ['けーさんのいちまるろくは18分です', { kpi: 'K3-106', value: 18 }],
  ['窓口の平均所要時間は18分に短縮できました', { kpi: 'K3-106', value: 18 }],
  ['テレワーク実施率は先月より上がって12%です', { kpi: 'K3-701', value: 12 }],
  ['幹部研修は15人中13人が参加しました', { kpi: 'K0-02', numerator: 13, denominator: 15 }],
])('reads the report beside how it came about: %s', async (said, input) => {
  expect((await read(said, OFFICER)).input).toEqual(input);
});

it.each([
  [OFFICER, 'S3-8は来月から実施中に変わります'],
  [OFFICER, 'K3-106は18分に短縮できる見込みです'],
  [OFFICER, 'K3-106は18分に短縮できていません'],
  [OFFICER, '幹部研修は15人中13人が参加予定です'],
  [OFFICER, 'K3-701は先月より上がって12%になるそうです'],
  [OFFICER, 'K3-804は120万円の削減見込みです'],
  [OFFICER, 'S1-4は職員説明会まで終わったら完了です'],
  [OFFICER, 'S2-1が議会を通ったら完了です'],
  [OFFICER, 'K0-03が上がったら報告します'],
  [OFFICER, '毎週金曜の16時に知らせてくれましたか'],
  [OFFICE, '川上村は12月28日も休みですか？'],
  [OFFICE, '閉庁日にした小海町の12/25は開けません'],
  [EXPERT, '下諏訪町の12/9の訪問、雪なら中止します'],
  [EXPERT, '小海町のS0-3を事例に推薦しません。まだ早いです'],
  [OFFICER, '工程表から3番の取組を外さないでください。県と話すので'],
  [OFFICER, '住民票を別の方に渡してしまいました'],
])('writes nothing for %s of what is asked, denied or to come: %s', async (as, said) => {
  const { command, input, sure } = await read(said, as);
  expect(sure && writes(command, input)).toBe(false);
});
