import { notice } from '../../../cards/card.ts';
import { finalReportCard } from '../../../cards/final-report/final-report.ts';
import { currentFiling } from '../../../programme/filing.ts';
import { begunReport, finalReportAt, withFiguresAnew } from '../../../programme/final-report/final-report.ts';
import { defineCommand } from '../../command.ts';
import { finalReportOf } from './final-sheet.ts';
import { finalView, refusePassed } from './final-view.ts';

export const redraftFinalReport = defineCommand({
  name: 'redraft-final-report',
  says: ['業務報告書作り直し'],
  help: '提出した業務報告書の数字を、今の記録から作り直した次の版にします。書いた本文は残ります。',
  example: '業務報告書作り直し',
  english: 'Begin the next version of the report of the year with the figures of now.',
  group: { title: '資料と検索', order: 44 },
  needs: 'apply',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: true,
  typed: 'inputs',
  spoken: { words: ['業務報告書作り直し', '業務報告書を作り直', '業務報告書の作り直し'], wins: 914 },

  async prepare(_input, turn) {
    refusePassed(await finalReportOf(turn.store, turn.programme.fiscalYear));
    return { found: undefined };
  },

  async run(_input, turn) {
    const { fiscalYear } = turn.programme;
    const after = await turn.change('finalReports', finalReportAt(fiscalYear), (known) =>
      withFiguresAnew(known ?? begunReport(fiscalYear, turn.from), turn.from),
    );
    const isNew = currentFiling(after).ask === turn.from.ask;
    const said = isNew
      ? notice('good', '今の記録から、次の版の下書きにしました。書いた本文は残っています。')
      : notice('quiet', '下書きの数字は、いつも今の記録からできています。提出するまで作り直しはいりません。');
    return { card: finalReportCard(await finalView(turn), [said]), how: 'replace' };
  },
});
