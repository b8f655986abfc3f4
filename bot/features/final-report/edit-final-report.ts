import { changes, notice } from '../../../cards/card.ts';
import { finalSectionCard } from '../../../cards/final-report/final-report.ts';
import { finalTextForm, whichFinalSectionCard, whoseFinalTextCard } from '../../../cards/final-report/final-steps.ts';
import { sentBeforeNodes } from '../../../cards/reports/monthly-report.ts';
import { currentFiling, filingState } from '../../../programme/filing.ts';
import { begunReport, finalReportAt, withFinalText } from '../../../programme/final-report/final-report.ts';
import { FinalSection, isOfTown, sectionTitle, textKey } from '../../../programme/final-report/final-section.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { saysNothing } from '../../../programme/says-nothing.ts';
import { refuseWrittenSince } from '../../../programme/written-since.ts';
import { defineCommand } from '../../command.ts';
import type { MemberStart } from '../../turn.ts';
import { LONGEST_CARRIED } from '../help/number-asked.ts';
import { finalReportOf } from './final-sheet.ts';
import { finalView, refusePassed } from './final-view.ts';

export const editFinalReport = defineCommand({
  name: 'edit-final-report',
  says: ['業務報告書編集'],
  help: '業務報告書の本文を、章ごと（概要・分析・人材・財源・課題と提言、市町村ごとの支援前・支援後・残課題）に書きます。',
  example: '業務報告書編集 概要',
  english: 'Write a section of the report of the year.',
  group: { title: '資料と検索', order: 43 },
  needs: 'apply',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: true,
  typed: 'free',
  spoken: {
    words: ['業務報告書編集', '業務報告書を編集', '業務報告書の編集', '業務報告書を書', '業務報告書を直'],
    wins: 913,
  },

  check: ({ section, municipality }) =>
    isOfTown(section) && municipality === undefined ? [{ input: 'municipality' }] : [],
  question: async (given, turn) => formFor(given, turn),
  again: async (given, turn, errors) => formFor(given, turn, errors.get('text')),

  async prepare({ section, municipality, seen }, turn) {
    const report = await finalReportOf(turn.store, turn.programme.fiscalYear);
    refusePassed(report);
    refuseWrittenSince(report?.versions, ({ content }) => content.texts[textKey(section, municipality)], {
      seen,
      who: turn.who.id,
    });
    return { found: { wasSent: report !== undefined && filingState(report) !== 'draft' } };
  },

  async run({ section, municipality, text, seen }, turn, { wasSent }) {
    const key = textKey(section, municipality);
    const said = saysNothing(text) ? undefined : text;
    const { fiscalYear } = turn.programme;
    let before: string | undefined;
    await turn.change('finalReports', finalReportAt(fiscalYear), (known) => {
      refuseWrittenSince(known?.versions, ({ content }) => content.texts[key], { seen, who: turn.who.id });
      const start = known ?? begunReport(fiscalYear, turn.from);
      before = currentFiling(start).content.texts[key];
      return withFinalText(start, key, said, turn.from);
    });
    const view = await finalView(turn);
    const town = view.towns.find(({ code }) => code === municipality);
    const called = sectionTitle(section, isOfTown(section) ? town?.name : undefined);
    const done = notice('good', `${called}の本文を${said === undefined ? '消しました' : '書きました'}。`);
    const line = { what: called, before, after: said ?? '（なし）' };
    const nodes = [done, ...(before === undefined ? [] : [changes([line])]), ...sentBeforeNodes(wasSent)];
    return {
      card: finalSectionCard(view, section, { town: isOfTown(section) ? town : undefined, said: nodes }),
      how: 'new',
    };
  },
});

/** The section is chosen first, then whose it is; then it is written below what stands in it. */
async function formFor(given: Readonly<Record<string, unknown>>, turn: MemberStart, problem?: string) {
  const section = FinalSection.safeParse(given['section']).data;
  const said = typeof given['text'] === 'string' ? given['text'] : undefined;
  const carried = said && said.length <= LONGEST_CARRIED ? said : undefined;
  const view = await finalView(turn);
  refusePassed(await finalReportOf(turn.store, turn.programme.fiscalYear));
  if (section === undefined) return whichFinalSectionCard(view, carried);
  const isOf = isOfTown(section);
  if (isOf && typeof given['municipality'] !== 'string') return whoseFinalTextCard(view, section, carried);
  const town = isOf ? view.towns.find(({ code }) => code === given['municipality']) : undefined;
  if (isOf && !town) throw Refusal.because('no-final-part');
  const report = await finalReportOf(turn.store, turn.programme.fiscalYear);
  const seen = report ? currentFiling(report).number : 0;
  return finalTextForm(view, { section, town, seen, value: said, problem });
}
