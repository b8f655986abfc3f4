import { finalFilesCard } from '../../../cards/final-report/final-steps.ts';
import { asHandedIn, currentFiling, versionsHandedIn } from '../../../programme/filing.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { defineCommand } from '../../command.ts';
import { seesDrafts } from '../reports/monthly-of.ts';
import { finalFiles } from './final-files.ts';
import { finalReportOf, finalSheet } from './final-sheet.ts';

export const finalReportFile = defineCommand({
  name: 'final-report-file',
  says: ['業務報告書ファイル', '業務報告書Word'],
  help: '業務報告書（Word）と別添（Excel）を、ファイルで受け取ります。',
  example: '業務報告書ファイル',
  english: 'Get the report of the year as a Word file, with its annex.',
  group: { title: '資料と検索', order: 46 },
  needs: 'filed',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: false,
  typed: 'inputs',
  spoken: {
    words: ['業務報告書ファイル', '業務報告書のファイル', '業務報告書のword', '業務報告書をword', '別添.xlsx'],
    wins: 916,
  },

  async prepare({ version }, turn) {
    const report = await finalReportOf(turn.store, turn.programme.fiscalYear);
    const seen = report && (seesDrafts(turn) ? report : asHandedIn(report));
    if (!seen && !seesDrafts(turn)) throw Refusal.because('final-not-sent');
    const isSeen =
      version === undefined || (report && versionsHandedIn(report).some(({ number }) => number === version));
    if (!isSeen && !seesDrafts(turn)) throw Refusal.because('old-card');
    return { found: version ?? (seen && currentFiling(seen).number) };
  },

  async run(_input, turn, version) {
    const sheet = await finalSheet(turn, version);
    const { title, standing } = sheet;
    const year = turn.programme.fiscalYear;
    return { card: finalFilesCard({ title, year, standing }, { ...(await finalFiles(sheet)), version }) };
  },
});
