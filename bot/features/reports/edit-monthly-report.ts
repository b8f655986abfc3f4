import { changes, notice } from '../../../cards/card.ts';
import { monthlySectionCard, sentBeforeNodes } from '../../../cards/reports/monthly-report.ts';
import { monthlyTextForm, whichSectionCard } from '../../../cards/reports/monthly-steps.ts';
import { currentFiling } from '../../../programme/filing.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { monthlyDrafted, withMonthlyText } from '../../../programme/reports/monthly-change.ts';
import { isMonthlySent, MonthlySection, monthlySectionNames } from '../../../programme/reports/monthly-report.ts';
import { saysNothing } from '../../../programme/says-nothing.ts';
import { month as Month } from '../../../programme/support/month.ts';
import { refuseWrittenSince } from '../../../programme/written-since.ts';
import { defineCommand } from '../../command.ts';
import type { MemberStart } from '../../turn.ts';
import { LONGEST_CARRIED } from '../help/number-asked.ts';
import { drawnNow, monthlyAt, monthlyMeant } from './monthly-of.ts';
import { monthlyView, ownMonthly } from './monthly-view.ts';

export const editMonthlyReport = defineCommand({
  name: 'edit-monthly-report',
  says: ['月次報告編集'],
  help: '月次報告の本文を、章ごと（概要・実績・課題と対応・翌月の予定・体制）に書きます。',
  example: '月次報告編集 概要',
  english: 'Write a section of the report of a month.',
  group: { title: '県とのやりとり', order: 11 },
  needs: 'apply',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: true,
  typed: 'free',
  spoken: {
    words: ['月次報告編集', '月次報告を編集', '月次報告の編集', '月次報告を書', '月次報告を直', '月報を書', '月報を直'],
    wins: 432,
  },

  question: async (given, turn) => formFor(given, turn),
  again: async (given, turn, errors) => formFor(given, turn, errors.get('text')),

  async prepare({ month, section, seen }, turn) {
    const { span, report } = await monthlyMeant({ month }, turn);
    refuseWrittenSince(report?.versions, ({ content }) => content.texts[section], { seen, who: turn.who.id });
    const drawn = report ? undefined : await drawnNow(span, turn);
    return { found: { span, drawn, wasSent: isMonthlySent(report) } };
  },

  async run({ section, text, seen }, turn, { span, drawn, wasSent }) {
    const said = saysNothing(text) ? undefined : text;
    let before: string | undefined;
    const after = await turn.change('monthlyReports', monthlyAt(span), (known) => {
      refuseWrittenSince(known?.versions, ({ content }) => content.texts[section], { seen, who: turn.who.id });
      const start = known ?? (drawn && monthlyDrafted(span, drawn, { ...turn.from, ask: `${turn.from.ask}-draft` }));
      if (!start) throw Refusal.because('old-card');
      before = currentFiling(start).content.texts[section];
      return withMonthlyText(start, section, said, turn.from);
    });
    const view = await ownMonthly(span, after, turn);
    const done = notice(
      'good',
      `${monthlySectionNames[section]}の本文を${said === undefined ? '消しました' : '書きました'}。`,
    );
    const line = { what: monthlySectionNames[section], before, after: said ?? '（なし）' };
    return {
      card: monthlySectionCard(view, section, 1, [
        done,
        ...(before ? [changes([line])] : []),
        ...sentBeforeNodes(wasSent),
      ]),
      how: 'new',
    };
  },
});

/** The section is chosen first; then it is written below what stands in it. */
async function formFor(given: Readonly<Record<string, unknown>>, turn: MemberStart, problem?: string) {
  const month = Month.safeParse(given['month']).data;
  const section = MonthlySection.safeParse(given['section']).data;
  const said = typeof given['text'] === 'string' ? given['text'] : undefined;
  const { span, report } = await monthlyMeant({ month }, turn);
  const view = await monthlyView(span, report, turn);
  if (!view) return undefined;
  if (section === undefined) return whichSectionCard(view, said && said.length <= LONGEST_CARRIED ? said : undefined);
  const seen = report ? currentFiling(report).number : 0;
  return monthlyTextForm(view, section, { seen, value: said, problem });
}
