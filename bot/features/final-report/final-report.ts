import { finalGapsCard } from '../../../cards/final-report/final-gaps.ts';
import { finalReportCard, finalSectionCard } from '../../../cards/final-report/final-report.ts';
import { defineCommand } from '../../command.ts';
import { gapsView } from './final-report-gaps.ts';
import { lookAtFinal } from './final-view.ts';

export const showFinalReport = defineCommand({
  name: 'final-report',
  says: ['業務報告書', '最終報告', '最終報告書'],
  help: '業務報告書の状態・日程・足りないもの・納品と検査を表示します。県の方には、提出された版が出ます。',
  example: '業務報告書',
  english: 'Show the report of the year, what it lacks, and its delivery.',
  group: { title: '資料と検索', order: 40 },
  needs: 'filed',
  about: 'member',
  usualFor: {},
  writes: false,
  typed: 'inputs',
  spoken: {
    words: [
      '業務報告書',
      '業務報告',
      '最終報告書',
      '最終報告',
      '業務報告書を出して',
      '成果報告書',
      'ぎょうむほうこくしょ',
    ],
    wins: 910,
    looks: true,
  },

  // When something is to be, or whether it was, is asked and not recorded.
  wished: [
    {
      like: /^(?:業務報告書の?)?(?:納品|検査|提出)(?:の?(?:日|期限))?(?:は|が)?(?:もう)?(?:いつ(?:まで)?|どうなって(?:い)?(?:る|ます)|済みました|終わりました|されました|できました)(?:です)?(?:か|の)?[？?。]?$/u,
      as: '業務報告書',
      first: true,
    },
  ],

  prepare: async (_input, turn) => ({ found: await lookAtFinal(turn) }),

  async run({ section, municipality, lacking, page }, turn, look) {
    const { view } = look;
    if (lacking) return { card: finalGapsCard(gapsView(look, turn), {}), how: 'replace' };
    if (section === undefined) return { card: finalReportCard(view), how: 'replace' };
    const town = view.towns.find(({ code }) => code === municipality);
    return { card: finalSectionCard(view, section, { town, ...(page === undefined ? {} : { page }) }), how: 'replace' };
  },
});
