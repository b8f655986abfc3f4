import { readingInSets } from './sets/reading-sets.ts';

const read = readingInSets();

it.each([
  ['12/11の打合せの議題に『メール訓練のやり方』を足して', 'メール訓練のやり方'],
  ['12/11の打合せの議題に「S3-6は完了か」の確認を足してもらえますか', 'S3-6は完了か'],
  ['12/11の打合せで標準化の移行日程について話したいので、議題に入れておいてください', '標準化の移行日程'],
  ['12/11の打合せで「K0-03 62」を議題にしたいです', 'K0-03 62'],
  ['12/11の打合せの議題に電子契約の共同利用を追加してください', '電子契約の共同利用'],
])('%s: the topic is text, and added', async (text, topic) => {
  const { command, input, sure, ask } = await read(text);
  expect({ command, text: input['text'], sure, ask }).toEqual({
    command: 'add-agenda',
    text: topic,
    sure: true,
    ask: [],
  });
});

it.each([
  '12/11の打合せの議題に「S3-6は完了」を足さないで',
  '12/11の打合せの議題に「S3-6は完了」を足しておきました',
  '12/11の打合せの議題に「S3-6は完了」を入れてあります',
  '12/11の打合せの議題に「S3-6は完了」を足したほうがいいですか',
  '12/11の打合せの議題に「S3-6は完了」を足すそうです',
  '12/11の打合せの議題に「S3-6は完了」が入っていますか',
  '21/22の会議の議題に「メール訓練」を足して',
  '2月の進捗状況確認会議の議題に「メール訓練」を足して',
  '時間があれば12/11の打合せの議題に「メール訓練」を足して',
])('%s: nothing is added, and nothing reported', async (text) => {
  const { command, input, sure, ask } = await read(text);
  const isAdded = command === 'add-agenda' && input['text'] !== undefined && sure && ask.length === 0;
  expect(isAdded || (command === 'report-item' && sure && ask.length === 0)).toBe(false);
});
