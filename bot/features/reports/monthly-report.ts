import { monthlyReportCard, monthlySectionCard } from '../../../cards/reports/monthly-report.ts';
import { defineCommand } from '../../command.ts';
import { monthlyShown } from './monthly-view.ts';

export const showMonthlyReport = defineCommand({
  name: 'monthly-report',
  says: ['月次報告', '月報', '月例報告'],
  help: '月次報告を、記録から作った数字と本文で表示します。県の方には、提出されたものが出ます。',
  example: '月次報告 10月',
  english: 'Show the report of a month.',
  group: { title: '県とのやりとり', order: 10 },
  needs: 'filed',
  about: 'member',
  usualFor: {},
  writes: false,
  typed: 'inputs',
  spoken: {
    words: [
      '月次報告',
      '月次の報告',
      '月報',
      '月例報告',
      '月間報告',
      '毎月の報告',
      'げつじほうこく',
      'マンスリーレポート',
    ],
    wins: 431,
    looks: true,
  },

  prepare: async (input, turn) => ({ found: await monthlyShown(input, turn) }),

  run: async ({ section, page = 1 }, _turn, view) => ({
    card: section === undefined ? monthlyReportCard(view) : monthlySectionCard(view, section, page),
    how: 'replace',
  }),
});
