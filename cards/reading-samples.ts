import { ask, asks } from '../programme/asks.ts';
import { Refusal } from '../programme/refusal.ts';
import type { Card } from './card.ts';
import { confirmReportCard } from './confirm-report.ts';
import { doubtfulCard } from './doubtful.ts';
import { programme, town } from './example.ts';
import { helpCard, type Topic } from './guide/help.ts';
import { type SmallTalkTopic, smallTalkCard } from './guide/small-talk.ts';
import { suggestionsCard } from './guide/suggestions.ts';
import { leftAsItWas } from './left-as-it-was.ts';
import { changedMessage } from './progress/changed-message.ts';
import { quoted } from './quoted.ts';
import { refused } from './refused.ts';
import { whichCard } from './which.ts';

const townName = () => town.name;
const topics: readonly Topic[] = [
  {
    says: '週次報告',
    help: '今週のKPI・項目の段階・困りごとを1枚で報告します。',
    example: '週次報告',
    ask: ask('check-in'),
  },
  {
    says: '状況',
    help: '4つのステップの進み具合と、次にすることを表示します。',
    example: '小海町の状況',
    ask: ask('show-status'),
  },
  {
    says: '相談',
    help: '困っていることを事務局に届けます。',
    example: '相談 例規の改正の進め方',
    ask: ask('ask-help'),
  },
];
const place = { municipality: town.code };

/** Small talk as it is answered to an officer in a chat of their own. */
const talk = (topic: SmallTalkTopic, said: string) =>
  smallTalkCard(topic, {
    said,
    programme: { ...programme, contact: '026-000-0000（平日9時〜17時）' },
    secretariat: { office: '伴走支援事務局', names: ['宮坂 健一さん', '丸山 陽子さん'] },
    isOpen: () => true,
  });

/** What is shown when a sentence is not certain, or asks for no record. */
export const readingSamples: Readonly<Record<string, () => Card>> = {
  doubtful: () =>
    doubtfulCard({
      ask: ask('report-item', { ...place, item: 'S1-3', stage: 'done' }),
      inputs: asks['report-item'],
      says: '報告',
      why: '予定や見込みのように読めるため、',
      townName,
      notes: [],
      view: { label: '項目を見る', ask: ask('show-item', { ...place, item: 'S1-3' }) },
    }),
  'doubtful-rows': () =>
    doubtfulCard({
      ask: ask('check-in', {
        answers: { 'K0-03': { numerator: '124', denominator: '200' }, 'K1-04': { value: '40' } },
        stages: { 'S1-3': { stage: 'considering' } },
      }),
      inputs: asks['check-in'],
      says: '週次報告',
      why: '読み取れない言葉があるため、',
      townName,
      notes: ['「4割」を40%と読み取りました。'],
    }),
  which: () =>
    whichCard({
      says: 'KPI報告',
      question: 'どのKPIですか。',
      known: [['値', '62']],
      options: [
        { label: 'K0-02 幹部研修参加率', ask: ask('report-kpi', { kpi: 'K0-02', value: 62 }) },
        { label: 'K0-03 DX基礎研修受講率', ask: ask('report-kpi', { kpi: 'K0-03', value: 62 }) },
      ],
    }),
  'which-guess': () =>
    whichCard({
      says: '状況',
      question: 'もしかして、この中のどれかですか。',
      known: [],
      options: [{ label: `${town.name}（${town.area}）`, ask: ask('show-status', place) }],
    }),
  suggestions: () => suggestionsCard('ほげほげ', topics),
  'confirm-report': () =>
    confirmReportCard({
      municipality: town,
      lines: [
        { what: 'K0-03 DX基礎研修受講率', before: '62%（124/200）', after: '58%（116/200）', why: ['falls'] },
        { what: 'K2-04 DX推進会議等の開催回数', before: '2回', after: '20回', why: ['digits'] },
      ],
      yes: ask('report-kpi', { ...place, kpi: 'K0-03', value: 58, sure: 'yes' }),
      edit: ask('report-kpi', { ...place, kpi: 'K0-03' }),
    }),
  'small-talk-contact': () => talk('contact', '事務局の連絡先'),
  'small-talk-annoyed': () => talk('annoyed', '通知やめて'),
  'small-talk-deadline': () => talk('deadline', 'S1-3の期限を延ばしてほしい'),
  'changed-message': () =>
    changedMessage({
      how: 'edited',
      standings: [
        {
          municipality: town.code,
          what: `${town.name} K0-03 DX基礎研修受講率（9/16(月)の週）`,
          short: 'K0-03',
          now: '62%（124/200）',
          correct: { ...place, kpi: 'K0-03' },
        },
        {
          municipality: town.code,
          what: `${town.name} S1-3 全体方針の決定`,
          short: 'S1-3',
          now: '実施中・試行（50%）',
          correct: { ...place, item: 'S1-3' },
        },
      ],
      undo: { ...place, report: 'x' },
    }),
  'changed-message-unread': () => changedMessage({ how: 'edited', standings: [] }),
  'only-quoted': () => quoted('only-quoted'),
  'quote-unclear': () => quoted('quote-unclear'),
  'other-tenant': () => refused(Refusal.because('other-tenant')),
  'never-mind': () => leftAsItWas(),
  'help-for-you': () =>
    helpCard([{ title: '報告する', topics }], {
      standing: { done: false, sentence: '今週まだ報告していません。' },
      buttons: [{ label: '今週の報告をする', ask: ask('check-in', place), look: 'primary' }],
    }),
};
