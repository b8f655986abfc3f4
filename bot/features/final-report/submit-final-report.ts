import { notice } from '../../../cards/card.ts';
import { finalReportCard } from '../../../cards/final-report/final-report.ts';
import { submitFinalCard } from '../../../cards/final-report/final-steps.ts';
import { dayOf } from '../../../programme/day.ts';
import { holdersOf, holdsDuty } from '../../../programme/duty.ts';
import { currentFiling, FILINGS, filingState, withSubmission } from '../../../programme/filing.ts';
import { drawnPartId } from '../../../programme/final-report/drawn-part.ts';
import type { ReportPart } from '../../../programme/final-report/figure.ts';
import { finalDraft } from '../../../programme/final-report/final-draft.ts';
import { begunReport, type FinalReport, finalReportAt } from '../../../programme/final-report/final-report.ts';
import { fingerprint } from '../../../programme/meetings/meeting.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { asksBack, defineCommand, type Prepared } from '../../command.ts';
import { ringBell } from '../../deliveries.ts';
import type { MemberStart, MemberTurn } from '../../turn.ts';
import { activeMembers } from '../people/people.ts';
import { finalView, lookAtFinal, refusePassed } from './final-view.ts';
import { withMismatches } from './read-final.ts';

/** Nothing is drawn of a report that is handed in already. */
type Found = { readonly parts: readonly ReportPart[] | undefined };

export const submitFinalReport = defineCommand({
  name: 'submit-final-report',
  says: ['業務報告書提出'],
  help: '業務報告書を県に提出します。今の記録の数字を、その版の数字として残します。PMの方だけができます。',
  example: '業務報告書提出',
  english: 'Hand the report of the year in to the prefecture.',
  group: { title: '資料と検索', order: 45 },
  needs: 'apply',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: ['meant'],
  typed: 'inputs',
  shownFirst: true,
  spoken: {
    words: ['業務報告書提出', '業務報告書を提出', '業務報告書の提出', '業務報告書を県に', '業務報告書を県へ'],
    wins: 915,
  },

  async prepare({ meant }, turn): Promise<Prepared<Found>> {
    await refuseUnlessPm(turn);
    const { view, report, records } = await lookAtFinal(turn);
    refusePassed(report);
    if (report && filingState(report) !== 'draft') return { found: { parts: undefined } };
    const seen = meantBy(report);
    if (meant === seen) return { found: { parts: finalDraft(await withMismatches(records, turn.store)) } };
    return asksBack(['meant'], submitFinalCard(view, seen, meant !== undefined));
  },

  async run({ meant }, turn, { parts }) {
    const { fiscalYear } = turn.programme;
    if (parts) {
      const known = (await turn.store.finalReports.get(FILINGS, finalReportAt(fiscalYear).id))?.value;
      const version = currentFiling(known ?? begunReport(fiscalYear, turn.from)).number;
      await keepDrawn(parts, version, turn);
      await turn.change('finalReports', finalReportAt(fiscalYear), (now) => {
        // Somebody has written in it between the question and the yes.
        if (meantBy(now) !== meant && (!now || filingState(now) === 'draft')) throw Refusal.because('old-card');
        return withSubmission(now ?? begunReport(fiscalYear, turn.from), turn.from);
      });
      await ringBell(turn);
    }
    const said = parts
      ? notice('good', '県に提出しました。決定が届くとお知らせします。')
      : notice(
          'quiet',
          'すでに提出してあります。直すときは「本文を書く」か「作り直す」で次の版にして、もう一度提出してください。',
        );
    return { card: finalReportCard(await finalView(turn), [said]), how: 'replace' };
  },
});

/** The figures of a version, kept before it is handed in: nothing is handed in whose figures are not there. */
async function keepDrawn(parts: readonly ReportPart[], version: number, turn: MemberTurn): Promise<void> {
  const { programme, now, from } = turn;
  const { fiscalYear } = programme;
  for (const [order, part] of parts.entries()) {
    const id = drawnPartId(fiscalYear, version, order);
    const drawn = { ...from, id, fiscalYear, version, order, until: dayOf(now), part };
    await turn.change('drawnParts', { partition: FILINGS, id }, () => drawn);
  }
}

/** The version somebody was shown. */
const meantBy = (report: FinalReport | undefined): string =>
  fingerprint(JSON.stringify(report ? currentFiling(report).content : {}));

async function refuseUnlessPm({ who, store }: MemberStart): Promise<void> {
  if (holdsDuty(who, 'pm')) return;
  const office = (await activeMembers(store)).filter(({ role }) => role === 'secretariat');
  const names = holdersOf('pm', office).map(({ name }) => `${name}さん`);
  throw Refusal.because('final-by-pm', { names });
}
