import type { Samples } from '../card.ts';
import * as example from '../example.ts';
import { answerSheetFile } from './answer-sheet-file.ts';
import { answersEnteredCard } from './answers-entered.ts';
import {
  answersAlreadyCard,
  answersDropped,
  answersReceipt,
  answersReviewCard,
  settleAnswerCard,
} from './returned-answers.ts';

const { colleague, town: municipality, week } = example;
const about = { municipality, week, taken: 'taken-1' };
const trouble = '研修の講師が見つかりません。';
const lines = [
  { what: 'K0-03 DX基礎研修受講率', before: '50%（62/124）', after: '62.1%（77/124）', why: [] },
  { what: 'K1-03 業務棚卸し完了課の割合', before: '75%（9/12）', after: '8.3%（1/12）', why: ['falls' as const] },
  { what: 'K1-04 所管課ヒアリング実施率', before: '未報告', after: '変更なし（80%（8/10））', why: [] },
];
const faults = [
  { sheet: '週次回答表', row: 9, instead: 'K1-06: 期日内完了数は、期日到来数の 12 以下で入力してください' },
];
const conflict = {
  ...{ id: 'K0-03', seen: 4, exported: '未報告（前回 50%（62/124））', left: 1 },
  line: { what: 'K0-03 DX基礎研修受講率', before: '54%（67/124）', after: '62.1%（77/124）', why: [] },
};
const review = {
  ...about,
  lines,
  open: 1,
  faults,
  notes: ['「確認」の列は読んでいません。'],
  meant: 'a1',
  again: false,
};
const applied = { ...about, lines, ask: 'a', isProxy: true, left: { open: 1, faults: 1 } };

export const answerSamples: Samples = {
  'answer-sheet': () => answerSheetFile({ municipality, week, content: new Uint8Array([80, 75]) }),
  'returned-answers': () => answersReviewCard({ ...review, trouble }),
  'returned-answers-again': () =>
    answersReviewCard({ ...review, lines: lines.slice(0, 1), open: 0, faults: [], again: true }),
  'returned-answers-conflict': () => settleAnswerCard({ ...about, ...conflict }),
  'returned-answers-applied': () => answersReceipt({ ...applied, trouble }),
  'returned-answers-own': () => answersReceipt({ ...applied, isProxy: false, left: { open: 0, faults: 0 } }),
  'returned-answers-already': () => answersAlreadyCard(about),
  'returned-answers-dropped': () => answersDropped(about),
  'told-of-answers': () =>
    answersEnteredCard({
      ...{ municipality, week, enterer: { ...colleague, role: 'secretariat' }, undo: 'a' },
      standings: lines.map(({ what, after }) => ({
        ...{ what, short: what.slice(0, 5), now: after },
        correct: { kpi: what.slice(0, 5), week, year: 2024 },
      })),
    }),
};
