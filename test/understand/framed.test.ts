import { commands } from '../../bot/features/index.ts';
import { registryOf } from '../../bot/registry.ts';
import { readingInSets } from './sets/reading-sets.ts';

const { writes } = registryOf(commands);
const OFFICER = 'municipal:203033';

const read = readingInSets();

const isWritten = async (said: string, as: string): Promise<boolean> => {
  const { sure, command, input } = await read(said, as);
  return sure && writes(command, input);
};

it.each([
  'K0-07は9件、でしたよね',
  'K0-07 9件ですよね',
  '12/11の打合せは課長が出席します',
  '12/11の打合せは課長が欠席します',
  '課長より：12/11の打合せは欠席します',
  '課長から、12/11の打合せは欠席しますと連絡',
  '12/11の打合せは欠席します、と課長',
  '12/28は役場が休みです',
  '12/28は課長が休みます',
  '12/28は課長がお休みをいただきます',
  '課長が復帰しました',
  '変更なしで送ってしまいました',
  '担当者は変わりありません',
  'S3-8 完了しました（案）',
  'あとでS3-8 完了と報告します',
])('nothing is written of what is asked, told, sent already or of somebody else: %s', async (said) => {
  expect(await isWritten(said, OFFICER)).toBe(false);
});

it.each([
  ['K0-07は9件ですね', 'report-kpi'],
  ['12/11の打合せは遅れて出席します', 'attend'],
  ['課長が出張なので、12/11の打合せは私が出席します', 'attend'],
  ['子どもが熱を出したので明日休みます', 'take-leave'],
  ['明日から休みます', 'take-leave'],
  ['復帰しました', 'return'],
  ['今週も特に変更なしです', 'carry-over'],
  ['先週は変更なしでした', 'carry-over'],
  ['DX推進会議の開催回数は変更なし', 'carry-over'],
])('but what is said of oneself is done: %s', async (said, command) => {
  expect(await read(said, OFFICER)).toMatchObject({ command, sure: true });
});

const MOVED = [
  ...['する案があります', 'するなら', 'すると山田さん', 'だったはず', 'されています', '済み', 'するのは困ります'],
  ...[
    'するよう依頼された',
    'する前に',
    'するかどうか',
    '予定です',
    'したそうです',
    'しなくていいです',
    'しないでください',
  ],
  ...['しました', 'でしたっけ', 'すべきでしょうか', 'したと聞きました', 'するかもしれません', 'して印刷しておきます'],
];
it.each(
  MOVED.flatMap((told) => [
    `12/11の小海町打合せの場所を公民館に変更${told}`,
    `12/11の小海町打合せを12/14に変更${told}`,
    `小海町の訪問を12/14に変更${told}`,
  ]),
)('a wish that is told, thought of or somebody else’s moves nothing: %s', async (said) => {
  expect(await isWritten(said, 'secretariat')).toBe(false);
});

it.each([
  ['12/11の小海町打合せの場所を公民館に変更してください', { place: '公民館' }],
  ['12/11の小海町打合せの場所を公民館から役場に変更してください', { place: '役場' }],
  ['12/11の小海町打合せを12/14に変更してください', { day: '2026-12-14' }],
  ['12/11の小海町打合せを12/14に変更してもらえますか', { day: '2026-12-14' }],
  ['12/11の小海町打合せを13:00-14:00に変更してください', { start: '13:00', end: '14:00' }],
])('and what is asked for is done: %s', async (said, input) => {
  expect(await read(said, 'secretariat')).toMatchObject({ command: 'change-meeting', input, sure: true });
});

it.each([
  '12/11の小海町打合せを13時から14時に変更してください',
  '12/11の小海町打合せの場所を公民館か役場に変更してください',
  '12/11の小海町打合せの場所を未定に変更してください',
  '12/11の小海町打合せの場所を別の部屋に変更してください',
])('two readings of a wish are asked about: %s', async (said) => {
  expect(await isWritten(said, 'secretariat')).toBe(false);
});
