import { notice } from '../../../cards/card.ts';
import { finalReportCard } from '../../../cards/final-report/final-report.ts';
import { confirmWithdrawalCard } from '../../../cards/final-report/final-steps.ts';
import {
  awaitsInspection,
  type FinalReport,
  finalReportAt,
  lastDelivery,
  withoutDelivery,
} from '../../../programme/final-report/final-report.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { asksBack, defineCommand, type Prepared } from '../../command.ts';
import { ringBell } from '../../deliveries.ts';
import { finalView, lookAtFinal } from './final-view.ts';

export const withdrawDelivery = defineCommand({
  name: 'withdraw-delivery',
  says: ['納品取消', '納品取り消し'],
  help: 'まちがえて記録した納品を、検査の前に取り消します。取り消したことは記録に残ります。',
  example: '納品取消',
  english: 'Take back a delivery that was recorded by mistake, before its inspection.',
  group: { title: '資料と検索', order: 49 },
  needs: 'apply',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: ['meant'],
  typed: 'inputs',
  shownFirst: true,
  spoken: { words: ['納品取消', '納品取り消し', '納品を取り消', '納品の取り消し', '納品の記録を取り消'], wins: 919 },

  async prepare({ meant }, turn): Promise<Prepared<undefined>> {
    const { view, report } = await lookAtFinal(turn);
    const last = report && lastDelivery(report);
    if (!report || !last || !awaitsInspection(report)) throw Refusal.because('no-delivery-to-withdraw');
    if (meant === numberOf(report)) return { found: undefined };
    return asksBack(['meant'], confirmWithdrawalCard(view, last, numberOf(report)));
  },

  async run({ meant }, turn) {
    await turn.change('finalReports', finalReportAt(turn.programme.fiscalYear), (known) => {
      if (!known || meant !== numberOf(known)) throw Refusal.because('old-card');
      return withoutDelivery(known, turn.from);
    });
    await ringBell(turn);
    const said = notice('good', '納品の記録を取り消しました。県の方にお知らせします。');
    return { card: finalReportCard(await finalView(turn), [said]), how: 'replace' };
  },
});

const numberOf = ({ deliveries = [] }: FinalReport): string => String(deliveries.length);
