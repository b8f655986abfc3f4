import { notice } from '../../../cards/card.ts';
import { finalReportCard } from '../../../cards/final-report/final-report.ts';
import { confirmDeliveryCard, filesNodes } from '../../../cards/final-report/final-steps.ts';
import { dayOf, fullDate } from '../../../programme/day.ts';
import { decisionOf, versionsHandedIn } from '../../../programme/filing.ts';
import {
  type DeliveredFile,
  finalReportAt,
  inspectionDue,
  lastDelivery,
  mayDeliver,
  withDelivery,
} from '../../../programme/final-report/final-report.ts';
import { fingerprint } from '../../../programme/meetings/meeting.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { asksBack, defineCommand, type Prepared } from '../../command.ts';
import { ringBell } from '../../deliveries.ts';
import type { MemberStart } from '../../turn.ts';
import { deliveredFile, finalFiles } from './final-files.ts';
import { finalSheet } from './final-sheet.ts';
import { finalView, lookAtFinal } from './final-view.ts';

type Found = { readonly version: number; readonly day: string; readonly files: readonly DeliveredFile[] } | undefined;

export const deliverFinalReport = defineCommand({
  name: 'deliver-final-report',
  says: ['納品'],
  help: '提出した業務報告書の納品を記録します。ファイルの指紋（SHA-256）と納品日を残し、検査の期限を県に知らせます。',
  example: '納品',
  english: 'Record that the report of the year was delivered.',
  group: { title: '資料と検索', order: 47 },
  needs: 'apply',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: ['meant'],
  typed: 'inputs',
  shownFirst: true,
  spoken: {
    words: ['納品', '納品しました', '業務報告書を納品', '再納品', '納品を記録'],
    wins: 917,
    asked: 'final-report',
  },

  async prepare({ day, meant }, turn): Promise<Prepared<Found>> {
    const { view, report } = await lookAtFinal(turn);
    const sent = report && versionsHandedIn(report).at(-1);
    if (!report || !sent) throw Refusal.because('final-not-handed-in');
    if (!mayDeliver(report)) return { found: undefined };
    refuseSameAgain(lastDelivery(report)?.version, sent.number);
    const on = day ?? dayOf(turn.now);
    if (on > dayOf(turn.now))
      throw Refusal.because('bad-value', { sentence: '納品日が、まだ来ていない日です。納品した日を送ってください。' });
    const files = await filesOf(sent.number, turn);
    const seen = fingerprint(JSON.stringify([sent.number, on, files]));
    if (meant === seen) return { found: { version: sent.number, day: on, files } };
    const edition = `第${versionsHandedIn(report).length}版`;
    const isApproved = decisionOf(report, sent.number)?.verdict === 'approve';
    const delivering = { day: on, due: inspectionDue(on), meant: seen, edition, isApproved, files };
    return asksBack(['meant'], confirmDeliveryCard(view, delivering));
  },

  async run(_input, turn, found) {
    if (!found) {
      const already = notice('quiet', '納品は記録してあります。検査の結果が「修正」のときに、もう一度納品できます。');
      return { card: finalReportCard(await finalView(turn), [already]), how: 'replace' };
    }
    const { version, day, files } = found;
    const due = inspectionDue(day);
    await turn.change('finalReports', finalReportAt(turn.programme.fiscalYear), (known) => {
      if (!known) throw Refusal.because('old-card');
      return withDelivery(known, { version, day, due, files: [...files] }, turn.from);
    });
    await ringBell(turn);
    const said = notice('good', `納品を記録しました。検査は${fullDate(due)}までです。県の方にお知らせします。`);
    return { card: finalReportCard(await finalView(turn), [said, filesNodes(files)]), how: 'replace' };
  },
});

/** What was to be corrected is corrected in another version. */
function refuseSameAgain(delivered: number | undefined, version: number): void {
  if (delivered === version) throw Refusal.because('final-not-corrected');
}

async function filesOf(version: number, turn: MemberStart): Promise<readonly DeliveredFile[]> {
  const sheet = await finalSheet(turn, version);
  const { docx, xlsx } = await finalFiles(sheet);
  return [deliveredFile(`${sheet.title.replaceAll(' ', '_')}.docx`, docx), deliveredFile('別添.xlsx', xlsx)];
}
