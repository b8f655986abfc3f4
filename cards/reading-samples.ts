import { ask, asks } from '../programme/asks.ts';
import { Refusal } from '../programme/refusal.ts';
import type { Samples } from './card.ts';
import { confirmReportCard } from './confirm-report.ts';
import { doubtfulCard } from './doubtful.ts';
import { town } from './example.ts';
import { leftAsItWas } from './left-as-it-was.ts';
import { quoted } from './quoted.ts';
import { refused } from './refused.ts';
import { whichCard } from './which.ts';

const townName = () => town.name;
const place = { municipality: town.code };

/** What is shown when a sentence is not certain, or asks for no record. */
export const readingSamples: Samples = {
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
  'only-quoted': () => quoted('only-quoted'),
  'quote-unclear': () => quoted('quote-unclear'),
  'other-tenant': () => refused(Refusal.because('other-tenant')),
  'left-as-it-was': () => leftAsItWas(),
};
