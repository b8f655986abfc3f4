import type { Question } from '../../programme/interview.ts';
import { interviewWordSaid } from '../../programme/interview-words.ts';
import { readPasted } from './pasted.ts';
import { readAnswer } from './read-answer.ts';

const TODAY = '2026-11-24';
const question = (type: Question['type'], more: Partial<Question> = {}): Question => ({
  ...{ name: 'x', label: 'x', type, required: true, part: 0, intro: [] },
  ...more,
});
const answer = (said: string, asked: Question, ...rest: Question[]) => {
  const { values, problem } = readAnswer(said, asked, rest, TODAY);
  return values ? (Object.keys(values).length === 1 ? values['x'] : values) : `? ${problem}`;
};

it.each([
  ['62', undefined, '62'],
  ['６２', undefined, '62'],
  ['1,204', undefined, '1204'],
  ['１，２０４人', '人', '1204'],
  ['約1,200', undefined, '1200'],
  ['3割', '%', '30'],
  ['六十二', undefined, '62'],
  ['120万円', '千円', '1200'],
  ['0', undefined, '0'],
  ['たくさん', undefined, '? 「たくさん」は数字として読めません。62 のように数字だけで送ってください。'],
  ['12?', undefined, expect.stringContaining('読めません')],
])('the number %s in %s', (said, unit, value) =>
  expect(answer(said, question('number', unit ? { unit } : {}))).toEqual(value),
);

it('a fraction answers a numerator and its denominator', () => {
  const [top, bottom] = [question('number', { name: 'a.numerator' }), question('number', { name: 'a.denominator' })];
  expect(answer('３０／４０', top, bottom)).toEqual({ 'a.numerator': '30', 'a.denominator': '40' });
  expect(answer('40人中30人', top, bottom)).toEqual({ 'a.numerator': '30', 'a.denominator': '40' });
  expect(answer('30/40', bottom)).toContain('読めません');
});

const stage = question('choice', {
  choices: [
    { value: 'considering', label: '検討中・準備中（25%）' },
    { value: 'inProgress', label: '実施中・試行（50%）' },
    { value: 'done', label: '完了・定着（100%）' },
  ],
});
const towns = question('choice', {
  choices: ['松川町（下伊那）', '松川村（北安曇）', ...[...'あいうえおかき'].map((name) => `${name}町（佐久）`)].map(
    (label, at) => ({
      value: String(200 + at),
      label,
    }),
  ),
});

it.each([
  ['実施中・試行（50%）', stage, 'inProgress'],
  ['実施中', stage, 'inProgress'],
  ['完了・定着', stage, 'done'],
  ['inProgress', stage, 'inProgress'],
  ['2', stage, '? 選択肢から選んでください。'],
  ['2', towns, '201'],
  ['松川村', towns, '201'],
  ['松川', towns, '? 「松川」に当てはまるものが2つあります。この中から選んでください。'],
  ['ほげ', towns, '? 選択肢から選んでください。'],
])('the choice %s', (said, asked, value) => expect(answer(said, asked)).toBe(value));

it.each([
  ['date', '12/17', '2026-12-17'],
  ['date', 'あれ', expect.stringContaining('日付として読めません')],
  ['time', '14時半', '14:30'],
  ['time', 'あれ', expect.stringContaining('時刻として読めません')],
  ['toggle', 'はい', 'true'],
  ['toggle', 'いいえ', 'false'],
  ['toggle', 'たぶん', expect.stringContaining('「はい」か「いいえ」')],
  ['text', ' 庁議で決定 ', '庁議で決定'],
  ['text', '  ', expect.stringContaining('文字で')],
] as const)('a %s: %s', (type, said, value) => expect(answer(said, question(type))).toEqual(value));

it('a text that is too long says by how much', () =>
  expect(answer('あ'.repeat(11), question('text', { maxLength: 10 }))).toBe(
    '? 10文字以内に短くして、もう一度送ってください（今は11文字です）。',
  ));

it.each([
  ['スキップ', 'skip'],
  ['前回と同じ（12）', 'same'],
  ['変更なし', 'same'],
  ['やめます。', 'quit'],
  ['前回と同じ担当者です', undefined],
  ['戻る予定です', undefined],
])('the word %s', (said, word) => expect(interviewWordSaid(said)).toBe(word));

describe('several lines', () => {
  const interview = {
    questions: [
      question('number', { name: 'answers.K0-03.numerator' }),
      question('number', { name: 'answers.K0-03.denominator' }),
      question('number', { name: 'answers.K1-04.value', part: 1, unit: '件' }),
    ],
    ask: { command: 'check-in', input: {} },
  } as never;
  it.each([
    [
      'K0-03 30/40\nＫ１－０４：５件',
      { 'answers.K0-03.numerator': '30', 'answers.K0-03.denominator': '40', 'answers.K1-04.value': '5' },
      [],
    ],
    ['k1-04は3', { 'answers.K1-04.value': '3' }, []],
    ['K1-04 たくさん\nK9-99 1', {}, ['K1-04 たくさん', 'K9-99 1']],
  ])('%s', (text, values, unread) => expect(readPasted(text, interview, TODAY)).toEqual({ values, unread }));
  it.each(['30', '会議が K1-04 で', '', 'K1-04', 'K0-03'])('not %p', (text) =>
    expect(readPasted(text, interview, TODAY)).toBeUndefined(),
  );
});
