import type { Interview, Question } from '../../programme/interview.ts';
import { offerSaid } from './offered.ts';

const LABELS = [
  '標準化対象20業務のBPR実施率（情報）',
  '標準化対象20業務のBPR実施率（業務）',
  'K0-07 業務改善提案件数',
  'スキップ',
  '有',
  '25%',
  '同じ名前',
  '同じ名前',
];
const question: Question = {
  ...{ name: 'x', label: 'どれ', type: 'choice', required: false, part: 0, intro: [] },
  choices: LABELS.map((label, at) => ({ value: `v${at}`, label })),
};
const interview = (more: Partial<Interview> = {}): Interview => ({
  ...{ id: 'interview-1', channel: 'line-works', title: 't', ask: { command: 'help', input: {} }, values: {} },
  ...{ questions: [question], at: 0, state: 'asking', lastAsk: 'x', touchedAt: '2026-11-24T00:00:00.000Z' },
  ...more,
});

it.each([
  ['K0-07 業務改善提案件数', 'v2'],
  ['Ｋ０－０７　業務改善提案件数', 'v2'],
  ['K0-07 業務改善…', 'v2'],
  ['K0-07 業務改善...', 'v2'],
  ['①標準化対象20業務のBPR実施…', 'v0'],
  ['②標準化対象20業務のBPR実施…', 'v1'],
  ['標準化対象20業務のBPR実施…', undefined],
  ['スキップ', undefined],
  ['やめる', 'quit'],
  ['有', 'v4'],
  ['25%', 'v5'],
  ['同じ名前（v7）', 'v7'],
  ['5 有', 'v4'],
  ['4 有', undefined],
  ['\u200B有', 'v4'],
  ['5', undefined],
  ['業務', undefined],
  ['…', undefined],
  ['', undefined],
])('%p means %p', (said, meant) => {
  const found = offerSaid(said, interview())?.means;
  expect(
    found && ('value' in found ? found.value : 'word' in found ? found.word : 'part' in found && found.part),
  ).toEqual(meant);
});
