import { monthlyFileCard } from '../../../cards/reports/monthly-steps.ts';
import { defineCommand } from '../../command.ts';
import { monthlySheetOf } from './monthly-document.ts';
import { monthlyShown } from './monthly-view.ts';

export const monthlyReportFile = defineCommand({
  name: 'monthly-report-file',
  says: ['月次報告書'],
  help: '月次報告書を、Word のファイルで受け取ります。',
  example: '月次報告書 10月',
  english: 'Get the report of a month as a Word file.',
  group: { title: '県とのやりとり', order: 14 },
  needs: 'filed',
  about: 'member',
  usualFor: {},
  writes: false,
  typed: 'inputs',
  spoken: { words: ['月次報告書', '月次報告のword', '月次報告をword', '月次報告のファイル'], wins: 435 },

  prepare: async (input, turn) => ({ found: await monthlyShown(input, turn) }),

  async run(_input, { programme }, view) {
    const { monthlyReportDocx } = await import('../../../documents/reports/monthly-report-docx.ts');
    return { card: monthlyFileCard(view, await monthlyReportDocx(monthlySheetOf(view, programme))) };
  },
});
