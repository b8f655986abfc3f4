import type { As } from './world.ts';

/** Sentences about 月次報告 as people type them, written before anybody had looked at how they are read. */
export type MonthlySentence = {
  readonly text: string;
  readonly as: As;
  readonly accept: readonly string[];
  /** Commands that may write at once; without one, any write is wrong. */
  readonly writes?: readonly string[];
};

export const monthlySentences: readonly MonthlySentence[] = [
  { text: '月次報告', as: 'office', accept: ['monthly-report'] },
  { text: '月次報告 9月', as: 'office', accept: ['monthly-report'] },
  { text: '9月の月次報告', as: 'pref', accept: ['monthly-report'] },
  { text: '先月の月次報告を見せてください', as: 'pref', accept: ['monthly-report'] },
  { text: '月次報告はもう出ましたか？', as: 'pref', accept: ['monthly-report', 'show-waiting'] },
  { text: '月次報告の下書きを見たい', as: 'office', accept: ['monthly-report', 'redraft-monthly-report'] },
  { text: '月次報告書をWordでください', as: 'pref', accept: ['monthly-report-file', 'monthly-report'] },
  { text: '月次報告書', as: 'office', accept: ['monthly-report-file'] },
  { text: 'げつじほうこく', as: 'office', accept: ['monthly-report'] },
  { text: '月報', as: 'office', accept: ['monthly-report'] },
  { text: '月時報告', as: 'office', accept: ['monthly-report'] },
  {
    text: '月次報告編集 概要 9月は訪問が12回ありました',
    as: 'office',
    accept: ['edit-monthly-report'],
    writes: ['edit-monthly-report'],
  },
  { text: '月次報告の総括を書きたいのですが', as: 'office', accept: ['edit-monthly-report', 'monthly-report'] },
  { text: '月次報告を直したい', as: 'office', accept: ['edit-monthly-report'] },
  {
    text: '月次報告を作り直して',
    as: 'office',
    accept: ['redraft-monthly-report'],
    writes: ['redraft-monthly-report'],
  },
  { text: '月次報告提出', as: 'office', accept: ['submit-monthly-report'] },
  { text: '9月の月次報告を県に提出してください', as: 'office', accept: ['submit-monthly-report'] },
  { text: '月次報告はまだ提出していません', as: 'office', accept: ['submit-monthly-report', 'monthly-report'] },
  { text: '月次報告は来週提出する予定です', as: 'office', accept: ['submit-monthly-report', 'monthly-report'] },
  { text: '週次報告', as: 'town', accept: ['check-in'] },
  { text: '週次報告をお願いします', as: 'town', accept: ['check-in'] },
  { text: '週報', as: 'town', accept: ['check-in'] },
  { text: '今週の報告をしたい', as: 'town', accept: ['check-in'] },
  { text: '報告 S1-3 実施中', as: 'town', accept: ['report-item'], writes: ['report-item'] },
];
