import { notice } from '../../../cards/card.ts';
import { monthlyReportCard } from '../../../cards/reports/monthly-report.ts';
import { submitMonthlyCard } from '../../../cards/reports/monthly-steps.ts';
import { holdersOf, holdsDuty } from '../../../programme/duty.ts';
import { currentFiling, withSubmission } from '../../../programme/filing.ts';
import { fingerprint } from '../../../programme/meetings/meeting.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { type MonthlyDrawn, monthlyDrafted, movesTold } from '../../../programme/reports/monthly-change.ts';
import { isMonthlyOpen, type MonthlyReport } from '../../../programme/reports/monthly-report.ts';
import type { DaySpan } from '../../../programme/support/support-figures.ts';
import { asksBack, defineCommand, type Prepared } from '../../command.ts';
import type { MemberStart } from '../../turn.ts';
import { activeMembers } from '../people/people.ts';
import { drawnNow, monthlyAt, monthlyMeant } from './monthly-of.ts';
import { ownMonthly } from './monthly-view.ts';

/** Nothing is drawn of a report that is handed in already. */
type Found = { readonly span: DaySpan; readonly drawn?: MonthlyDrawn };

export const submitMonthlyReport = defineCommand({
  name: 'submit-monthly-report',
  says: ['月次報告提出'],
  help: '月次報告を県に提出します。下書きのあとに変わった記録を、先に確かめます。PMの方だけができます。',
  example: '月次報告提出',
  english: 'Hand the report of a month in to the prefecture.',
  group: { title: '県とのやりとり', order: 13 },
  needs: 'apply',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: true,
  typed: 'inputs',
  shownFirst: true,
  spoken: {
    words: [
      '月次報告提出',
      '月次報告を提出',
      '月次報告の提出',
      '月次報告を県に',
      '月次報告を県へ',
      '月次報告を出',
      '月次報告を送',
      '月報を提出',
      '月報を出',
    ],
    wins: 434,
  },

  async prepare(input, turn): Promise<Prepared<Found>> {
    await refuseUnlessPm(turn);
    const { span, report } = await monthlyMeant(input, turn);
    if (report && !isMonthlyOpen(report)) return { found: { span } };
    const [view, drawn] = [await ownMonthly(span, report, turn), await drawnNow(span, turn)];
    const meant = meantBy(report, drawn);
    if (input.meant === meant) return { found: { span, drawn } };
    return asksBack(['meant'], submitMonthlyCard(view, meant, input.meant !== undefined));
  },

  async run({ meant }, turn, { span, drawn }) {
    let isNew = false;
    const after = await turn.change('monthlyReports', monthlyAt(span), (known) => {
      if (!drawn) return known ?? missing();
      // Somebody has written in it between the question and the yes.
      if (meantBy(known, drawn) !== meant && (!known || isMonthlyOpen(known))) throw Refusal.because('old-card');
      const start = known ?? monthlyDrafted(span, drawn, { ...turn.from, ask: `${turn.from.ask}-draft` });
      const next = withSubmission(start, turn.from);
      isNew = next !== start;
      return next;
    });
    const view = await ownMonthly(span, after, turn);
    const said = isNew
      ? notice('good', '県に提出しました。県の方が受け取ると、お知らせします。')
      : notice('quiet', 'すでに提出してあります。直すときは「内容を書く」で書き、もう一度提出してください。');
    return { card: monthlyReportCard(view, [said]), how: 'replace' };
  },
});

function missing(): never {
  throw Refusal.because('old-card');
}

/** What somebody was shown: the version, and what the records had become since. */
function meantBy(report: MonthlyReport | undefined, drawn: MonthlyDrawn): string {
  return fingerprint(JSON.stringify([report ? currentFiling(report).number : 0, movesTold(report, drawn)]));
}

async function refuseUnlessPm({ who, store }: MemberStart): Promise<void> {
  if (holdsDuty(who, 'pm')) return;
  const office = (await activeMembers(store)).filter(({ role }) => role === 'secretariat');
  const names = holdersOf('pm', office).map(({ name }) => `${name}さん`);
  throw Refusal.because('monthly-by-pm', { names });
}
