import { notice } from '../../../cards/card.ts';
import { monthlyReportCard, sentBeforeNodes } from '../../../cards/reports/monthly-report.ts';
import { currentFiling } from '../../../programme/filing.ts';
import { monthlyDrafted, redrafted } from '../../../programme/reports/monthly-change.ts';
import { isMonthlySent } from '../../../programme/reports/monthly-report.ts';
import { defineCommand } from '../../command.ts';
import { drawnNow, monthlyAt, monthlyMeant } from './monthly-of.ts';
import { ownMonthly } from './monthly-view.ts';

export const redraftMonthlyReport = defineCommand({
  name: 'redraft-monthly-report',
  says: ['月次報告作り直し', '月次報告下書き'],
  help: '月次報告の数字を、今の記録から作り直します。書いた本文は残ります。',
  example: '月次報告作り直し',
  english: 'Draw the figures of a month’s report from the records again.',
  group: { title: '県とのやりとり', order: 12 },
  needs: 'apply',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: true,
  typed: 'inputs',
  spoken: {
    words: ['月次報告作り直し', '月次報告を作り直', '月次報告下書き', '月次報告の下書き', '月次報告を作', '月報を作'],
    wins: 433,
  },

  async prepare(input, turn) {
    const { span, report } = await monthlyMeant(input, turn);
    return { found: { span, drawn: await drawnNow(span, turn), wasSent: isMonthlySent(report) } };
  },

  async run(_input, turn, { span, drawn, wasSent }) {
    let isNew = false;
    const after = await turn.change('monthlyReports', monthlyAt(span), (known) => {
      const next = known ? redrafted(known, drawn, turn.from) : monthlyDrafted(span, drawn, turn.from);
      isNew = currentFiling(next).ask === turn.from.ask;
      return next;
    });
    const view = await ownMonthly(span, after, turn);
    const said = isNew
      ? notice('good', '今の記録から作りました。書いた本文は残っています。')
      : notice('quiet', '記録に変わったところはありません。下書きはそのままです。');
    return { card: monthlyReportCard(view, [said, ...sentBeforeNodes(wasSent && isNew)]), how: 'replace' };
  },
});
