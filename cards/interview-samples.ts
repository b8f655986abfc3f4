import { ask } from '../programme/asks.ts';
import type { Interview, Question } from '../programme/interview.ts';
import { type Samples, text } from './card.ts';
import * as example from './example.ts';
import {
  interviewExpired,
  interviewQuit,
  noSuchRow,
  numberWhilePaused,
  pausedNodes,
  questionCard,
  stillUndecided,
  waitsNode,
} from './interview.ts';
import { lateAnswer } from './late-answer.ts';
import { welcome } from './welcome.ts';

const trained: Question = {
  name: 'answers.K0-03.numerator',
  label: '修了者数',
  type: 'number',
  required: false,
  part: 0,
  intro: ['K0-03 DX基礎研修受講率', '前回 75%（30/40）・目標 80%'],
  instead: { name: 'answers.K0-03.same', label: '前回と同じ（75%（30/40））' },
};
const staff: Question = {
  name: 'answers.K0-03.denominator',
  label: '対象職員数',
  type: 'number',
  required: false,
  part: 0,
  intro: ['K0-03 DX基礎研修受講率'],
  value: '40',
};
const stage: Question = {
  name: 'stages.S1-3.stage',
  label: '段階が変わったとき',
  type: 'choice',
  required: false,
  part: 1,
  intro: ['S1-3 全体方針の決定', '今: 検討中・準備中（25%）'],
  choices: ['未着手（0%）', '実施中・試行（50%）', '決定・導入済（80%）', '完了・定着（100%）'].map((label) => ({
    value: label,
    label,
  })),
};
const town: Question = {
  name: 'municipality',
  label: '市町村',
  type: 'choice',
  required: true,
  part: 0,
  intro: [],
  choices: example.region.map(({ municipality: { code, name, area } }) => ({
    value: code,
    label: `${name}（${area}）`,
  })),
};
const asking = (at: number, questions: Question[], values = {}): Interview => ({
  id: 'interview-1',
  channel: 'line-works',
  title: '10/21(月)の週の報告',
  at,
  questions,
  values,
  state: 'asking',
  ask: { ...ask('check-in'), input: {} },
  lastAsk: 'x',
  touchedAt: example.now.toISOString(),
});
const weekly = [trained, staff, stage];

/** The questions a form becomes where cards hold no fields. */
export const interviewSamples: Samples = {
  'interview-number': () => questionCard(asking(0, weekly)),
  'interview-kept': () => questionCard(asking(1, weekly, { 'answers.K0-03.numerator': '31' })),
  'interview-choice': () => questionCard(asking(2, weekly, { 'answers.K0-03.numerator': '31' })),
  'interview-many-choices': () =>
    questionCard({ ...asking(0, [town]), title: '状況' }, [text('どの市町村ですか。', 'strong')]),
  'interview-problem': () =>
    questionCard(asking(0, weekly), [], '「たくさん」は数字として読めません。62 のように数字だけで送ってください。'),
  'interview-quit': () => interviewQuit(asking(0, weekly)),
  'interview-expired': () => interviewExpired(asking(0, weekly)),
  'interview-undecided': () => stillUndecided(),
  'interview-number-alone': () => numberWhilePaused(asking(0, weekly)),
  'interview-no-such-row': () => noSuchRow('9', ['書かない窓口の導入', '公金収納のeLTAX対応']),
  'interview-paused': () => {
    const { body, ...card } = welcome(example.officer);
    return { ...card, body: [...body, ...pausedNodes(asking(1, weekly))] };
  },
  'interview-waits': () => questionCard(asking(2, weekly), [waitsNode(asking(0, weekly))]),
  'late-answer': () => lateAnswer(welcome(example.officer)),
};
