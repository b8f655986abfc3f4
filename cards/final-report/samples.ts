import { ask } from '../../programme/asks.ts';
import type { FinalGap } from '../../programme/final-report/gap.ts';
import type { Samples } from '../card.ts';
import * as example from '../example.ts';
import { askedForGapsCard, confirmAskingCard, finalGapsCard } from './final-gaps.ts';
import { type FinalView, finalReportCard, finalSectionCard } from './final-report.ts';
import {
  confirmDeliveryCard,
  confirmPassCard,
  confirmWithdrawalCard,
  finalFilesCard,
  finalNewsCard,
  finalStageCard,
  finalTextForm,
  submitFinalCard,
  whichFinalSectionCard,
  whichInspectionCard,
  whoseFinalTextCard,
} from './final-steps.ts';

const { code, name } = example.town;
const towns = example.region.map(({ municipality }) => municipality);
const gaps: readonly FinalGap[] = [
  {
    ...{ id: 'kpi-value', by: 'municipal', municipality: code, what: `${name} K0-03 一般職員研修の受講率 の値` },
    ask: ask('report-kpi', { municipality: code, kpi: 'K0-03' }),
  },
  {
    ...{ id: 'visit', by: 'expert', municipality: code, what: `${name} 11/5(火)の訪問の記録` },
    ask: ask('record-visit', { municipality: code }),
  },
  {
    ...{ id: 'minutes', by: 'secretariat', what: '10/24(木) 第2回 進捗状況確認会議 の議事録' },
    ask: ask('record-minutes'),
  },
  { ...{ id: 'staffing', by: 'prefecture', what: '体制変更（PM交代・12/3(火)）の承認' }, ask: ask('show-waiting') },
];
const view: FinalView = {
  ...{
    year: 2024,
    title: '令和6年度 業務報告書',
    standing: '下書き',
    version: 3,
    delivery: '納品前',
    toCorrect: undefined,
  },
  end: '2025-03-14',
  stages: [
    { stage: 'first', day: '2025-02-13', isDone: true },
    { stage: 'check', day: '2025-02-28', isDone: false },
    { stage: 'last', day: '2025-03-11', isDone: false },
    { stage: 'delivery', day: '2025-03-14', isDone: false },
  ],
  texts: { overview: '派遣人材が市町村を訪問し、取組を支援した。' },
  ...{ gaps, towns },
  drafted: (key) => (key.startsWith('before') ? '支援の開始時には、S0-1 首長の理解に着手していた。' : ''),
  ...{ mayWrite: true, mayEdit: true, maySubmit: true, mayWithdraw: false, mayDeliver: false, mayInspect: false },
};
const delivered: FinalView = {
  ...{ ...view, standing: '第2版・承認', delivery: '3/14(金)納品・検査待ち（3/24(月)まで）', gaps: [] },
  ...{ mayWrite: false, mayEdit: false, maySubmit: false, mayWithdraw: false, mayInspect: true },
};
const corrected: FinalView = {
  ...view,
  delivery: '検査 修正（3/19(水)）・再納品待ち',
  toCorrect: '4章の数字の単位',
  mayDeliver: true,
};
const gapsOf = { title: view.title, year: view.year, gaps, asked: new Set(['visit']), mayAsk: true };
const files = [
  { name: '令和6年度_業務報告書.docx', bytes: 131_465, sha256: '0123456789abcdef'.repeat(4) },
  { name: '別添.xlsx', bytes: 223_962, sha256: 'fedcba9876543210'.repeat(4) },
];
const delivering = { day: '2025-03-14', due: '2025-03-24', meant: 'm', edition: '第2版', isApproved: false, files };
const stageDue = (stage: FinalView['stages'][number]['stage'], day: string) => ({ stage, day, isDone: false });
const form = { seen: 3, value: undefined, problem: undefined };
const bytes = new Uint8Array([80, 75, 3, 4]);

export const finalReportSamples: Samples = {
  'final-report': () => finalReportCard(view),
  'final-report-delivered': () => finalReportCard(delivered),
  'final-report-corrected': () => finalReportCard(corrected),
  'final-report-section': () => finalSectionCard(view, 'overview', {}),
  'final-report-towns': () => finalSectionCard(view, 'before', {}),
  'final-report-gaps': () => finalGapsCard(gapsOf, {}),
  'final-report-no-gaps': () => finalGapsCard({ ...gapsOf, gaps: [] }, {}),
  'final-report-ask': () =>
    confirmAskingCard({
      year: 2024,
      meant: 'm',
      people: 3,
      counts: [
        ['municipal', 12],
        ['expert', 2],
      ],
      nobody: 1,
    }),
  'final-report-asked': () => askedForGapsCard(view.title, gaps.slice(0, 2)),
  'final-report-which': () => whichFinalSectionCard(view, undefined),
  'final-report-form': () => finalTextForm(view, { ...form, section: 'before', town: example.town }),
  'final-report-whose': () => whoseFinalTextCard(view, 'before', '窓口の待ち時間が長かった。'),
  'final-report-submit': () => submitFinalCard(view, 'm', false),
  'final-report-files': () => finalFilesCard(view, { docx: bytes, xlsx: bytes, version: undefined }),
  'final-report-deliver': () => confirmDeliveryCard(view, delivering),
  'final-report-withdraw': () =>
    confirmWithdrawalCard(
      view,
      { ...example.from('delivery', 3), ...{ version: 2, day: '2025-03-14', due: '2025-03-24', files } },
      '1',
    ),
  'final-report-inspect': () => whichInspectionCard(delivered),
  'final-report-pass': () => confirmPassCard(delivered, 1),
  'final-report-stage': () => finalStageCard(view, stageDue('check', '2025-02-28'), true),
  'final-report-stage-delivery': () =>
    finalStageCard({ ...view, mayDeliver: true }, stageDue('delivery', '2025-03-14'), true),
  'final-report-stage-prefecture': () => finalStageCard(delivered, stageDue('check', '2025-02-28'), false),
  'final-report-news': () => finalNewsCard(delivered, '3/14(金)に納品されました'),
};
