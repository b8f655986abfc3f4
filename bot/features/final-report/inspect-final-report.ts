import { notice } from '../../../cards/card.ts';
import { finalReportCard } from '../../../cards/final-report/final-report.ts';
import { confirmPassCard, whichInspectionCard } from '../../../cards/final-report/final-steps.ts';
import { decidersAmong } from '../../../programme/duty.ts';
import {
  awaitsInspection,
  type FinalReport,
  finalReportAt,
  withInspection,
} from '../../../programme/final-report/final-report.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { saysNothing } from '../../../programme/says-nothing.ts';
import { asksBack, defineCommand, type Prepared } from '../../command.ts';
import { ringBell } from '../../deliveries.ts';
import type { MemberStart } from '../../turn.ts';
import { activeMembers } from '../people/people.ts';
import { finalReportOf } from './final-sheet.ts';
import { finalView } from './final-view.ts';

export const inspectFinalReport = defineCommand({
  name: 'inspect-final-report',
  says: ['検査', '検収'],
  help: '納品された業務報告書の検査の結果（合格・修正）を、県の主担当の方が記録します。',
  example: '検査',
  english: 'Record for the prefecture how the inspection of the delivered report came out.',
  group: { title: '資料と検索', order: 48 },
  needs: 'approve',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: ['inspected'],
  typed: 'inputs',
  shownFirst: true,
  spoken: { words: ['検査', '検収', '業務報告書の検査', '検査の結果'], wins: 918 },

  check: ({ inspected, text }) =>
    inspected === 'amend' && (text === undefined || saysNothing(text)) ? [{ input: 'text' }] : [],

  async prepare({ inspected, seen, sure }, turn): Promise<Prepared<number>> {
    await refuseUnlessDecides(turn);
    const report = await finalReportOf(turn.store, turn.programme.fiscalYear);
    if (!report || !awaitsInspection(report)) throw Refusal.because('nothing-to-inspect');
    const delivery = deliveriesOf(report);
    if (seen !== undefined && seen !== delivery) throw Refusal.because('old-card');
    if (inspected === undefined) return asksBack(['inspected'], whichInspectionCard(await finalView(turn)));
    if (inspected === 'pass' && sure === undefined)
      return asksBack(['sure'], confirmPassCard(await finalView(turn), delivery));
    return { found: delivery };
  },

  async run({ inspected, text }, turn, delivery) {
    if (inspected === undefined) throw Refusal.because('old-card');
    await turn.change('finalReports', finalReportAt(turn.programme.fiscalYear), (known) => {
      if (!known || deliveriesOf(known) !== delivery) throw Refusal.because('old-card');
      return withInspection(known, { verdict: inspected, what: inspected === 'amend' ? text : undefined }, turn.from);
    });
    await ringBell(turn);
    const said =
      inspected === 'pass'
        ? '検査を合格と記録しました。事務局に知らせます。'
        : '修正を求めました。直した版が納品されると、そこから10日以内にもう一度検査します。';
    return { card: finalReportCard(await finalView(turn), [notice('good', said)]), how: 'replace' };
  },
});

const deliveriesOf = ({ deliveries = [] }: FinalReport): number => deliveries.length;

/** The prefecture's answer is its lead's. */
async function refuseUnlessDecides({ who, store }: MemberStart): Promise<void> {
  const deciders = decidersAmong(await activeMembers(store));
  if (deciders.some(({ id }) => id === who.id)) return;
  throw Refusal.because('leads-answer', { name: deciders.map(({ name }) => `${name}さん`).join('、') });
}
