import { commands } from '../../bot/features/index.ts';
import { registryOf } from '../../bot/registry.ts';
import { readingInSets } from './sets/reading-sets.ts';

const { writes } = registryOf(commands);
const OFFICER = 'municipal:203033';
const EXPERT = 'expert:203033,203611';
const OFFICE = 'secretariat';

const read = readingInSets();

/** What is told, thought of, denied or asked of others around the same few words. */
const ROUND = [
  'するかどうか相談中です',
  'する前に確認します',
  'するなら早めに',
  'する案があります',
  'すると山田さん',
  'しますと課長',
  'だったはずです',
  'されています',
  'されました',
  '済みです',
  'なし',
  '予定',
  'の見込みです',
  'は保留です',
  'するのは困ります',
  'したのは誰ですか',
  'するよう依頼されました',
  'しないでください',
  'しなくていいです',
  'すべきですか',
  'したら報告します',
  'するそうです',
  'すると聞きました',
  'するかもしれません',
  'しますよね',
  'して印刷しておきます',
];

it.each([
  [OFFICE, '12/11の小海町打合せを13時から14時までに変更'],
  [OFFICE, '12/11の小海町打合せを12/14に変更'],
  [OFFICE, '12/11の小海町打合せの場所を公民館に変更'],
  [EXPERT, '下諏訪町への12/9の訪問を12/14の13時から15時に変更'],
  [OFFICE, '小海町の全体研修のマイルストーンを12/20に変更'],
])('no wish is one where it is only spoken of: %s %s…', async (as, wish) => {
  const { command, input, sure } = await read(`${wish}してください`, as);
  expect(sure && writes(command, input)).toBe(true);
  for (const round of ROUND) {
    const told = await read(wish + round, as);
    expect([round, told.sure && writes(told.command, told.input)]).toEqual([round, false]);
  }
});

it.each([
  ...['K2-04 4回', 'S3-8 完了です', '12/11の打合せは出席します', '12/28に休みます', '変更なし'].flatMap((said) =>
    ['、と課長', '、ですよね', '、でしたね', 'は下諏訪町のことです'].map((behind) => [OFFICER, said + behind]),
  ),
  [OFFICER, 'K0-07は9件、でしたよね'],
  [OFFICER, '12/11の打合せは課長が出席します'],
  [OFFICER, '12/11の打合せは課長が欠席します'],
  [OFFICER, '課長より：12/11の打合せは欠席します'],
  [OFFICER, '課長から、12/11の打合せは欠席しますと連絡'],
  [OFFICER, '12/28は役場が休みです'],
  [OFFICER, '12/28は課長がお休みをいただきます'],
  [OFFICER, '課長が復帰しました'],
  [OFFICER, '変更なしで送ってしまいました'],
  [OFFICE, '来週の水曜10時から11時、川上村さんとオンラインで打合せ入れてください（案）'],
  [OFFICE, '12/10の小海町打合せの場所を公民館に変更してください'],
  [OFFICE, '12/11の小海町打合せの場所を公民館か役場に変更してください'],
  [OFFICE, '12/11の小海町打合せの場所を未定に変更してください'],
  [OFFICE, '12/11の小海町打合せを10時から13時に変更してください'],
  [OFFICER, '打合せは変更なしです'],
  [OFFICER, '先週も今週も変更なし'],
  [OFFICER, 'K0-07の数え方は「提案書の数」だそうです'],
  [OFFICER, 'K0-07の数え方は「提案書の数」にしないでください'],
  [OFFICE, '業務報告書を作り直しています'],
  [OFFICE, '来週の水曜10時から11時、川上村さんとオンラインで打合せを入れてください、ただし課長の許可が出てから'],
  [OFFICE, '来週の水曜10時から11時、川上村さんとオンラインで打合せを入れるか検討中'],
  [OFFICE, '来週の水曜10時から11時、川上村さんとオンラインで打合せを入れました'],
  [OFFICE, '来週の水曜(12/3)10時から11時、川上村さんとオンラインで打合せを入れてください'],
  [EXPERT, '来週の水曜(12/3)13:30から16:00に小海町に対面で訪問します'],
  [EXPERT, '小海町に12/8か12/9の13:30から16:00に対面で訪問します'],
  [EXPERT, '小海町に12/8の13:30から16:00に対面で訪問する案があります'],
  [EXPERT, '小海町に12/8の13:30から16:00に対面で前任が訪問する予定です'],
  [EXPERT, '訪問中止しない 小海町 12/4 理由 雪のため'],
  [EXPERT, 'もし訪問中止 小海町 12/4 理由 雪のため'],
])('writes nothing for %s that is asked, quoted or of others: %s', async (as = '', said = '') => {
  const { command, input, sure } = await read(said, as);
  expect(sure && writes(command, input)).toBe(false);
});

it.each([
  ['課長が出張中のため、12/11の打合せは欠席します', 'decline'],
  ['子どもの学校が休みなので12/28休みます', 'take-leave'],
  ['12/11の打合せは私が出席します', 'attend'],
])('why somebody does something themselves is of nobody else: %s', async (said, command) => {
  expect(await read(said)).toMatchObject({ command });
});

it('the place of a meeting moves from one to the other', async () => {
  const { input } = await read('12/11の小海町打合せの場所を公民館から役場に変更してください', OFFICE);
  expect(input).toMatchObject({ place: '役場' });
});
