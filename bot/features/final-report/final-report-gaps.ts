import { finalGapsCard, type GapsView } from '../../../cards/final-report/final-gaps.ts';
import { askedGaps } from '../../../programme/final-report/final-report.ts';
import { defineCommand } from '../../command.ts';
import { type FinalLook, type FinalLooking, lookAtFinal } from './final-view.ts';

export const showFinalGaps = defineCommand({
  name: 'final-report-gaps',
  says: ['業務報告書不足', '業務報告書の不足'],
  help: '業務報告書に足りないものを、だれが分かるかごとに表示します。事務局は、まとめてたずねられます。',
  example: '業務報告書不足',
  english: 'Show what the report of the year lacks, and who can say it.',
  group: { title: '資料と検索', order: 41 },
  needs: 'filed',
  about: 'member',
  usualFor: {},
  writes: false,
  typed: 'inputs',
  spoken: {
    words: [
      '業務報告書不足',
      '業務報告書 不足',
      '業務報告書の不足',
      '業務報告書に足りない',
      '業務報告書で足りない',
      '業務報告書の足りない',
      '業務報告書に足りてない',
      '業務報告書で足りてない',
      '業務報告書でまだ足り',
      '業務報告書にまだ足り',
      '最終報告の不足',
    ],
    wins: 911,
    looks: true,
  },

  prepare: async (_input, turn) => ({ found: await lookAtFinal(turn) }),

  async run({ sayer, page }, turn, look) {
    return {
      card: finalGapsCard(gapsView(look, turn), { sayer, ...(page === undefined ? {} : { page }) }),
      how: 'replace',
    };
  },
});

export const gapsView = ({ view, report }: FinalLook, { who }: Pick<FinalLooking, 'who'>): GapsView => ({
  title: view.title,
  year: view.year,
  gaps: view.gaps,
  asked: report ? askedGaps(report) : new Set(),
  mayAsk: who.role === 'secretariat' && view.mayWrite,
});
